// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <fmt/format.h>

#include "decision/reference.h"
#include "harmonize/plan.h"
#include "support/facts.h"
#include "support/library.h"
#include "trials.h"

namespace isonomy::test {
namespace {

using namespace harmonize;
using model::Truth;

const std::string plan_vocabulary = R"(domain trade "Trade"
flow goods from origin to destination
fact value : money "Value"
scale Level { l0 < l1 < l2 < l3 }
enum Kind { red, green }
measure trade.open : yes/no "Open?" { asked of goods both  neutral }
measure trade.level : Level "Level" { asked of goods both  asked when trade.open = yes  higher is more open }
measure trade.kind : Kind "Kind" { asked of goods receiver  neutral }
)";

PlanQuestion question(const model::Library& library, const std::vector<std::pair<std::string, std::string>>& ways) {
  PlanQuestion out;
  for (const auto& [from, to] : ways)
    out.ways.push_back({{library.jurisdiction_names.at(from), library.jurisdiction_names.at(to)}, {on_some_day()}});
  out.least = model::Severity::minor;
  return out;
}

// Four in a row with levels 3, 1, 0, 0, where neighbours may differ by one step. To cure only what collides today costs 2 and makes a new clash.
const std::string row =
    plan_vocabulary + R"(clash apart "Two steps apart" on goods severity major {
  when (sender.trade.level = l0 and receiver.trade.level >= l2) or (sender.trade.level >= l2 and receiver.trade.level = l0)
    or (sender.trade.level = l1 and receiver.trade.level = l3) or (sender.trade.level = l3 and receiver.trade.level = l1)
  kind divergence
}
)" + place_text("AA", rule_text("r", "open = yes  level = l3")) +
    place_text("BB", rule_text("r", "open = yes  level = l1")) + place_text("CC", rule_text("r", "open = yes  level = l0")) +
    place_text("DD", rule_text("r", "open = yes  level = l0")) + place_text("EE", rule_text("r", "open = yes  level = l2"));

TEST(Plan, DoesNotFallIntoTheTrapOfFive) {
  const auto world = bind_text(row);
  auto asked = question(world.library, {{"AA", "BB"}, {"BB", "CC"}, {"CC", "DD"}});
  asked.costs = {{{"", "trade.open"}, std::nullopt}, {{"AA", ""}, 9}, {{"BB", ""}, 2}, {{"CC", ""}, 3}, {{"DD", ""}, 3}};
  const auto found = plan(world.library, asked);
  ASSERT_FALSE(found.diagnostics.has_errors());
  EXPECT_EQ(found.found, (std::vector<Breach>{{"apart:AA-BB", model::Severity::major}}));
  EXPECT_EQ(found.cost, 5);
  EXPECT_TRUE(found.proved());
  ASSERT_EQ(found.changes.size(), 2U);
  EXPECT_EQ(world.library.rules[found.changes[0].rule].name, "BB.trade.r");
  EXPECT_EQ(model::to_text(found.changes[0].now.value, world.library), "l2");
  EXPECT_EQ(found.changes[0].removes, std::vector<std::string>{"apart:AA-BB"});
  EXPECT_EQ(world.library.rules[found.changes[1].rule].name, "CC.trade.r");
  EXPECT_EQ(model::to_text(found.changes[1].now.value, world.library), "l1");
}

TEST(Plan, ListsTies) {
  const auto world = bind_text(row);
  auto asked = question(world.library, {{"AA", "BB"}});
  asked.costs = {{{"", "trade.open"}, std::nullopt}};
  const auto found = plan(world.library, asked);
  EXPECT_EQ(found.cost, 1);
  ASSERT_FALSE(found.ties.empty());
  for (const auto& tie : found.ties) {
    ASSERT_EQ(tie.size(), 1U);
    EXPECT_FALSE(tie[0].rule == found.changes[0].rule && tie[0].now.value == found.changes[0].now.value);
  }
}

TEST(Plan, SaysThatNothingIsEnough) {
  const auto world = bind_text(row);
  auto asked = question(world.library, {{"AA", "BB"}});
  asked.costs = {{{"", ""}, std::nullopt}};
  const auto found = plan(world.library, asked);
  EXPECT_TRUE(found.diagnostics.has_errors());
  EXPECT_TRUE(found.changes.empty());
}

TEST(Plan, LeavesAloneWhatDoesNotCollide) {
  const auto world = bind_text(row);
  const auto found = plan(world.library, question(world.library, {{"CC", "DD"}}));
  EXPECT_TRUE(found.found.empty() && found.changes.empty() && found.proved());
}

// Four rules that each add a paper to those issued, out of seventeen: too many combinations to write down. One change to the one paper in
// use that the other side takes is enough, and each wrong one must be ruled out with its like.
TEST(Plan, LearnsFromWhatItCannotWriteDown) {
  std::string text = "domain trade \"Trade\"\nflow goods from origin to destination\nset enum Paper { p0";
  for (int i = 1; i < 20; ++i) text += fmt::format(", p{}", i);
  text += R"( }
fact value : money "Value"
measure trade.issued : set of Paper "Issued" { asked of goods sender  neutral }
measure trade.accepted : set of Paper "Accepted" { asked of goods receiver  neutral }
clash strange "No paper in common" on goods severity major {
  when sender.trade.issued shares nothing with receiver.trade.accepted
  kind contradiction
}
)";
  std::string issued;
  std::string accepted;
  std::string elsewhere;
  for (int i = 0; i < 4; ++i) issued += rule_text(fmt::format("r{}", i), fmt::format("issued includes {{p{}}}", i));
  for (int i = 16; i < 20; ++i) accepted += rule_text(fmt::format("r{}", i), fmt::format("accepted includes {{p{}}}", i));
  for (int i = 4; i < 17; ++i) elsewhere += rule_text(fmt::format("r{}", i), fmt::format("issued includes {{p{}}}", i));
  const auto world = bind_text(text + place_text("AA", issued) + place_text("BB", accepted) + place_text("CC", elsewhere));
  auto asked = question(world.library, {{"AA", "BB"}});
  asked.costs = {{{"BB", ""}, std::nullopt}};
  const auto found = plan(world.library, asked);
  ASSERT_FALSE(found.diagnostics.has_errors());
  EXPECT_EQ(found.cost, 1);
  EXPECT_TRUE(found.proved());
  EXPECT_LE(found.rounds, 3);
}

// --- against every choice of answers, tried in turn by the reference evaluator ---------------------------------------------

const std::string clashes = R"(clash apart "Apart" on goods severity major {
  when (sender.trade.level = l0 and receiver.trade.level >= l2) or (sender.trade.level >= l2 and receiver.trade.level = l0)
  kind divergence
}
clash closed "Closed" on goods severity blocking { when receiver.trade.open = no  kind block }
clash red "Red and high" on goods severity minor { when sender.trade.level >= l2 and receiver.trade.kind = red  kind contradiction }
bloc LEAGUE "League" { members AA }
ruleset LEAGUE.trade {
  commitment lifted "Lifted" { level >= l1  when value > 10 EUR  strength hard  source "Treaty" }
}
)";

std::string random_plan_law(Chance& random) {
  std::string out;
  for (const auto& [name, values] : std::vector<std::pair<std::string, std::vector<std::string>>>{
           {"open", {"yes", "no"}}, {"level", {"l0", "l2", "l3"}}, {"kind", {"red", "green"}}}) {
    const auto form = random.below(4);
    if (form == 0) out += rule_text(name, fmt::format("{} is silent", name));
    if (form == 1) out += rule_text(name, fmt::format("{} = {}", name, random.one_of(values)));
    if (form < 2) continue;
    out += rule_text("low_" + name, fmt::format("{} = {}  when value <= 10 EUR", name, random.one_of(values)));
    out += rule_text("high_" + name, fmt::format("{} = {}  when value > 10 EUR", name, random.one_of(values)));
  }
  return out;
}

class Judge {
 public:
  Judge(const model::Library& library, const PlanQuestion& question) : library_{library}, question_{question} {}

  bool clean() const {
    for (const auto& way : question_.ways)
      for (const int value : {5, 50})
        if (!clean(way, value)) return false;
    return true;
  }

 private:
  bool clean(const Way& way, int value) const {
    const auto facts = worth(library_, value);
    const auto flow = library_.flows.ids()[0];
    const auto seat = [&](model::End end) { return decision::seat_at(library_, flow, end, way.stops[0], way.stops[1]); };
    const auto answer = [&](const model::MeasureRef& ref) {
      const auto at = seat(ref.place == model::Place::sender ? model::End::sender : model::End::receiver);
      return decision::reference::decide(library_, at, ref.measure, facts).outcome;
    };
    for (const auto& clash : library_.clashes)
      if (holds(clash.when, answer) == Truth::yes) return false;
    for (const auto end : {model::End::sender, model::End::receiver}) {
      const auto at = seat(end);
      const auto& promised = *library_.commitments.begin();
      if (library_.jurisdictions[at.self].name != "AA" || value <= 10) continue;
      const auto own = decision::reference::decide(library_, at, std::get<model::MeasureRef>(promised.bound.left).measure, facts).outcome;
      if (own.state == decision::State::decided && decision::truth_of(library_, own, promised.bound) == Truth::no) return false;
    }
    return true;
  }

  template <class Answer>
  Truth holds(const model::Condition& condition, const Answer& answer) const {
    using Kind = model::Condition::Kind;
    if (condition.kind == Kind::test)
      return decision::truth_of(library_, answer(std::get<model::MeasureRef>(condition.test.left)), condition.test);
    auto out = condition.kind == Kind::all ? Truth::yes : Truth::no;
    for (const auto& part : condition.parts)
      out = condition.kind == Kind::all ? model::both(out, holds(part, answer)) : model::either(out, holds(part, answer));
    return out;
  }

  const model::Library& library_;
  const PlanQuestion& question_;
};

TEST(Plan, IsTheCheapestByEveryChoice) {
  int planned = 0;
  for (unsigned seed = 0; seed < 40; ++seed) {
    Chance random{seed};
    const auto world =
        bind_text(plan_vocabulary + clashes + place_text("AA", random_plan_law(random)) + place_text("BB", random_plan_law(random)));
    const auto asked = question(world.library, {{"AA", "BB"}, {"BB", "AA"}});
    const auto found = plan(world.library, asked);
    const auto best = fewest_changes(world.library, [&](const model::Library& edited) { return Judge{edited, asked}.clean(); });
    const bool removes_all = !found.diagnostics.has_errors() && found.impossible.empty();
    ASSERT_EQ(removes_all, best.has_value()) << "seed " << seed;
    if (!best) continue;
    EXPECT_EQ(found.cost, *best) << "seed " << seed;
    EXPECT_TRUE(found.proved()) << "seed " << seed;
    planned += *best > 0 ? 1 : 0;
    const auto edited = edited_by(found.changes, world.library);
    EXPECT_TRUE((Judge{edited, asked}.clean())) << "seed " << seed;
  }
  EXPECT_GT(planned, 10);
}

}  // namespace
}  // namespace isonomy::test
