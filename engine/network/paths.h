// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <vector>

#include "network/minimum_cut.h"

namespace isonomy::network {

/// What a path takes, gravest first; each is at least 0. Paths add their steps' prices, and compare them in order.
using Price = std::array<std::int64_t, 9>;

struct Step {
  Node from = 0;
  Node to = 0;
  Price price{};
};

/// Steps by their number.
struct Path {
  std::vector<std::size_t> steps;
  Price price{};
};

/// At most `most` paths that pass no node twice, cheapest first; of equal ones those first whose nodes, then steps, have the lower numbers.
/// Method: J. Y. Yen, Management Science 17(11), 1971, over Boost.Graph's Dijkstra. Cost: most x nodes shortest-path searches.
std::vector<Path> best_paths(std::size_t nodes, const std::vector<Step>& steps, Node source, Node sink, std::size_t most);

/// Paths that pass no node twice and that no other path matches or beats on every part of the price; cheapest first. Of paths with the
/// same price one is kept. Labels set one by one, as Boost.Graph has it (r_c_shortest_paths).
/// Error: `decision::TooLarge` with E0909 beyond `limits::path_labels`, since a front can grow exponentially.
std::vector<Path> undominated_paths(std::size_t nodes, const std::vector<Step>& steps, Node source, Node sink);

}  // namespace isonomy::network
