// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <span>

#include "report/check_parts.h"

namespace isonomy::report {
namespace {

using analysis::DecisionAnswer;
using decision::State;
using Decisions = std::span<const DecisionAnswer>;

std::string capital(std::string text) {
  if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text;
}

std::string position_title(const Desk& desk, const decision::Seat& seat) {
  const auto& flow = desk.library.flows[seat.flow];
  const auto& jurisdiction = desk.library.jurisdictions[seat.self];
  const auto flow_label = desk.label(flow.label);
  const auto name = desk.label(jurisdiction.label);
  return fmt::format("{} - {}{}, {}", capital(flow_label.empty() ? flow.name : flow_label), jurisdiction.name,
                     name.empty() ? "" : " (" + name + ")", analysis::position_name(seat.end));
}

std::vector<model::RuleId> rules_printed(const Desk& desk, const DecisionAnswer& decision) {
  std::vector<model::RuleId> out;
  for (std::size_t i = 0; i < std::min(decision.regions.size(), desk.options.most); ++i)
    for (const auto rule : decision.regions[i].rules)
      if (std::find(out.begin(), out.end(), rule) == out.end()) out.push_back(rule);
  return out;
}

std::string line_words(const DecisionAnswer& decision) { return decision.line ? fmt::format(", line {}", *decision.line) : std::string{}; }

bool told(const DecisionAnswer& decision) {
  return decision.depends() || (!decision.regions.empty() && decision.regions[0].outcome.state == State::decided);
}

std::string decision_text(const Desk& desk, const DecisionAnswer& decision) {
  const auto value = decision.depends() ? "it depends" : desk.value(decision.regions[0].outcome);
  auto out = fmt::format("  {} {}  {}{}\n", desk.question(decision.measure), value,
                         desk.paint.faint(desk.library.measures[decision.measure].name), line_words(decision));
  if (decision.depends()) out += regions_text(desk, decision, 6);
  return out + references_text(desk, rules_printed(desk, decision), decision.depends() ? 10 : 6);
}

// `Silent: a, b` for the measures of one state that need no more words.
std::string list_text(const Desk& desk, Decisions decisions, std::string_view title, State state) {
  std::vector<std::string> names;
  for (const auto& decision : decisions)
    if (!told(decision) && !decision.regions.empty() && decision.regions[0].outcome.state == state)
      names.push_back(desk.library.measures[decision.measure].name + line_words(decision));
  return names.empty() ? std::string{} : fmt::format("  {}: {}\n", title, fmt::join(names, ", "));
}

std::string position_text(const Desk& desk, Decisions decisions) {
  auto out = fmt::format("\n{}\n", desk.paint.bold(position_title(desk, decisions.front().seat)));
  for (const auto& decision : decisions)
    if (told(decision)) out += decision_text(desk, decision);
  out += list_text(desk, decisions, desk.paint.yellow("Silent"), State::silent);
  out += list_text(desk, decisions, desk.paint.yellow("Unknown"), State::unknown);
  return out + list_text(desk, decisions, desk.paint.faint("Not applicable"), State::not_applicable);
}

}  // namespace

std::string regions_text(const Desk& desk, const DecisionAnswer& decision, std::size_t indent) {
  std::string out;
  for (std::size_t i = 0; i < std::min(decision.regions.size(), desk.options.most); ++i) {
    const auto& region = decision.regions[i];
    const auto by = region.rules.empty() ? std::string{} : fmt::format(" ({})", desk.rules(region.rules));
    out += fmt::format("{:{}}{}: {}{}\n", "", indent, shown(region.when), desk.value(region.outcome), by);
  }
  return out + more_text(desk, decision.regions.size(), indent);
}

std::string decisions_text(const Desk& desk, const std::vector<DecisionAnswer>& decisions) {
  std::string out;
  for (auto begin = decisions.begin(); begin != decisions.end();) {
    const auto end = std::find_if(begin, decisions.end(), [&](const DecisionAnswer& other) { return other.seat != begin->seat; });
    out += position_text(desk, {begin, end});
    begin = end;
  }
  return out;
}

}  // namespace isonomy::report
