// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "report/check_parts.h"

namespace isonomy::report {
namespace {

using analysis::Finding;

std::string severity_text(const Desk& desk, model::Severity severity) {
  auto name = desk.say(analysis::name_of(severity));
  if (severity == model::Severity::note) return name;
  return severity == model::Severity::minor ? desk.paint.yellow(name) : desk.paint.red(name);
}

std::string title(const Desk& desk, const Finding& finding) {
  const auto label = desk.label(finding.label);
  const auto line = finding.line ? ", " + desk.say("line {}", *finding.line) : std::string{};
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

// `when: a region`, as a line, if there is anything to say.
std::string row(const Desk& desk, std::string_view words, const std::string& text) {
  return text.empty() ? std::string{} : fmt::format("      {}\n", desk.say(words, text));
}

}  // namespace

std::string finding_text(const Desk& desk, const Finding& finding) {
  auto out = fmt::format("  {}\n{}", title(desk, finding), sides_text(desk, finding));
  out += row(desk, "when: {}", shown(desk.said(finding.when)));
  out += row(desk, "days: {}", days_text(desk, finding.from, finding.until));
  if (!finding.sources.empty()) out += fmt::format("      {}\n{}", desk.say("under:"), references_text(desk, finding.sources, 10));
  return out + row(desk, "remedy: {}", desk.label(finding.remedy));
}

std::string brief_text(const Desk& desk, const Finding& finding) {
  std::vector<std::string> sides;
  for (const auto& side : finding.sides) sides.push_back(side_words(desk, side));
  return fmt::format("  {}\n      {}\n{}", title(desk, finding), fmt::join(sides, "; "),
                     finding.region.empty() ? std::string{} : row(desk, "when: {}", shown(desk.said(finding.when))));
}

std::string findings_text(const Desk& desk, const std::vector<Finding>& findings) {
  std::string out;
  for (const auto& finding : findings)
    if (!finding.clash.empty()) out += finding_text(desk, finding);
  return fmt::format("\n{}\n{}", desk.paint.bold(desk.say("Blocks and conflicts")),
                     out.empty() ? "  " + desk.say("none found") + "\n" : out);
}

std::string possible_text(const Desk& desk, const std::vector<Finding>& possible) {
  if (possible.empty()) return {};
  auto out = fmt::format("\n{}\n", desk.paint.bold(desk.say("Possible conflicts, where the law is silent or unknown")));
  for (std::size_t i = 0; i < std::min(possible.size(), desk.options.most); ++i) out += brief_text(desk, possible[i]);
  return out + more_text(desk, possible.size(), 2);
}

}  // namespace isonomy::report
