// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "network/minimum_cut.h"

namespace isonomy::tests {
namespace {

using network::Arc;

std::int64_t across(const std::vector<Arc>& arcs, const std::vector<bool>& at_source) {
  std::int64_t out = 0;
  for (const auto& arc : arcs) {
    if (at_source[arc.from] && !at_source[arc.to]) out += arc.capacity;
    if (at_source[arc.to] && !at_source[arc.from]) out += arc.back;
  }
  return out;
}

TEST(MinimumCut, SeparatesTwoNodes) {
  const auto cut = network::minimum_cut(3, {{0, 2, 5, 0}, {2, 1, 3, 0}}, 0, 1);
  EXPECT_EQ(cut.capacity, 3);
  EXPECT_EQ(cut.at_source, (std::vector<bool>{true, false, true}));
}

TEST(MinimumCut, NothingToCut) { EXPECT_EQ(network::minimum_cut(2, {}, 0, 1).capacity, 0); }

TEST(MinimumCut, AgainstEverySide) {
  for (unsigned seed = 0; seed < 300; ++seed) {
    std::mt19937 random{seed};
    const auto below = [&](std::uint32_t end) { return std::uniform_int_distribution<std::uint32_t>{0, end - 1}(random); };
    const auto nodes = 2 + below(6);
    std::vector<Arc> arcs;
    for (std::uint32_t i = 0; i < below(16); ++i) arcs.push_back({below(nodes), below(nodes), below(9), below(3)});
    std::erase_if(arcs, [](const Arc& arc) { return arc.from == arc.to; });
    auto best = INT64_MAX;
    for (std::uint32_t sides = 0; sides < (1U << nodes); ++sides) {
      if ((sides & 3U) != 1U) continue;
      std::vector<bool> at_source(nodes);
      for (std::uint32_t node = 0; node < nodes; ++node) at_source[node] = ((sides >> node) & 1U) != 0;
      best = std::min(best, across(arcs, at_source));
    }
    const auto cut = network::minimum_cut(nodes, arcs, 0, 1);
    EXPECT_EQ(cut.capacity, best) << "seed " << seed;
    EXPECT_EQ(across(arcs, cut.at_source), best) << "seed " << seed;
    EXPECT_TRUE(cut.at_source[0] && !cut.at_source[1]) << "seed " << seed;
  }
}

}  // namespace
}  // namespace isonomy::tests
