// SPDX-License-Identifier: Apache-2.0
#include "decision/excerpt.h"

#include <gtest/gtest.h>

namespace isonomy::decision {
namespace {

IntervalSet set_of(std::vector<Interval> parts) { return IntervalSet::of(std::move(parts)); }

Cube on(AxisIndex axis, IntervalSet cells) {
  Cube out;
  out.set(axis, std::move(cells));
  return out;
}

struct ExcerptOfAxis : testing::Test {
  // Cells 1, 2, 5, 6 and 7 of an axis of nine are 0 to 4; the other axis is whole.
  Excerpt excerpt{{9, 3}, on(0, set_of({{1, 3}, {5, 8}}))};
};

TEST_F(ExcerptOfAxis, CellsAreNumberedAnew) {
  EXPECT_EQ(excerpt.sizes(), (std::vector<Cell>{5, 3}));
  EXPECT_EQ(excerpt.of(on(0, {2, 6})), on(0, {1, 3}));
  EXPECT_EQ(excerpt.of(on(0, set_of({{0, 2}, {3, 4}, {7, 9}}))), on(0, set_of({{0, 1}, {4, 5}})));
  EXPECT_EQ(excerpt.of(on(1, {1, 2})), on(1, {1, 2}));
}

TEST_F(ExcerptOfAxis, WhatHoldsThroughoutIsNotSaid) { EXPECT_EQ(excerpt.of(on(0, {1, 8})), Cube{}); }

TEST_F(ExcerptOfAxis, WhatLiesOutsideIsNotSeen) { EXPECT_FALSE(excerpt.of(on(0, {3, 5}))); }

TEST_F(ExcerptOfAxis, EveryCellComesBack) {
  EXPECT_EQ(excerpt.in_space(0, {1, 3}), set_of({{2, 3}, {5, 6}}));
  EXPECT_EQ(excerpt.in_space(0, {0, 5}), set_of({{1, 3}, {5, 8}}));
  EXPECT_EQ(excerpt.in_space(1, {0, 2}), (IntervalSet{0, 2}));
}

TEST(Exchanged, WhatWasSaidOfOneCellIsSaidOfTheOther) {
  EXPECT_EQ(exchanged({0, 3}, 1, 5), set_of({{0, 1}, {2, 3}, {5, 6}}));
  EXPECT_EQ(exchanged({4, 6}, 1, 5), set_of({{1, 2}, {4, 5}}));
  EXPECT_EQ(exchanged({0, 6}, 1, 5), (IntervalSet{0, 6}));
  EXPECT_EQ(exchanged({2, 4}, 1, 5), (IntervalSet{2, 4}));
}

}  // namespace
}  // namespace isonomy::decision
