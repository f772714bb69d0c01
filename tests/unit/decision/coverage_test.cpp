// SPDX-License-Identifier: Apache-2.0
#include "decision/coverage.h"

#include <gtest/gtest.h>

#include <random>

#include "decision/sat.h"
#include "source/codes.h"

namespace isonomy::decision {
namespace {

// Flags, a list, an axis that compresses into stretches and one that does not.
const std::vector<Cell> sizes{2, 5, 70, 300};

class Random {
 public:
  explicit Random(std::uint32_t seed) : random_{seed} {}
  Cell below(Cell limit) { return std::uniform_int_distribution<Cell>{0, limit - 1}(random_); }

  IntervalSet cells(Cell size, std::size_t most) {
    std::vector<Interval> parts;
    for (std::size_t i = 0; i < 1 + below(static_cast<Cell>(most)); ++i) {
      const auto low = below(size);
      parts.push_back({low, low + 1 + below(size - low)});
      if (most > 4) parts.back().high = std::min(parts.back().high, low + 3);
    }
    return IntervalSet::of(std::move(parts));
  }

  Cube cube() {
    Cube out;
    for (AxisIndex axis = 0; axis < sizes.size(); ++axis) {
      if (below(10) >= 6) continue;
      auto side = cells(sizes[axis], axis == 3 && below(3) == 0 ? 60 : 3);
      if (side.count() < sizes[axis]) out.set(axis, std::move(side));
    }
    return out;
  }

  Region region(std::size_t count, int depth) {
    Region out;
    for (std::size_t i = 0; i < count; ++i) {
      Term term{cube(), {}};
      if (depth > 0 && below(2) == 0) term.holes = holes_of(region(1 + below(3), depth - 1));
      out.push_back(std::move(term));
    }
    return out;
  }

 private:
  std::mt19937 random_;
};

bool covered_everywhere(const Cube& cube, const Region& blockers) {
  Point point(4);
  for (point[0] = 0; point[0] < sizes[0]; ++point[0])
    for (point[1] = 0; point[1] < sizes[1]; ++point[1])
      for (point[2] = 0; point[2] < sizes[2]; ++point[2])
        for (point[3] = 0; point[3] < sizes[3]; ++point[3])
          if (contains(cube, point) && !contains(blockers, point)) return false;
  return true;
}

bool apart_from(const Cube& place, const Cube& cube, const Region& blockers) {
  if (!contains(cube, place)) return false;
  return std::none_of(blockers.begin(), blockers.end(), [&](const Term& term) {
    const auto common = intersect(place, term.box);
    return common && !covered_everywhere(*common, [&] {
             Region holes;
             for (const auto& hole : term.holes) holes.push_back(*hole);
             return holes;
           }());
  });
}

TEST(Coverage, AgreesWithEveryPoint) {
  std::size_t found = 0;
  std::size_t proved = 0;
  for (std::uint32_t seed = 1; seed <= 150; ++seed) {
    Random random{seed};
    const auto cube = random.cube();
    const auto blockers = random.region(3 + random.below(30), 2);
    const auto place = Coverage{sizes}.uncovered(cube, blockers);
    ASSERT_EQ(!place, covered_everywhere(cube, blockers)) << "seed " << seed;
    ASSERT_TRUE(!place || apart_from(*place, cube, blockers)) << "seed " << seed;
    ++(place ? found : proved);
  }
  EXPECT_GT(found, 20U);
  EXPECT_GT(proved, 20U);
}

TEST(Coverage, TheSatSolverAgreesWithTheSearch) {
  for (std::uint32_t seed = 1; seed <= 300; ++seed) {
    Random random{seed};
    const auto cube = random.cube();
    const auto blockers = random.region(3 + random.below(40), 2);
    Layout layout{sizes};
    layout.note(cube);
    each_cube(blockers, [&](const Cube& one) { layout.note(one); });
    layout.finish();
    Packed packed{layout};
    std::vector<Packed::Id> ids;
    for (const auto& blocker : blockers) packed.add(blocker, ids);
    const auto box = packed.target(cube, ids);
    std::vector<Packed::Word> place;
    const auto by_sat = solve_by_sat(packed, box.data(), ids, 100'000, place);
    Search search{packed, 100'000'000};
    ASSERT_EQ(by_sat, search.run(box.data(), ids)) << "seed " << seed;
    ASSERT_TRUE(by_sat != Found::place || apart_from(layout.cube(place.data()), cube, blockers)) << "seed " << seed;
  }
}

// As many clauses to a flag as make the question hardest.
Region clauses(std::uint32_t seed, Cell flags, std::size_t count) {
  Random random{seed};
  Region out;
  for (std::size_t i = 0; i < count; ++i) {
    Cube cube;
    while (cube.sides().size() < 3) {
      const auto value = random.below(2);
      cube.set(random.below(flags), {value, value + 1});
    }
    out.push_back({std::move(cube), {}});
  }
  return out;
}

TEST(Coverage, HardQuestionsGoToTheSatSolver) {
  const Coverage coverage{std::vector<Cell>(110, 2)};
  for (std::uint32_t seed = 1; seed <= 3; ++seed) {
    const auto blockers = clauses(seed, 110, 470);
    const auto place = coverage.uncovered(Cube{}, blockers);
    EXPECT_TRUE(!place || std::none_of(blockers.begin(), blockers.end(), [&](const Term& term) { return meets(term.box, *place); }));
  }
  EXPECT_LT(coverage.budget()->left(), Budget{}.left() - base::limits::question_work);
}

// Pigeons and one hole less: each pigeon in some hole, no hole with two. Nothing is left open, and whoever only combines rules needs
// exponentially many steps to see it (Haken 1985).
Region pigeons(Cell holes) {
  Region out;
  const auto in = [&](Cell pigeon, Cell hole) { return pigeon * holes + hole; };
  for (Cell pigeon = 0; pigeon <= holes; ++pigeon) {
    Cube nowhere;
    for (Cell hole = 0; hole < holes; ++hole) nowhere.set(in(pigeon, hole), {0, 1});
    out.push_back({std::move(nowhere), {}});
    for (Cell other = 0; other < pigeon; ++other)
      for (Cell hole = 0; hole < holes; ++hole) {
        Cube both;
        both.set(in(other, hole), {1, 2});
        both.set(in(pigeon, hole), {1, 2});
        out.push_back({std::move(both), {}});
      }
  }
  return out;
}

TEST(Coverage, TheWorstCaseEndsAtItsLimit) {
  EXPECT_FALSE(Coverage{std::vector<Cell>(30, 2)}.uncovered(Cube{}, pigeons(5)));
  const Coverage coverage{std::vector<Cell>(132, 2)};
  try {
    coverage.uncovered(Cube{}, pigeons(11));
    FAIL() << "proved";
  } catch (const TooLarge& error) {
    EXPECT_EQ(error.code, source::Code::question_too_large);
  }
  EXPECT_LT(coverage.budget()->left(), Budget{}.left() - base::limits::question_work - base::limits::sat_work + 1);
}

TEST(Coverage, OneBudgetForAllQuestions) {
  const auto budget = std::make_shared<Budget>(1000);
  const Coverage coverage{std::vector<Cell>(70, 2), budget};
  const auto blockers = clauses(1, 70, 300);
  EXPECT_THROW(for (int i = 0; i < 1000; ++i) coverage.uncovered(Cube{}, blockers), TooLarge);
}

}  // namespace
}  // namespace isonomy::decision
