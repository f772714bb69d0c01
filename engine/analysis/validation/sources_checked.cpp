// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "analysis/validation/ground.h"
#include "source/codes.h"

namespace isonomy::analysis::validation {
namespace {

void check(const std::string& name, source::Span span, const std::vector<model::Source>& sources, const ValidateOptions& options,
           source::Diagnostics& diagnostics) {
  std::optional<base::Date> latest;
  for (const auto& one : sources)
    if (one.checked && (!latest || *latest < *one.checked)) latest = one.checked;
  if (!latest)
    diagnostics.add(source::Code::not_checked, span, fmt::format("nobody says when a source of `{}` was read", name),
                    "read a source, and add `checked` with the day");
  else if (options.today.days - latest->days > options.stale_after_days)
    diagnostics.add(source::Code::checked_long_ago, span,
                    fmt::format("the sources of `{}` were last read on {}", name, base::to_text(*latest)),
                    "read them again, and correct the day");
}

}  // namespace

// N0810 and N0811: rules and commitments whose sources nobody read, or not for long.
void sources_checked(Ground& ground, source::Diagnostics& diagnostics) {
  for (const auto& rule : ground.library().rules) check(rule.name, rule.name_span, rule.sources, ground.options(), diagnostics);
  for (const auto& one : ground.library().commitments) check(one.name, one.span, one.sources, ground.options(), diagnostics);
}

}  // namespace isonomy::analysis::validation
