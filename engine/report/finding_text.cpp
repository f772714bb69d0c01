// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "report/check_parts.h"

namespace isonomy::report {
namespace {

using analysis::Finding;

std::string severity_text(const Desk& desk, model::Severity severity) {
  const auto name = analysis::name_of(severity);
  if (severity == model::Severity::note) return std::string{name};
  return severity == model::Severity::minor ? desk.paint.yellow(name) : desk.paint.red(name);
}

std::string title(const Desk& desk, const Finding& finding) {
  const auto label = desk.label(finding.label);
  const auto line = finding.line ? fmt::format(", line {}", *finding.line) : std::string{};
  return fmt::format("{}: {}  {}{}", severity_text(desk, finding.severity), desk.paint.bold(label.empty() ? finding.clash : label),
                     desk.paint.faint(finding.id), line);
}

std::string side_words(const Desk& desk, const analysis::Side& side) {
  return fmt::format("{} {}: {}", desk.library.jurisdictions[side.jurisdiction].name, desk.library.measures[side.measure].name,
                     desk.value(side.outcome));
}

std::string sides_text(const Desk& desk, const Finding& finding) {
  std::string out;
  for (const auto& side : finding.sides)
    out += fmt::format("      {}\n{}", side_words(desk, side), references_text(desk, side.rules, 10, Depth::places));
  return out;
}

std::string row(std::string_view name, const std::string& text) {
  return text.empty() ? std::string{} : fmt::format("      {}: {}\n", name, text);
}

}  // namespace

std::string finding_text(const Desk& desk, const Finding& finding) {
  auto out = fmt::format("  {}\n{}", title(desk, finding), sides_text(desk, finding));
  out += row("when", shown(finding.when));
  out += row("days", days_text(finding.from, finding.until));
  if (!finding.sources.empty()) out += fmt::format("      under:\n{}", references_text(desk, finding.sources, 10));
  return out + row("remedy", desk.label(finding.remedy));
}

std::string brief_text(const Desk& desk, const Finding& finding) {
  std::vector<std::string> sides;
  for (const auto& side : finding.sides) sides.push_back(side_words(desk, side));
  return fmt::format("  {}\n      {}\n{}", title(desk, finding), fmt::join(sides, "; "),
                     finding.region.empty() ? std::string{} : row("when", shown(finding.when)));
}

std::string findings_text(const Desk& desk, const std::vector<Finding>& findings) {
  std::string out;
  for (const auto& finding : findings)
    if (!finding.clash.empty()) out += finding_text(desk, finding);
  return fmt::format("\n{}\n{}", desk.paint.bold("Blocks and conflicts"), out.empty() ? "  none found\n" : out);
}

std::string possible_text(const Desk& desk, const std::vector<Finding>& possible) {
  if (possible.empty()) return {};
  auto out = fmt::format("\n{}\n", desk.paint.bold("Possible conflicts, where the law is silent or unknown"));
  for (std::size_t i = 0; i < std::min(possible.size(), desk.options.most); ++i) out += brief_text(desk, possible[i]);
  return out + more_text(desk, possible.size(), 2);
}

}  // namespace isonomy::report
