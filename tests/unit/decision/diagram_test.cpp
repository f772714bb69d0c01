// SPDX-License-Identifier: Apache-2.0
#include "decision/diagram_build.h"

#include <gtest/gtest.h>

#include <random>

#include "decision/diagram.h"

namespace isonomy::decision {
namespace {

const std::vector<Cell> axis_sizes{3, 2, 7, 4};

std::vector<Cube> some_boxes(std::uint32_t seed, std::size_t count) {
  std::mt19937 random{seed};
  const auto below = [&](Cell limit) { return std::uniform_int_distribution<Cell>{0, limit - 1}(random); };
  std::vector<Cube> out(count);
  for (auto& cube : out)
    for (AxisIndex axis = 0; axis < axis_sizes.size(); ++axis) {
      if (below(2) == 0) continue;
      const auto low = below(axis_sizes[axis]);
      auto cells = IntervalSet{low, low + 1 + below(axis_sizes[axis] - low)} | IntervalSet{below(axis_sizes[axis]), axis_sizes[axis]};
      if (cells.count() < axis_sizes[axis]) cube.set(axis, std::move(cells));
    }
  return out;
}

std::uint32_t first(std::span<const std::uint32_t> holding) { return holding.empty() ? 0 : holding.front() % 5 + 1; }
const Meaning meaning{first, [](auto&, const auto&) {}};

template <class Visit>
void each_point(Visit visit) {
  Point point(4);
  for (point[0] = 0; point[0] < axis_sizes[0]; ++point[0])
    for (point[1] = 0; point[1] < axis_sizes[1]; ++point[1])
      for (point[2] = 0; point[2] < axis_sizes[2]; ++point[2])
        for (point[3] = 0; point[3] < axis_sizes[3]; ++point[3]) visit(point);
}

std::uint32_t judged(const std::vector<Cube>& boxes, const Point& point) {
  for (std::uint32_t i = 0; i < boxes.size(); ++i)
    if (contains(boxes[i], point)) return i % 5 + 1;
  return 0;
}

TEST(Diagrams, EveryPointAndEveryOrder) {
  for (std::uint32_t seed = 1; seed <= 40; ++seed) {
    const auto boxes = some_boxes(seed, 3 + seed % 9);
    for (const auto& order : {std::vector<AxisIndex>{0, 1, 2, 3}, {3, 1, 0, 2}, {2, 3, 1, 0}}) {
      Diagrams store{axis_sizes, order, 100'000};
      const auto root = build(store, boxes, meaning);
      ASSERT_TRUE(root);
      std::map<std::uint32_t, Integer> counts;
      each_point([&](const Point& point) {
        ASSERT_EQ(store.evaluate(*root, point), judged(boxes, point)) << "seed " << seed;
        ++counts[judged(boxes, point)];
      });
      EXPECT_EQ(store.count(*root), counts);
    }
  }
}

TEST(Diagrams, EqualFunctionsAreOneNode) {
  Diagrams store{axis_sizes, {0, 1, 2, 3}, 100'000};
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    const auto boxes = some_boxes(seed, 6);
    auto twice = boxes;
    twice.insert(twice.end(), boxes.begin(), boxes.begin() + 1);  // a copy that comes later changes nothing
    const auto other = some_boxes(seed + 1000, 6);
    const auto root = build(store, boxes, meaning);
    EXPECT_EQ(root, build(store, twice, meaning));
    bool same = true;
    each_point([&](const Point& point) { same = same && judged(boxes, point) == judged(other, point); });
    EXPECT_EQ(root == build(store, other, meaning), same);
  }
}

TEST(Diagrams, OperationsPointByPoint) {
  for (std::uint32_t seed = 1; seed <= 25; ++seed) {
    const auto a = some_boxes(seed, 5);
    const auto b = some_boxes(seed + 500, 5);
    const auto within = some_boxes(seed + 900, 1)[0];
    Diagrams store{axis_sizes, {2, 0, 3, 1}, 100'000};
    const auto left = *build(store, a, meaning);
    const auto right = *build(store, b, meaning);
    const auto both = *store.combine(left, right, [](std::uint32_t x, std::uint32_t y) { return x * 10 + y; });
    const auto doubled = *store.map(left, [](std::uint32_t x) { return 2 * x; });
    const auto restricted = *store.restrict(left, within, 99);
    const auto most = *store.project(left, {0, 2}, [](std::uint32_t x, std::uint32_t y) { return std::max(x, y); });
    const auto [kept, root] = store.extract(both);
    std::map<std::pair<Cell, Cell>, std::uint32_t> best;
    each_point([&](const Point& point) {
      auto& one = best[{point[0], point[2]}];
      one = std::max(one, judged(a, point));
    });
    each_point([&](const Point& point) {
      EXPECT_EQ(store.evaluate(both, point), judged(a, point) * 10 + judged(b, point));
      EXPECT_EQ(kept.evaluate(root, point), judged(a, point) * 10 + judged(b, point));
      EXPECT_EQ(store.evaluate(doubled, point), 2 * judged(a, point));
      EXPECT_EQ(store.evaluate(restricted, point), contains(within, point) ? judged(a, point) : 99U);
      EXPECT_EQ(store.evaluate(most, point), (best[{point[0], point[2]}]));
    });
  }
}

TEST(Diagrams, PointsWithinACube) {
  for (std::uint32_t seed = 1; seed <= 25; ++seed) {
    const auto boxes = some_boxes(seed, 6);
    const auto within = some_boxes(seed + 300, 1)[0];
    Diagrams store{axis_sizes, {1, 3, 0, 2}, 100'000};
    const auto root = *build(store, boxes, meaning);
    std::map<std::uint32_t, Integer> counts;
    each_point([&](const Point& point) {
      if (contains(within, point)) ++counts[judged(boxes, point)];
    });
    EXPECT_EQ(store.count(root, within), counts) << "seed " << seed;
  }
}

TEST(Diagrams, ShadowsAreProjectionsOntoEachAxis) {
  const auto most = [](std::uint32_t x, std::uint32_t y) { return std::max(x, y); };
  for (std::uint32_t seed = 1; seed <= 40; ++seed) {
    const auto boxes = some_boxes(seed, 1 + seed % 5);
    Diagrams store{axis_sizes, {2, 0, 3, 1}, 100'000};
    const auto root = *build(store, boxes, meaning);
    for (std::uint32_t wanted = 0; wanted <= 6; ++wanted) {  // nothing leads to 6
      const auto shadows = store.shadows(root, [&](std::uint32_t terminal) { return terminal == wanted; });
      const auto marked = *store.map(root, [&](std::uint32_t terminal) { return terminal == wanted ? 1U : 0U; });
      for (AxisIndex axis = 0; axis < axis_sizes.size(); ++axis) {
        const auto alone = *store.project(marked, {axis}, most);
        Point point(axis_sizes.size(), 0);
        for (point[axis] = 0; point[axis] < axis_sizes[axis]; ++point[axis])
          EXPECT_EQ(shadows[axis].contains(point[axis]), store.evaluate(alone, point) == 1) << "seed " << seed;
      }
    }
  }
}

TEST(Diagrams, SomeBoxesKeepTheirNumbers) {
  const auto boxes = some_boxes(7, 5);
  Diagrams store{axis_sizes, {0, 1, 2, 3}, 100'000};
  const auto root = *build(store, boxes, meaning, {1, 4});
  each_point([&](const Point& point) {
    const auto expected = contains(boxes[1], point) ? 2U : contains(boxes[4], point) ? 5U : 0U;
    EXPECT_EQ(store.evaluate(root, point), expected);
  });
}

TEST(Diagrams, WhatExistsStaysValidWhenTheBudgetEnds) {
  Diagrams store{axis_sizes, {0, 1, 2, 3}, 60};
  const auto small = build(store, some_boxes(1, 1), meaning);
  ASSERT_TRUE(small);
  EXPECT_FALSE(build(store, some_boxes(2, 40), meaning));
  each_point([&](const Point& point) { EXPECT_EQ(store.evaluate(*small, point), judged(some_boxes(1, 1), point)); });
}

}  // namespace
}  // namespace isonomy::decision
