// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "network/paths.h"

namespace isonomy::tests {
namespace {

using namespace network;

struct Graph {
  std::size_t nodes = 0;
  std::vector<Step> steps;
};

Graph random_graph(unsigned seed) {
  std::mt19937 random{seed};
  const auto below = [&](std::uint32_t end) { return std::uniform_int_distribution<std::uint32_t>{0, end - 1}(random); };
  Graph out{3 + below(4), {}};
  const auto nodes = static_cast<Node>(out.nodes);
  for (std::uint32_t i = 0; i < 3 + below(14); ++i) {
    const auto from = below(nodes);
    out.steps.push_back({from, (from + 1 + below(nodes - 1)) % nodes, {below(2), below(3), 0, 0, 0, 0, below(4), 0, 0}});
  }
  return out;
}

// Every path without a node twice, tried one after the other.
void every_path(const Graph& graph, Node at, Node sink, std::set<Node>& passed, Path& so_far, std::vector<Path>& out) {
  if (at == sink) return out.push_back(so_far);
  passed.insert(at);
  for (std::size_t i = 0; i < graph.steps.size(); ++i) {
    const auto& step = graph.steps[i];
    if (step.from != at || passed.count(step.to) != 0) continue;
    auto longer = so_far;
    longer.steps.push_back(i);
    for (std::size_t part = 0; part < step.price.size(); ++part) longer.price[part] += step.price[part];
    every_path(graph, step.to, sink, passed, longer, out);
  }
  passed.erase(at);
}

std::vector<Path> every_path(const Graph& graph) {
  std::set<Node> passed;
  Path start;
  std::vector<Path> out;
  every_path(graph, 0, 1, passed, start, out);
  std::sort(out.begin(), out.end(), [](const Path& a, const Path& b) { return a.price < b.price; });
  return out;
}

std::vector<Price> prices(const std::vector<Path>& paths) {
  std::vector<Price> out;
  for (const auto& path : paths) out.push_back(path.price);
  return out;
}

bool dominates(const Price& a, const Price& b) {
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i] > b[i]) return false;
  return a != b;
}

TEST(Paths, BestAgainstEveryPath) {
  for (unsigned seed = 0; seed < 400; ++seed) {
    const auto graph = random_graph(seed);
    auto all = every_path(graph);
    const auto found = best_paths(graph.nodes, graph.steps, 0, 1, 5);
    all.resize(std::min<std::size_t>(all.size(), 5));
    EXPECT_EQ(prices(found), prices(all)) << "seed " << seed;
    std::set<std::vector<std::size_t>> different;
    for (const auto& path : found) different.insert(path.steps);
    EXPECT_EQ(different.size(), found.size()) << "seed " << seed;
  }
}

TEST(Paths, FrontAgainstEveryPath) {
  for (unsigned seed = 0; seed < 400; ++seed) {
    const auto graph = random_graph(seed);
    const auto all = prices(every_path(graph));
    std::set<Price> expected;
    for (const auto& price : all)
      if (std::none_of(all.begin(), all.end(), [&](const Price& other) { return dominates(other, price); })) expected.insert(price);
    const auto found = prices(undominated_paths(graph.nodes, graph.steps, 0, 1));
    EXPECT_EQ(std::set<Price>(found.begin(), found.end()), expected) << "seed " << seed;
    EXPECT_EQ(found.size(), expected.size()) << "seed " << seed;
  }
}

TEST(Paths, AreTheSameInAnyOrderOfSteps) {
  const Graph graph{4, {{0, 2, {1}}, {0, 3, {1}}, {2, 1, {1}}, {3, 1, {1}}}};
  auto turned = graph;
  std::reverse(turned.steps.begin(), turned.steps.end());
  const auto nodes = [](const Graph& of, const Path& path) { return of.steps[path.steps[0]].to; };
  const auto one = best_paths(4, graph.steps, 0, 1, 2);
  const auto two = best_paths(4, turned.steps, 0, 1, 2);
  ASSERT_EQ(one.size(), 2U);
  ASSERT_EQ(two.size(), 2U);
  EXPECT_EQ(nodes(graph, one[0]), 2U);
  EXPECT_EQ(nodes(turned, two[0]), 2U);
}

TEST(Paths, NoneWhereNothingLeads) {
  EXPECT_TRUE(best_paths(3, {{0, 2, {}}}, 0, 1, 3).empty());
  EXPECT_TRUE(undominated_paths(3, {{0, 2, {}}}, 0, 1).empty());
}

}  // namespace
}  // namespace isonomy::tests
