// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "analysis/case.h"
#include "decision/pairs.h"
#include "support/library.h"

namespace isonomy::test {
namespace {

constexpr std::string_view start = R"(
domain d "D"
flow f from origin to destination
fact value : money
fact kind : Kind
enum Kind { a, b, c }
measure d.m : count { asked of f both }
jurisdiction A "A"
jurisdiction B "B"
)";

struct Asked {
  explicit Asked(const std::string& rules)
      : bound{bind_text(std::string{start} + rules)},
        question{
            bound.library, {bound.library.jurisdiction_names.at("A"), bound.library.jurisdiction_names.at("B")}, {}, bound.diagnostics} {}
  const decision::Decision& at(std::size_t seat) {
    return question.now().decide(question.seats()[seat], bound.library.measure_names.at("d.m"));
  }

  Bound bound;
  analysis::Case question;
};

// Rules {a,b}, {b,c}, {a,c}: each two share a value, the three share none.
TEST(KnownInWords, ThreeRulesMeetInPairsButNotAllAtOnce) {
  Asked asked{R"(ruleset A.d {
    rule one   { m = 1 when kind in {a, b} source "s" }
    rule two   { m = 2 when kind in {b, c} source "s" }
    rule three { m = 3 when kind in {a, c} source "s" }
  })"};
  const auto& conflicts = asked.at(0).conflicts;
  EXPECT_EQ(conflicts.size(), 3U);
  std::vector<std::vector<decision::Cube>> boxes;
  auto& compiler = asked.question.now();
  for (const auto& rule : asked.bound.library.rules)
    boxes.push_back(cubes_of(asked.bound.library, compiler.space(), asked.question.seats()[0], rule.when, decision::Reading::surely));
  const auto together = overlaps(compiler.coverage(), boxes);
  ASSERT_EQ(together.size(), 3U);
  for (const auto& one : together) EXPECT_EQ(one.members.size(), 2U);
}

TEST(KnownInWords, UpToAndBelowDifferInOneValue) {
  Asked asked{R"(ruleset A.d { rule one { m = 1 when value <= 150.00 EUR source "s" } }
                 ruleset B.d { rule one { m = 1 when value < 150.00 EUR source "s" } })"};
  decision::Region different;
  for (const auto& a : asked.at(0).pieces)
    for (const auto& b : asked.at(1).pieces)
      if (!(a.outcome == b.outcome))
        different = unite(std::move(different), asked.question.now().coverage().pruned(intersect(a.region, b.region)));
  ASSERT_EQ(different.size(), 1U);
  const auto where = asked.question.now().coverage().uncovered(different[0].box, different[0].holes);
  ASSERT_TRUE(where);
  EXPECT_EQ(describe(asked.bound.library, asked.question.space(), *where, decision::Cube{}), "value 150 EUR");
}

}  // namespace
}  // namespace isonomy::test
