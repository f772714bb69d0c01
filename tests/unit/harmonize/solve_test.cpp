// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <random>

#include "harmonize/solvers.h"
#include "levels.h"

namespace isonomy::test {
namespace {

using namespace harmonize;

/// Every choice of labels, tried in turn.
std::optional<Cost> brute_force(const Problem& problem) {
  std::optional<Cost> best;
  Labels labels(problem.costs.size(), 0);
  for (;;) {
    if (allowed(problem, labels) && (!best || cost_of(problem, labels) < *best)) best = cost_of(problem, labels);
    std::size_t v = 0;
    while (v < labels.size() && ++labels[v] == problem.costs[v].size()) labels[v++] = 0;
    if (v == labels.size()) return best;
  }
}

class RandomProblem {
 public:
  explicit RandomProblem(unsigned seed) : from_{seed} {}
  std::uint32_t below(std::uint32_t end) { return std::uniform_int_distribution<std::uint32_t>{0, end - 1}(from_); }

  std::vector<Label> some(Label size) {
    std::vector<Label> out;
    for (Label label = 0; label < size; ++label)
      if (below(2) == 0) out.push_back(label);
    return out;
  }

  std::vector<Label> at_most(Label last) {
    std::vector<Label> out(last + 1);
    for (Label label = 0; label <= last; ++label) out[label] = label;
    return out;
  }

  std::vector<Label> at_least(Label first, Label size) {
    std::vector<Label> out;
    for (Label label = first; label < size; ++label) out.push_back(label);
    return out;
  }

  Problem variables() {
    Problem out;
    const auto count = 2 + below(4);
    for (std::uint32_t v = 0; v < count; ++v) {
      out.costs.emplace_back(1 + below(4));
      for (auto& cost : out.costs.back()) cost = below(10);
    }
    return out;
  }

  std::pair<Variable, Variable> two(const Problem& problem) {
    const auto a = below(static_cast<Variable>(problem.costs.size()));
    return {a, (a + 1 + below(static_cast<Variable>(problem.costs.size()) - 1)) % static_cast<Variable>(problem.costs.size())};
  }

 private:
  std::mt19937 from_;
};

void expect_cheapest(const Problem& problem, const std::optional<Solution>& found, unsigned seed) {
  const auto best = brute_force(problem);
  ASSERT_EQ(found.has_value(), best.has_value()) << "seed " << seed;
  if (!best) return;
  EXPECT_EQ(found->cost, *best) << "seed " << seed;
  EXPECT_TRUE(found->proved()) << "seed " << seed;
  EXPECT_TRUE(allowed(problem, found->labels)) << "seed " << seed;
  EXPECT_EQ(cost_of(problem, found->labels), found->cost) << "seed " << seed;
}

TEST(Solve, KnownOptima) {
  const std::string data = std::string{ISONOMY_TESTS} + "/unit/harmonize/data/";
  const auto small = solve(read_levels(data + "h_5_50.mc"));
  const auto large = solve(read_levels(data + "h_12_200.mc"));
  ASSERT_TRUE(small && large);
  EXPECT_EQ(small->cost, 4968);
  EXPECT_TRUE(small->proved());
  EXPECT_EQ(large->cost, 42312);
  EXPECT_TRUE(large->proved());
}

// Four jurisdictions in a row; curing today's only conflict, between the first two, costs 2 and makes a new one.
TEST(Solve, ACheapCureThatMakesANewConflict) {
  Problem problem;
  const std::vector<long> levels{3, 1, 0, 0};
  const std::vector<long> weights{9, 2, 3, 3};
  for (std::size_t i = 0; i < levels.size(); ++i) {
    problem.costs.emplace_back();
    for (long at = 0; at < 4; ++at) problem.costs.back().push_back(std::abs(at - levels[i]) * weights[i]);
  }
  for (Variable v = 0; v + 1 < 4; ++v)
    for (Label at = 0; at + 2 < 4; ++at)
      for (const bool up : {true, false}) {
        const Choice low{up ? v : v + 1, {at}};
        Choice high{up ? v + 1 : v, {}};
        for (Label far = at + 2; far < 4; ++far) high.labels.push_back(far);
        problem.forbidden.push_back({low, high});
      }
  ASSERT_TRUE(solve_by_cut(problem).fits);
  const auto found = solve(problem);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->cost, 5);
  EXPECT_TRUE(found->proved());
  EXPECT_EQ(found->labels, (Labels{3, 2, 1, 0}));
  EXPECT_EQ(brute_force(problem), 5);
  EXPECT_EQ(solve_by_program(problem, 0)->cost, 5);
}

TEST(Solve, OrderedClausesByCutAgainstBruteForce) {
  int fitted = 0;
  for (unsigned seed = 0; seed < 600; ++seed) {
    RandomProblem random{seed};
    auto problem = random.variables();
    for (std::uint32_t i = 0; i < 1 + random.below(4); ++i) {
      const auto [a, b] = random.two(problem);
      const auto size_a = static_cast<Label>(problem.costs[a].size());
      const auto size_b = static_cast<Label>(problem.costs[b].size());
      const auto at = random.below(size_a);
      const auto high = random.at_least(random.below(size_b), size_b);
      const auto low = random.at_most(random.below(size_b));
      problem.forbidden.push_back({{a, random.at_most(at)}, {b, random.below(4) == 0 ? low : high}});
      if (random.below(2) == 0) problem.frictions.push_back({a, b, random.below(2), random.below(5)});
    }
    if (random.below(3) == 0) problem.forbidden.push_back({{0, random.some(static_cast<Label>(problem.costs[0].size()))}});
    const auto answer = solve_by_cut(problem);
    fitted += answer.fits ? 1 : 0;
    if (answer.fits) expect_cheapest(problem, answer.solution, seed);
    expect_cheapest(problem, solve(problem), seed);
  }
  EXPECT_GT(fitted, 300);
}

TEST(Solve, UnorderedClausesAgainstBruteForce) {
  int programs = 0;
  for (unsigned seed = 1000; seed < 1150; ++seed) {
    RandomProblem random{seed};
    auto problem = random.variables();
    for (std::uint32_t i = 0; i < 2 + random.below(5); ++i) {
      Clause clause;
      for (Variable v = 0; v < problem.costs.size() && clause.size() < 3; ++v)
        if (random.below(2) == 0) clause.push_back({v, random.some(static_cast<Label>(problem.costs[v].size()))});
      if (!clause.empty()) problem.forbidden.push_back(clause);
    }
    const auto [a, b] = random.two(problem);
    if (random.below(3) == 0) problem.frictions.push_back({a, b, 0, random.below(5)});
    programs += solve_by_cut(problem).fits ? 0 : 1;
    expect_cheapest(problem, solve(problem), seed);
  }
  EXPECT_GT(programs, 50);
}

// Amounts in sevenths, so that no ceiling is exact in floating point.
TEST(Solve, CeilingsAgainstBruteForce) {
  int possible = 0;
  for (unsigned seed = 2000; seed < 2150; ++seed) {
    RandomProblem random{seed};
    auto problem = random.variables();
    for (std::uint32_t i = 0; i < 1 + random.below(2); ++i) {
      Ceiling ceiling{{}, base::Rational(random.below(30), 7)};
      for (std::uint32_t j = 0; j < 1 + random.below(4); ++j) {
        const auto [a, b] = random.two(problem);
        Amount amount{random.below(3) == 0 ? std::vector<Variable>{a} : std::vector<Variable>{a, b}, {}};
        std::size_t size = 1;
        for (const auto v : amount.variables) size *= problem.costs[v].size();
        for (std::size_t k = 0; k < size; ++k) amount.of.push_back(base::Rational(static_cast<int>(random.below(20)) - 4, 7));
        ceiling.amounts.push_back(std::move(amount));
      }
      problem.ceilings.push_back(std::move(ceiling));
    }
    if (random.below(2) == 0) problem.forbidden.push_back({{0, random.some(static_cast<Label>(problem.costs[0].size()))}});
    EXPECT_FALSE(solve_by_cut(problem).fits);
    const auto found = solve(problem);
    possible += found ? 1 : 0;
    expect_cheapest(problem, found, seed);
  }
  EXPECT_GT(possible, 50);
  EXPECT_LT(possible, 150);
}

// A thousandth of a millionth beyond a ceiling is beyond it, though floating point would let it pass.
TEST(Solve, CeilingsAreExact) {
  const base::Rational tiny(1, 1'000'000'000);
  for (const bool just : {true, false}) {
    Problem problem{{{0, 3}, {0, 5}}, {}, {}};
    problem.ceilings = {{{{{0, 1}, {1, 1, 1 - tiny, 0}}}, just ? base::Rational{1 - tiny} : base::Rational{1 - 2 * tiny}}};
    EXPECT_EQ(solve(problem)->cost, just ? 3 : 8);
  }
}

TEST(Solve, NothingWhereNoLabelIsAllowed) {
  const Problem problem{{{0, 1}}, {{{0, {0, 1}}}}, {}};
  EXPECT_FALSE(solve(problem));
  EXPECT_FALSE(solve_by_program(problem, 0));
}

TEST(Solve, NothingToDoCostsNothing) {
  const auto found = solve(Problem{{{0, 1}, {2, 0}}, {}, {}});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->labels, (Labels{0, 1}));
  EXPECT_TRUE(found->proved());
}

}  // namespace
}  // namespace isonomy::test
