// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

/// Questions about graphs: cuts, paths, and the ways between jurisdictions.
namespace isonomy::network {

using Node = std::uint32_t;

/// A way from one node to another, and how much it takes in either direction.
struct Arc {
  Node from = 0;
  Node to = 0;
  std::int64_t capacity = 0;
  std::int64_t back = 0;
};

struct Cut {
  std::int64_t capacity = 0;
  std::vector<bool> at_source;  ///< per node, whether it lies on the source's side; the smallest such side
};

/// The cheapest set of arcs whose removal separates the sink from the source. The sum of all capacities must fit 62 bits.
/// Maximum flow by Boykov and Kolmogorov (IEEE PAMI 26(9), 2004), as Boost.Graph has it; exact. Cost: in practice near-linear in the arcs.
Cut minimum_cut(std::size_t nodes, const std::vector<Arc>& arcs, Node source, Node sink);

}  // namespace isonomy::network
