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
                     name.empty() ? "" : " (" + name + ")", desk.say(analysis::position_name(seat.end)));
}

std::string line_words(const Desk& desk, const DecisionAnswer& decision) {
  return decision.line ? ", " + desk.say("line {}", *decision.line) : std::string{};
}

bool told(const DecisionAnswer& decision) {
  return decision.depends() || (!decision.regions.empty() && decision.regions[0].outcome.state == State::decided);
}

using Rules = std::vector<model::RuleId>;

// The sources of a rule stand where the rule is first named at a position.
Rules newly_named(const Desk& desk, const DecisionAnswer& decision, Rules& named) {
  Rules out;
  for (std::size_t i = 0; i < std::min(decision.regions.size(), desk.options.most); ++i)
    for (const auto rule : decision.regions[i].rules) {
      if (std::find(named.begin(), named.end(), rule) != named.end()) continue;
      named.push_back(rule);
      out.push_back(rule);
    }
  return out;
}

std::string known_text(const Desk& desk, const Rules& rules, const Rules& fresh) {
  std::string out;
  for (const auto rule : rules)
    if (std::find(fresh.begin(), fresh.end(), rule) == fresh.end())
      out += fmt::format("      {}\n", desk.say("{}, as above", desk.rules({rule})));
  return out;
}

std::string decision_text(const Desk& desk, const DecisionAnswer& decision, Rules& named) {
  const bool depends = decision.depends();
  const auto& first = decision.regions.front();
  auto out = fmt::format("  {} {}  {}{}\n", desk.question(decision.measure), depends ? desk.say("it depends") : desk.value(first.outcome),
                         desk.paint.faint(desk.library.measures[decision.measure].name), line_words(desk, decision));
  const auto fresh = newly_named(desk, decision, named);
  out += depends ? regions_text(desk, decision, 6) : known_text(desk, first.rules, fresh);
  return out + references_text(desk, fresh, depends ? 10 : 6, Depth::sources);
}

// `Silent: a, b` for the measures of one state that need no more words.
std::string list_text(const Desk& desk, Decisions decisions, std::string_view title, State state) {
  std::vector<std::string> names;
  for (const auto& decision : decisions)
    if (!told(decision) && !decision.regions.empty() && decision.regions[0].outcome.state == state)
      names.push_back(desk.library.measures[decision.measure].name + line_words(desk, decision));
  return names.empty() ? std::string{} : fmt::format("  {}: {}\n", title, fmt::join(names, ", "));
}

std::string position_text(const Desk& desk, Decisions decisions) {
  auto out = fmt::format("\n{}\n", desk.paint.bold(position_title(desk, decisions.front().seat)));
  Rules named;
  for (const auto& decision : decisions)
    if (told(decision)) out += decision_text(desk, decision, named);
  out += list_text(desk, decisions, desk.paint.yellow(desk.say("Silent")), State::silent);
  out += list_text(desk, decisions, desk.paint.yellow(desk.say("Unknown")), State::unknown);
  return out + list_text(desk, decisions, desk.paint.faint(desk.say("Not applicable")), State::not_applicable);
}

}  // namespace

std::string regions_text(const Desk& desk, const DecisionAnswer& decision, std::size_t indent) {
  std::string out;
  for (std::size_t i = 0; i < std::min(decision.regions.size(), desk.options.most); ++i) {
    const auto& region = decision.regions[i];
    const auto by = region.rules.empty() ? std::string{} : fmt::format(" ({})", desk.rules(region.rules));
    out += fmt::format("{:{}}{}: {}{}\n", "", indent, shown(desk.said(region.when)), desk.value(region.outcome), by);
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
