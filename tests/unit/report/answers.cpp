// SPDX-License-Identifier: Apache-2.0
#include "answers.h"

namespace isonomy::test {
namespace {

model::RuleId add_rule(World& world, const std::string& name, std::uint32_t begin, std::optional<base::Date> checked) {
  const auto file = world.sources.files().ids().front();
  model::Rule rule;
  rule.name = name;
  rule.name_span = {file, begin, begin + 4};
  rule.sources = {{"Act on " + name, "7", "https://example.org/" + name, checked, rule.name_span}};
  return world.library.rules.add(std::move(rule));
}

decision::Seat receiver(const World& world) { return {world.bb, world.flow, model::End::receiver, world.aa, world.bb}; }

}  // namespace

World world() {
  World out;
  out.sources.add("laws/a.law", "rule duty\nrule free\nclash both\n");
  auto& library = out.library;
  out.aa = library.jurisdictions.add({"AA", {"Aland", {{"zh", "甲国"}}}, {}, {}, {}});
  out.bb = library.jurisdictions.add({"BB", {}, {}, {}, {}});
  out.flow = library.flows.add({"goods", {}, true, false});
  const auto measure = [&](const char* name, const char* label, const char* chinese) {
    model::Measure one;
    one.name = name;
    one.label = {label, {{"zh", chinese}}};
    one.flow = out.flow;
    return library.measures.add(std::move(one));
  };
  out.duty = measure("customs.duty", "Is duty charged?", "是否征税？");
  out.ban = measure("customs.ban", "Are the goods banned?", "货物是否禁止？");
  out.checked = add_rule(out, "AA.duty", 5, base::parse_date("2026-05-01"));
  out.unchecked = add_rule(out, "BB.free", 15, std::nullopt);
  return out;
}

decision::Outcome flag(bool value) { return {decision::State::decided, model::Scalar{value}}; }

decision::Outcome silent() { return {decision::State::silent, {}}; }

analysis::DecisionAnswer dependent(const World& world) {
  analysis::DecisionAnswer out{receiver(world), world.duty, {}, {}};
  out.regions.push_back({"value up to 150 EUR", {{"value", "up to 150 EUR"}}, flag(true), {world.checked}});
  out.regions.push_back({"value over 150 EUR", {{"value", "over 150 EUR"}}, flag(false), {world.unchecked}});
  return out;
}

analysis::DecisionAnswer single(const World& world, decision::Outcome outcome, std::vector<model::RuleId> rules) {
  return {receiver(world), world.ban, {}, {{"in all cases", {}, std::move(outcome), std::move(rules)}}};
}

analysis::Finding clash(const World& world) {
  analysis::Finding out;
  out.id = "both:AA-BB";
  out.severity = model::Severity::blocking;
  out.clash = "both";
  out.label = {"They collide", {{"zh", "冲突"}}};
  out.flow = world.flow;
  out.sides.push_back({world.aa, world.ban, flag(false), {world.checked}});
  out.sides.push_back({world.bb, world.ban, silent(), {}});
  out.when = "value over 150 EUR";
  out.region = {{"value", "over 150 EUR"}};
  out.witness = {{"value", "151 EUR"}};
  out.from = base::parse_date("2026-07-01");
  out.remedy = {"Agree on one.", {}};
  out.span = {world.sources.files().ids().front(), 26, 30};
  return out;
}

}  // namespace isonomy::test
