// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "report/every_pair.h"
#include "report/every_pair_parts.h"
#include "report/markdown_parts.h"

namespace isonomy::report {
namespace {

using analysis::Likeness;

class EveryPairMarkdown : EveryPairParts {
 public:
  EveryPairMarkdown(const Desk& desk, const analysis::EveryPairAnswer& answer) : EveryPairParts{desk, answer} {}

  std::string write() const {
    const auto out = heading() + table() + same() + fmt::format("\n{}\n", conclusion());
    const auto shown_by = command();
    return shown_by.empty() ? out : fmt::format("{}\n{}\n", out, desk_.say("Regions and sources of one pair: {}", "`" + shown_by + "`"));
  }

 private:
  std::string heading() const {
    const auto out = markdown_heading(desk_, names(answer_.who, ", "), answer_.on, answer_.given);
    return left_out_.empty() ? out : out + fmt::format("\n{}\n", desk_.say("Open in every measure, and left out below: {}", left_out()));
  }

  std::string title(const Summarized& one) const { return markdown_title(desk_, one.measure.measure, one.measure.position); }

  std::string table() const {
    std::string out;
    for (const auto& one : measures_) {
      const auto& found = one.summary;
      if (worst_of(found) == Likeness::same) continue;
      out += fmt::format("| {} | {} | {} | {} | {} | {} |\n", title(one), found.same, found.differ, found.unknown, groups(found),
                         names(found.open, " "));
    }
    const auto head = desk_.say("| measure | alike | differ | open | who answers alike | open with every other |");
    return out.empty() ? out : fmt::format("\n{}\n|---|---|---|---|---|---|\n{}", head, out);
  }

  std::string same() const {
    std::string out;
    for (const auto& one : measures_)
      if (worst_of(one.summary) == Likeness::same) out += fmt::format("- {}\n", title(one));
    return out.empty() ? out
                       : fmt::format("\n## {}\n\n{}", desk_.say("All pairs answer alike, proved for all facts that are not given"), out);
  }
};

}  // namespace

std::string every_pair_markdown(const model::Library& library, const source::SourceMap& sources, const analysis::EveryPairAnswer& answer,
                                TextOptions options) {
  options.colour = false;
  const Desk desk{library, sources, options};
  return EveryPairMarkdown{desk, answer}.write();
}

}  // namespace isonomy::report
