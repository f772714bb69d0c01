// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "known/table.h"

namespace isonomy::test {
namespace {

using decision::Cube;
using decision::Decision;
using decision::State;

bool decides(const Decision& decision, model::RuleId rule) {
  for (const auto& piece : decision.pieces)
    for (const auto& maker : piece.makers)
      if (maker.rule == rule) return true;
  return false;
}

// Where two decisions differ, as maximal boxes.
std::vector<Cube> differences(Laws& laws) {
  decision::Region different;
  for (const auto& a : laws.sender().pieces)
    for (const auto& b : laws.receiver().pieces)
      if (a.outcome != b.outcome) different = unite(std::move(different), laws.coverage().pruned(intersect(a.region, b.region)));
  return decision::cover(laws.coverage(), laws.question().space(), laws.question().now().base(), different);
}

std::string first_witness(Laws& laws, const Cube& box, const std::string& fact) {
  const auto& library = laws.question().library();
  const auto point = decision::point_in(laws.question().space(), box);
  const auto facts = decision::transaction_at(library, laws.question().space(), point);
  return model::to_text(facts.at(library.fact_names.at(fact)), library);
}

TEST(KnownByHand, ARuleCoveredByTwoOthersNeverDecides) {
  Laws laws{read_table("H1"), Rank::first_wins};
  EXPECT_TRUE(decides(laws.sender(), laws.rule("A", 1)));
  EXPECT_TRUE(decides(laws.sender(), laws.rule("A", 2)));
  EXPECT_FALSE(decides(laws.sender(), laws.rule("A", 3)));
}

TEST(KnownByHand, FourRulesAroundOneGap) {
  Laws laws{distinct(read_table("H2")), Rank::equal};
  const auto& decision = laws.sender();
  EXPECT_TRUE(decision.conflicts.empty());
  const auto& gap = decision.pieces.back();
  ASSERT_EQ(gap.outcome.state, State::unknown);
  const auto boxes = decision::cover(laws.coverage(), laws.question().space(), laws.question().now().base(), gap.region);
  ASSERT_EQ(boxes.size(), 1U);
  EXPECT_EQ(first_witness(laws, boxes[0], "c0"), "1");
  EXPECT_EQ(first_witness(laws, boxes[0], "c1"), "1");
}

TEST(KnownByHand, OneValueOfAHundredMillionDiffers) {
  Laws laws{read_table("H7a"), read_table("H7b"), Rank::first_wins};
  const auto boxes = differences(laws);
  ASSERT_EQ(boxes.size(), 1U);
  EXPECT_EQ(first_witness(laws, boxes[0], "c1"), "15000");
}

TEST(KnownByHand, TwoWaysToSayTheSame) {
  Laws laws{read_table("H8a"), read_table("H8b"), Rank::first_wins};
  EXPECT_TRUE(differences(laws).empty());
}

}  // namespace
}  // namespace isonomy::test
