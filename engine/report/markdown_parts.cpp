// SPDX-License-Identifier: Apache-2.0
#include "report/markdown_parts.h"

#include <fmt/format.h>

#include "report/markup.h"

namespace isonomy::report {

std::string markdown_heading(const Desk& desk, const std::string& what, const std::optional<base::Date>& on,
                             std::vector<std::pair<std::string, std::string>> given) {
  std::erase_if(given, [&](const auto& fact) { return on && fact.first == "on"; });
  const auto out = fmt::format("# {}\n", on ? desk.say("{} on {}", what, base::to_text(*on)) : desk.say("{} on any day", what));
  return given.empty() ? out : fmt::format("{}\n{}\n", out, desk.say("Given: {}", markdown_escaped(desk.said(facts_text(given)))));
}

std::string markdown_title(const Desk& desk, model::MeasureId measure, model::End position) {
  const auto& of = desk.library.measures[measure];
  const auto label = desk.label(of.label);
  const auto name = fmt::format("`{}`, {}", of.name, desk.say(analysis::position_name(position)));
  return label.empty() ? name : fmt::format("{}: {}", name, markdown_escaped(label));
}

}  // namespace isonomy::report
