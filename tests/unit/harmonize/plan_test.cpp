// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <fmt/format.h>

#include <random>

#include "decision/reference.h"
#include "harmonize/plan.h"
#include "support/library.h"

namespace isonomy::test {
namespace {

using namespace harmonize;
using model::Truth;

const std::string vocabulary = R"(domain trade "Trade"
flow goods from origin to destination
fact value : money "Value"
scale Level { l0 < l1 < l2 < l3 }
enum Kind { red, green }
measure trade.open : yes/no "Open?" { asked of goods both  neutral }
measure trade.level : Level "Level" { asked of goods both  asked when trade.open = yes  higher is more open }
measure trade.kind : Kind "Kind" { asked of goods receiver  neutral }
)";

std::string rule(const std::string& name, const std::string& says) { return fmt::format("rule {} {{ {}  source \"Act\" }} ", name, says); }

std::string place(const std::string& name, const std::string& rules) {
  return fmt::format("jurisdiction {} {{ currency EUR }}\nruleset {}.trade {{ {} }}\n", name, name, rules);
}

model::Test on_day() {
  return {
      model::fact_id(model::BuiltIn::on), model::Relation::equal, {{model::Scalar{*base::parse_date("2026-01-01")}, {}}}, false, {}, {}};
}

PlanQuestion question(const model::Library& library, const std::vector<std::pair<std::string, std::string>>& ways) {
  PlanQuestion out;
  for (const auto& [from, to] : ways)
    out.ways.push_back({{library.jurisdiction_names.at(from), library.jurisdiction_names.at(to)}, {on_day()}});
  out.least = model::Severity::minor;
  return out;
}

// Four in a row with levels 3, 1, 0, 0, where neighbours may differ by one step. To cure only what collides today costs 2 and makes a new clash.
const std::string row = vocabulary + R"(clash apart "Two steps apart" on goods severity major {
  when (sender.trade.level = l0 and receiver.trade.level >= l2) or (sender.trade.level >= l2 and receiver.trade.level = l0)
    or (sender.trade.level = l1 and receiver.trade.level = l3) or (sender.trade.level = l3 and receiver.trade.level = l1)
  kind divergence
}
)" + place("AA", rule("r", "open = yes  level = l3")) +
                        place("BB", rule("r", "open = yes  level = l1")) + place("CC", rule("r", "open = yes  level = l0")) +
                        place("DD", rule("r", "open = yes  level = l0")) + place("EE", rule("r", "open = yes  level = l2"));

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

class Random {
 public:
  explicit Random(unsigned seed) : from_{seed} {}
  std::string one_of(const std::vector<std::string>& all) {
    return all[std::uniform_int_distribution<std::size_t>{0, all.size() - 1}(from_)];
  }
  int below(int end) { return std::uniform_int_distribution<int>{0, end - 1}(from_); }

 private:
  std::mt19937 from_;
};

std::string random_law(Random& random) {
  std::string out;
  for (const auto& [name, values] : std::vector<std::pair<std::string, std::vector<std::string>>>{
           {"open", {"yes", "no"}}, {"level", {"l0", "l2", "l3"}}, {"kind", {"red", "green"}}}) {
    const auto form = random.below(4);
    if (form == 0) out += rule(name, fmt::format("{} is silent", name));
    if (form == 1) out += rule(name, fmt::format("{} = {}", name, random.one_of(values)));
    if (form < 2) continue;
    out += rule("low_" + name, fmt::format("{} = {}  when value <= 10 EUR", name, random.one_of(values)));
    out += rule("high_" + name, fmt::format("{} = {}  when value > 10 EUR", name, random.one_of(values)));
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
    decision::Transaction facts;
    facts[library_.fact_names.at("value")] = model::Scalar{base::Money{value, *base::parse_currency("EUR")}};
    facts[model::fact_id(model::BuiltIn::on)] = model::Scalar{*base::parse_date("2026-01-01")};
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

/// What one rule may come to say.
struct Answers {
  model::RuleId rule;
  model::Assignment old;
  std::vector<model::Assignment> others;
};

std::vector<Answers> all_answers(const model::Library& library) {
  std::vector<Answers> out;
  for (const auto id : library.rules.ids()) {
    const auto& now = library.rules[id].assignments[0];
    Answers one{id, now, {}};
    const auto add = [&](const model::Value& value) {
      const model::Assignment other{now.measure, model::Assignment::Kind::equals, value, now.span};
      const bool same = now.kind == model::Assignment::Kind::equals && now.value == value;
      const bool known = std::any_of(one.others.begin(), one.others.end(), [&](const auto& seen) { return seen.value == value; });
      if (!same && !known) one.others.push_back(other);
    };
    for (const auto& rule : library.rules)
      if (rule.assignments[0].measure == now.measure && rule.assignments[0].kind == model::Assignment::Kind::equals)
        add(rule.assignments[0].value);
    for (const auto& commitment : library.commitments)
      if (std::get<model::MeasureRef>(commitment.bound.left).measure == now.measure)
        add(std::get<model::Scalar>(commitment.bound.constants[0].from));
    out.push_back(std::move(one));
  }
  return out;
}

// The fewest changes after which the judge finds nothing: none, then every one, every two ...
bool clean_with(model::Library& library, const PlanQuestion& question, const std::vector<Answers>& all, std::size_t from, int changes) {
  if (changes == 0) return Judge{library, question}.clean();
  for (auto i = from; i < all.size(); ++i)
    for (const auto& other : all[i].others) {
      library.rules[all[i].rule].assignments[0] = other;
      const bool clean = clean_with(library, question, all, i + 1, changes - 1);
      library.rules[all[i].rule].assignments[0] = all[i].old;
      if (clean) return true;
    }
  return false;
}

std::optional<int> fewest(model::Library library, const PlanQuestion& question) {
  const auto all = all_answers(library);
  for (int changes = 0; changes <= static_cast<int>(all.size()); ++changes)
    if (clean_with(library, question, all, 0, changes)) return changes;
  return std::nullopt;
}

TEST(Plan, IsTheCheapestByEveryChoice) {
  int planned = 0;
  for (unsigned seed = 0; seed < 40; ++seed) {
    Random random{seed};
    const auto world = bind_text(vocabulary + clashes + place("AA", random_law(random)) + place("BB", random_law(random)));
    const auto asked = question(world.library, {{"AA", "BB"}, {"BB", "AA"}});
    const auto found = plan(world.library, asked);
    const auto best = fewest(world.library, asked);
    const bool removes_all = !found.diagnostics.has_errors() && found.impossible.empty();
    ASSERT_EQ(removes_all, best.has_value()) << "seed " << seed;
    if (!best) continue;
    EXPECT_EQ(found.cost, *best) << "seed " << seed;
    EXPECT_TRUE(found.proved()) << "seed " << seed;
    planned += *best > 0 ? 1 : 0;
    auto edited = world.library;
    for (const auto& change : found.changes)
      for (auto& assignment : edited.rules[change.rule].assignments)
        if (assignment.measure == change.measure) assignment = change.now;
    EXPECT_TRUE((Judge{edited, asked}.clean())) << "seed " << seed;
  }
  EXPECT_GT(planned, 10);
}

}  // namespace
}  // namespace isonomy::test
