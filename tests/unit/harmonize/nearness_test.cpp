// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <fmt/format.h>

#include "harmonize/plan.h"
#include "source/codes.h"
#include "support/facts.h"
#include "support/library.h"
#include "trials.h"

namespace isonomy::test {
namespace {

using namespace harmonize;
using base::Rational;

const std::string near_vocabulary = R"(domain trade "Trade"
flow goods from origin to destination
fact value : money "Value"
scale Level { l0 < l1 < l2 < l3 }
measure trade.open : yes/no "Open?" { asked of goods both  neutral }
measure trade.level : Level "Level" { asked of goods both  asked when trade.open = yes  higher is more open }
measure trade.fee : money "Fee" { asked of goods receiver  lower is more open }
)";

Comparison all_of(const model::Library& library) {
  const auto value = library.fact_names.at("value");
  return {library.jurisdictions.ids(),
          library.measures.ids(),
          {},
          {"", {{"small", 3, {{value, euros(5)}}, model::Elsewhere{}}, {"large", 1, {{value, euros(50)}}, model::Elsewhere{}}}},
          some_day()};
}

PlanQuestion within(const model::Library& library, const Rational& most) {
  PlanQuestion out;
  out.nearness = Nearness{all_of(library), most};
  return out;
}

std::vector<Rational> known(const Distances& distances) {
  std::vector<Rational> out;
  for (std::size_t a = 0; a < distances.comparison().scope.size(); ++a)
    for (std::size_t b = a + 1; b < distances.comparison().scope.size(); ++b) out.push_back(distances.apart(a, b).known);
  return out;
}

// As the reference evaluator and the scale of the law as it is have it; of no pair less is known than before.
bool near(const model::Library& before, const model::Library& edited, const Rational& most) {
  const Distances now{edited, all_of(before), &before};
  const auto least = known(Distances{before, all_of(before)});
  const auto found = known(now);
  for (std::size_t i = 0; i < found.size(); ++i)
    if (found[i] < least[i]) return false;
  for (std::size_t a = 0; a < now.comparison().scope.size(); ++a)
    for (std::size_t b = a + 1; b < now.comparison().scope.size(); ++b)
      if (const auto one = now.distance(a, b); !one || *one > most) return false;
  return true;
}

// One measure of each law at most turns on the value, so that every choice can be tried.
std::string random_near_law(Chance& chance) {
  std::string out;
  const auto split = chance.below(4);
  int number = 0;
  for (const auto& [name, values] : std::vector<std::pair<std::string, std::vector<std::string>>>{
           {"open", {"yes", "yes", "no"}}, {"level", {"l0", "l2", "l3"}}, {"fee", {"1 EUR", "4 EUR", "10 EUR", "unlimited"}}}) {
    const bool silent = chance.below(6) == 0;
    if (silent) out += rule_text(name, fmt::format("{} is silent", name));
    else if (number != split) out += rule_text(name, fmt::format("{} = {}", name, chance.one_of(values)));
    else {
      out += rule_text("low_" + name, fmt::format("{} = {}  when value <= 10 EUR", name, chance.one_of(values)));
      out += rule_text("high_" + name, fmt::format("{} = {}  when value > 10 EUR", name, chance.one_of(values)));
    }
    ++number;
  }
  return out;
}

void expect_cheapest(const Bound& world, const Rational& most, unsigned seed, int& needed) {
  const auto found = plan(world.library, within(world.library, most));
  const auto before = known(Distances{world.library, all_of(world.library)});
  if (std::find(before.begin(), before.end(), Rational{0}) != before.end()) {
    EXPECT_TRUE(found.diagnostics.has_errors()) << "seed " << seed;
    return;
  }
  const auto good = [&](const model::Library& edited) { return near(world.library, edited, most); };
  needed += cheapest_changes(world.library, found, good, seed).value_or(0) > 0 ? 1 : 0;
}

TEST(Nearness, IsTheCheapestByEveryChoiceOfTwo) {
  int needed = 0;
  for (unsigned seed = 0; seed < 30; ++seed) {
    Chance chance{seed};
    const auto world = bind_text(near_vocabulary + place_text("AA", random_near_law(chance)) + place_text("BB", random_near_law(chance)));
    expect_cheapest(world, Rational(chance.below(3), 5), seed, needed);
  }
  EXPECT_GT(needed, 8);
}

TEST(Nearness, IsTheCheapestByEveryChoiceOfThree) {
  int needed = 0;
  for (unsigned seed = 100; seed < 110; ++seed) {
    Chance chance{seed};
    auto text = near_vocabulary;
    for (const auto* name : {"AA", "BB", "CC"})
      text += place_text(name, rule_text("open", "open = yes") +
                                   rule_text("level", "level = " + chance.one_of<std::string>({"l0", "l1", "l3"})) +
                                   rule_text("fee", "fee = " + chance.one_of<std::string>({"1 EUR", "7 EUR", "9 EUR"})));
    expect_cheapest(bind_text(text), Rational(1, 4), seed, needed);
  }
  EXPECT_GT(needed, 5);
}

const std::string two =
    place_text("AA", rule_text("open", "open = yes") + rule_text("level", "level = l3") + rule_text("fee", "fee = 1 EUR")) +
    place_text("BB", rule_text("open", "open = yes") + rule_text("level", "level = l0") + rule_text("fee", "fee = 1 EUR"));

TEST(Nearness, TheTargetItselfIsNear) {
  const auto world = bind_text(near_vocabulary + two);
  const auto now = *Distances{world.library, all_of(world.library)}.distance(0, 1);
  EXPECT_EQ(now, Rational(1, 3));
  EXPECT_EQ(plan(world.library, within(world.library, now)).cost, 0);
  EXPECT_EQ(plan(world.library, within(world.library, now - Rational(1, 1'000'000'000'000))).cost, 1);
}

TEST(Nearness, CostsDecide) {
  const auto world = bind_text(near_vocabulary + two);
  auto asked = within(world.library, 0);
  asked.costs = {{{"AA", ""}, 5}, {{"BB", ""}, 3}};
  const auto found = plan(world.library, asked);
  EXPECT_EQ(found.cost, 3);
  ASSERT_EQ(found.changes.size(), 1U);
  EXPECT_EQ(world.library.rules[found.changes[0].rule].name, "BB.trade.level");
  asked.costs = {};
  EXPECT_EQ(plan(world.library, asked).ties.size(), 1U);
}

// The cheapest change alone would bring what the clash forbids.
TEST(Nearness, MakesNoNewClash) {
  const std::string clash =
      "clash low \"Both low\" on goods severity major { when sender.trade.level = l0 and receiver.trade.level = l0  kind divergence }\n";
  const auto world = bind_text(near_vocabulary + clash + two);
  auto asked = within(world.library, 0);
  asked.costs = {{{"AA", ""}, 1}, {{"BB", ""}, 3}};
  const auto& at = world.library.jurisdiction_names;
  EXPECT_EQ(plan(world.library, asked).cost, 1);
  asked.ways = {{{at.at("AA"), at.at("BB")}, {on_some_day()}}};
  const auto found = plan(world.library, asked);
  EXPECT_EQ(found.cost, 3);
  EXPECT_TRUE(found.proved());
}

TEST(Nearness, WhatNobodyKnowsIsNotNear) {
  const auto world = bind_text(near_vocabulary + two + place_text("CC", ""));
  const auto found = plan(world.library, within(world.library, 1));
  ASSERT_TRUE(found.diagnostics.has_errors());
  EXPECT_EQ(found.diagnostics.items().front().code, source::Code::nothing_known);
  EXPECT_TRUE(found.changes.empty());
}

TEST(Nearness, SaysThatNothingIsEnough) {
  const auto world = bind_text(near_vocabulary + two);
  auto asked = within(world.library, 0);
  asked.costs = {{{"", "trade.level"}, std::nullopt}};
  const auto found = plan(world.library, asked);
  ASSERT_TRUE(found.diagnostics.has_errors());
  EXPECT_EQ(found.diagnostics.items().front().code, source::Code::no_plan);
  EXPECT_TRUE(found.changes.empty());
}

}  // namespace
}  // namespace isonomy::test
