// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "decision/diagram_build.h"
#include "known/table.h"

namespace isonomy::test {
namespace {

using decision::AxisIndex;
using decision::Cell;
using decision::Cube;
using decision::Diagram;
using decision::Diagrams;

// Terminal 1 where some row holds, 0 elsewhere; the columns in their order.
struct Covered {
  explicit Covered(const std::string& name, std::size_t budget = 1'000'000) : table{read_table(name)} {
    std::vector<Cell> sizes;
    std::vector<AxisIndex> order;
    for (const auto size : table.sizes) {
      order.push_back(static_cast<AxisIndex>(sizes.size()));
      sizes.push_back(static_cast<Cell>(size));
    }
    for (const auto& row : table.rows) boxes.push_back(box_of(row));
    store.emplace(sizes, order, budget);
    const auto some = [](std::span<const std::uint32_t> holding) { return holding.empty() ? 0U : 1U; };
    // Once a row holds for certain, the others do not matter.
    const auto drop = [](std::vector<std::uint32_t>& open, const auto& holds) {
      for (const auto box : open)
        if (holds(box)) {
          open = {box};
          return;
        }
    };
    root = build(*store, boxes, {some, drop});
  }

  Cube box_of(const Table::Row& row) const {
    Cube out;
    for (AxisIndex i = 0; i < row.ranges.size(); ++i)
      if (row.ranges[i].high - row.ranges[i].low < table.sizes[i])
        out.set(i, {static_cast<Cell>(row.ranges[i].low), static_cast<Cell>(row.ranges[i].high)});
    return out;
  }

  Table table;
  std::vector<Cube> boxes;
  std::optional<Diagrams> store;
  std::optional<Diagram> root;
};

TEST(KnownDiagrams, OneFunctionInTwoOrders) {
  const Covered good{"H11_good"};
  const Covered bad{"H11_bad"};
  ASSERT_TRUE(good.root && bad.root);
  EXPECT_EQ(good.store->size(*good.root), 20U);
  EXPECT_EQ(bad.store->size(*bad.root), 2046U);
  EXPECT_EQ(good.store->count(*good.root), bad.store->count(*bad.root));
}

TEST(KnownDiagrams, TooSmallABudgetGivesNothing) { EXPECT_FALSE(Covered("H11_bad", 1000).root); }

TEST(KnownDiagrams, IsolatedGapsAreCountedAndListed) {
  const Covered parity{"H10"};
  ASSERT_TRUE(parity.root);
  EXPECT_EQ(parity.store->count(*parity.root), (std::map<std::uint32_t, decision::Integer>{{0, 2048}, {1, 2048}}));
  const decision::Coverage coverage{std::vector<Cell>(12, 2)};
  auto blockers = parity.boxes;
  for (int listed = 0; listed < 20; ++listed) {
    const auto gap = coverage.uncovered(Cube{}, blockers);
    ASSERT_TRUE(gap);
    EXPECT_EQ(gap->sides().size(), 12U) << "no two gaps can be merged";
    blockers.push_back(*gap);
  }
}

// The count of the gaps is what the boxes leave over: the diagram and the coverage search agree on whether that is nothing.
TEST(KnownDiagrams, GapsOfTables) {
  for (const auto* name : {"t_500_3_missing", "t_500_3_overlap", "t_500_5_missing"}) {
    Covered covered{name, 20'000'000};
    ASSERT_TRUE(covered.root) << name;
    const auto counts = covered.store->count(*covered.root);
    std::vector<Cell> sizes;
    for (const auto size : covered.table.sizes) sizes.push_back(static_cast<Cell>(size));
    EXPECT_EQ(counts.contains(0), decision::Coverage{sizes}.uncovered(Cube{}, covered.boxes).has_value()) << name;
  }
}

}  // namespace
}  // namespace isonomy::test
