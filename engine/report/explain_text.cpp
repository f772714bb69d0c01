// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "report/check_parts.h"
#include "report/explain.h"

namespace isonomy::report {
namespace {

using analysis::ExplainAnswer;

std::string answer_text(const Desk& desk, const ExplainAnswer& answer) {
  const auto& decision = answer.decision;
  const auto title = fmt::format("\n{}, {}: {}", desk.library.jurisdictions[decision.seat.self].name,
                                 desk.say(analysis::position_name(decision.seat.end)), desk.question(decision.measure));
  const auto name = desk.paint.faint(desk.library.measures[decision.measure].name);
  if (decision.regions.size() == 1) return fmt::format("{} {}  {}\n", title, desk.value(decision.regions[0].outcome), name);
  return fmt::format("{} {}  {}\n{}", title, desk.say("it depends"), name, regions_text(desk, decision, 2));
}

std::string section(const Desk& desk, std::string_view title, const std::string& body) {
  return body.empty() ? std::string{} : fmt::format("\n{}\n{}", desk.paint.bold(desk.say(title)), body);
}

std::string at_text(const Desk& desk, const ExplainAnswer& answer) {
  if (!answer.decision.depends() || answer.at.empty()) return {};
  return fmt::format("  {}\n", desk.said(facts_text({answer.at.begin(), answer.at.end()})));
}

std::string won_text(const Desk& desk, const ExplainAnswer& answer) {
  std::string out;
  for (const auto rule : answer.won) {
    out += references_text(desk, std::vector{rule}, 2, Depth::links);
    const auto note = desk.label(desk.library.rules[rule].note);
    if (!note.empty()) out += fmt::format("      {}\n", desk.say("note: {}", note));
  }
  return out.empty() ? fmt::format("  {}\n", desk.say("no rule")) : out;
}

std::string holds_text(const Desk& desk, model::Truth holds) {
  constexpr std::size_t widest = 7;
  if (holds == model::Truth::unknown) return desk.paint.yellow(padded(desk.said("unknown"), widest));
  return holds == model::Truth::yes ? desk.paint.green(padded(desk.said("yes"), widest)) : desk.paint.red(padded(desk.said("no"), widest));
}

std::string conditions_text(const Desk& desk, const ExplainAnswer& answer) {
  constexpr std::size_t widest = 48;
  std::size_t width = 0;
  for (const auto& one : answer.conditions) width = std::max(width, width_of(desk.said(one.text)));
  std::string out;
  for (const auto& one : answer.conditions)
    out += fmt::format("  {}  {}  {}\n", holds_text(desk, one.holds), padded(shown(desk.said(one.text)), std::min(width, widest)),
                       desk.say("here {}", shown(desk.said(one.actual))));
  return out;
}

std::string flips_text(const Desk& desk, const ExplainAnswer& answer) {
  std::string out;
  for (std::size_t i = 0; i < std::min(answer.flips.size(), desk.options.most); ++i)
    out += fmt::format("  {} -> {}\n", shown(desk.said(change_words(answer.flips[i]))), desk.value(answer.flips[i].outcome));
  return out + more_text(desk, answer.flips.size(), 2);
}

}  // namespace

std::string explain_text(const model::Library& library, const source::SourceMap& sources, const ExplainAnswer& answer,
                         const TextOptions& options) {
  const Desk desk{library, sources, options};
  auto out = heading(desk, answer.stops, answer.on, answer.given) + answer_text(desk, answer);
  out += section(desk, "Explained for", at_text(desk, answer));
  out += section(desk, "Decided by", won_text(desk, answer));
  out += section(desk, "Overridden", references_text(desk, answer.overridden, 2, Depth::links));
  out += section(desk, "Conditions", conditions_text(desk, answer));
  return out + section(desk, "What would change the answer", flips_text(desk, answer));
}

}  // namespace isonomy::report
