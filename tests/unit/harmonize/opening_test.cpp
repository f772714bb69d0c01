// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <fmt/format.h>

#include <set>

#include "decision/reference.h"
#include "harmonize/plan.h"
#include "source/codes.h"
#include "support/facts.h"
#include "support/library.h"
#include "trials.h"

namespace isonomy::test {
namespace {

using namespace harmonize;
using model::JurisdictionId;

const std::string ways_vocabulary = R"(domain trade "Trade"
flow goods from origin to destination through transit
fact value : money "Value"
scale Level { banned < licensed < free }
measure trade.transit : Level "May goods pass?" { asked of goods carrier  higher is more open }
measure trade.import : Level "May goods enter?" { asked of goods receiver  higher is more open }
clash no_passing "No passing" on goods severity blocking { when carrier.trade.transit = banned  kind block }
clash no_entry "No entry" on goods severity blocking { when receiver.trade.import = banned  kind block }
)";

const std::vector<std::string> names{"AA", "BB", "CC", "DD", "EE"};

std::string law(const std::string& transit, const std::string& import) {
  return rule_text("transit", "transit = " + transit) + rule_text("import", "import = " + import);
}

std::string random_way_law(Chance& chance) {
  const std::vector<std::string> values{"banned", "licensed", "banned"};
  auto out = rule_text("import", "import = " + chance.one_of<std::string>({"free", "free", "banned"}));
  if (chance.below(3) > 0) return out + rule_text("transit", "transit = " + chance.one_of(values));
  return out + rule_text("low", fmt::format("transit = {}  when value <= 10 EUR", chance.one_of(values))) +
         rule_text("high", fmt::format("transit = {}  when value > 10 EUR", chance.one_of(values)));
}

std::string link(const std::string& from, const std::string& to) { return fmt::format("link {} <-> {} by rail {{}}\n", from, to); }

PlanQuestion opening(const model::Library& library, const std::vector<std::pair<std::string, std::string>>& pairs) {
  PlanQuestion out;
  for (const auto& [from, to] : pairs) {
    network::Wanted wanted{library.jurisdiction_names.at(from), library.jurisdiction_names.at(to), {}, some_day(), {}, {}, 1, false};
    Way way{{wanted.origin}, {on_some_day()}, network::hops_of(library, wanted)};
    source::Diagnostics diagnostics;
    const auto passed = network::between(library, wanted, way.hops, diagnostics);
    way.stops.insert(way.stops.end(), passed->begin(), passed->end());
    way.stops.push_back(wanted.destination);
    out.ways.push_back(std::move(way));
  }
  return out;
}

bool banned(const model::Library& library, JurisdictionId who, model::End end, const std::string& name, const Way& way) {
  for (const int value : {5, 50}) {
    const decision::Seat seat{who, library.flows.ids()[0], end, way.stops.front(), way.stops.back()};
    const auto answer =
        decision::reference::decide(library, seat, library.measure_names.at("trade." + name), worth(library, value)).outcome;
    const auto* level = answer.state == decision::State::decided ? std::get_if<model::Scalar>(&answer.value) : nullptr;
    if (level != nullptr && std::get<model::Enumerator>(*level).index == 0) return true;
  }
  return false;
}

// Whether some path that passes nobody twice leads on without a ban.
bool leads_on(const model::Library& library, const Way& way, JurisdictionId at, std::set<JurisdictionId>& passed) {
  if (at == way.stops.back()) return true;
  for (const auto& hop : way.hops) {
    if (hop.from != at || passed.contains(hop.to)) continue;
    if (hop.to != way.stops.back() && banned(library, hop.to, model::End::carrier, "transit", way)) continue;
    passed.insert(hop.to);
    if (leads_on(library, way, hop.to, passed)) return true;
    passed.erase(hop.to);
  }
  return false;
}

bool all_open(const model::Library& library, const PlanQuestion& asked) {
  for (const auto& way : asked.ways) {
    std::set<JurisdictionId> passed{way.stops.front()};
    if (banned(library, way.stops.back(), model::End::receiver, "import", way) || !leads_on(library, way, way.stops.front(), passed))
      return false;
  }
  return true;
}

TEST(Opening, IsTheCheapestByEveryChoice) {
  int needed = 0;
  for (unsigned seed = 0; seed < 40; ++seed) {
    Chance chance{seed};
    auto text = ways_vocabulary;
    for (const auto& name : names) text += place_text(name, random_way_law(chance));
    // A row, so that every two are connected, and more.
    for (std::size_t i = 0; i + 1 < names.size(); ++i) text += link(names[i], names[i + 1]);
    if (chance.below(2) == 0) text += link("AA", "CC");
    if (chance.below(2) == 0) text += link("BB", "EE");
    const auto world = bind_text(text);
    std::vector<std::pair<std::string, std::string>> pairs{{"AA", "EE"}, {"DD", "AA"}};
    if (chance.below(2) == 0) pairs.emplace_back("BB", "DD");
    const auto asked = opening(world.library, pairs);
    const auto found = plan(world.library, asked);
    const auto open = [&](const model::Library& edited) { return all_open(edited, asked); };
    const auto best = cheapest_changes(world.library, found, open, seed);
    if (!best) continue;
    needed += *best > 0 ? 1 : 0;
    for (const auto& one : found.openings) {
      ASSERT_GE(one.after.size(), 2U) << "seed " << seed;
      EXPECT_EQ(std::set<JurisdictionId>(one.after.begin(), one.after.end()).size(), one.after.size()) << "seed " << seed;
    }
  }
  EXPECT_GT(needed, 20);
}

// Two ways round: the longer is the cheaper to open.
const std::string ring = ways_vocabulary + place_text("AA", law("free", "free")) + place_text("BB", law("banned", "free")) +
                         place_text("CC", law("banned", "free")) + place_text("DD", law("licensed", "free")) +
                         place_text("EE", law("free", "free")) + link("AA", "BB") + link("BB", "EE") + link("AA", "CC") + link("CC", "DD") +
                         link("DD", "EE");

TEST(Opening, TakesTheCheaperWay) {
  const auto world = bind_text(ring);
  auto asked = opening(world.library, {{"AA", "EE"}});
  asked.costs = {{{"BB", ""}, 5}, {{"CC", ""}, 2}};
  const auto found = plan(world.library, asked);
  EXPECT_EQ(found.cost, 2);
  EXPECT_TRUE(found.proved());
  ASSERT_EQ(found.openings.size(), 1U);
  EXPECT_TRUE(found.openings[0].before.empty());
  EXPECT_EQ(found.openings[0].after.size(), 4U);
}

TEST(Opening, WhatIsOpenNeedsNothing) {
  const auto world = bind_text(ring);
  const auto found = plan(world.library, opening(world.library, {{"CC", "EE"}}));
  EXPECT_FALSE(found.needed());
  EXPECT_TRUE(found.proved());
  EXPECT_EQ(found.openings[0].before, found.openings[0].after);
}

TEST(Opening, SaysWhichWayCannotBeOpened) {
  const auto world = bind_text(ring);
  auto asked = opening(world.library, {{"AA", "EE"}, {"CC", "EE"}});
  asked.costs = {{{"BB", ""}, std::nullopt}, {{"CC", ""}, std::nullopt}};
  const auto found = plan(world.library, asked);
  ASSERT_TRUE(found.diagnostics.has_errors());
  EXPECT_EQ(found.diagnostics.items().front().code, source::Code::no_plan);
  EXPECT_EQ(found.diagnostics.items().front().message, "no change of rules opens a way from AA to EE");
  EXPECT_TRUE(found.changes.empty());
}

}  // namespace
}  // namespace isonomy::test
