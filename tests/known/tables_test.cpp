// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <set>

#include "decision/pairs.h"
#include "decision/reference.h"
#include "known/table.h"

namespace isonomy::test {
namespace {

struct Counts {
  std::size_t pairs;
  std::size_t outcomes;
};

std::int64_t outcome(const decision::reference::Verdict& verdict) {
  return std::get<model::Count>(std::get<model::Scalar>(verdict.outcome.value)).number;
}

// Each witness is judged: both rules decide there, and differently.
Counts differing(const std::string& name) {
  Laws laws{read_table(name + "_a"), read_table(name + "_b"), Rank::first_wins};
  const auto& library = laws.question().library();
  const auto pairs = live_pairs(library, laws.coverage(), laws.sender(), laws.receiver());
  std::set<std::pair<std::int64_t, std::int64_t>> outcomes;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto& a = library.rules[pairs[i].a].assignments[0].value;
    const auto& b = library.rules[pairs[i].b].assignments[0].value;
    const auto number = [](const model::Value& value) { return std::get<model::Count>(std::get<model::Scalar>(value)).number; };
    outcomes.emplace(number(a), number(b));
    if (i % 40 != 0) continue;
    const auto point = decision::point_in(laws.question().space(), pairs[i].where);
    const auto facts = decision::transaction_at(library, laws.question().space(), point);
    const auto first = decision::reference::decide(library, laws.question().seats().front(), laws.measure(), facts);
    const auto second = decision::reference::decide(library, laws.question().seats().back(), laws.measure(), facts);
    EXPECT_EQ(first.rules, std::vector{pairs[i].a});
    EXPECT_EQ(second.rules, std::vector{pairs[i].b});
    EXPECT_NE(outcome(first), outcome(second));
  }
  return {pairs.size(), outcomes.size()};
}

std::size_t differing_from_equivalent(const std::string& name) {
  Laws laws{read_table(name + "_a"), read_table(name + "_a_equiv"), Rank::first_wins};
  return live_pairs(laws.question().library(), laws.coverage(), laws.sender(), laws.receiver()).size();
}

std::size_t overlapping(const std::string& name) {
  const auto table = read_table(name);
  Laws laws{table, Rank::equal};
  return overlaps(laws.coverage(), boxes_of(laws, "A", table.rows.size())).size();
}

TEST(KnownTables, RulesThatDecideDifferently) {
  for (const auto& [name, pairs, outcomes] :
       {std::tuple{"c_50", 84U, 43U}, std::tuple{"c_200", 849U, 116U}, std::tuple{"c_500", 3930U, 132U}}) {
    const auto found = differing(name);
    EXPECT_EQ(found.pairs, pairs) << name;
    EXPECT_EQ(found.outcomes, outcomes) << name;
  }
}

TEST(KnownTables, EqualOnesDoNotDiffer) {
  for (const auto* name : {"c_50", "c_200", "c_500"}) EXPECT_EQ(differing_from_equivalent(name), 0U) << name;
}

TEST(KnownTables, MaximalOverlaps) {
  EXPECT_EQ(overlapping("t_500_3_overlap"), 175U);
  EXPECT_EQ(overlapping("t_500_5_overlap"), 208U);
  EXPECT_EQ(overlapping("t_1500_5_overlap"), 901U);
}

}  // namespace
}  // namespace isonomy::test
