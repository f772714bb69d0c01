// SPDX-License-Identifier: Apache-2.0
#include "network/minimum_cut.h"

#include <algorithm>
#include <boost/graph/boykov_kolmogorov_max_flow.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <numeric>
#include <utility>

namespace isonomy::network {
namespace {

using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property, boost::no_property, Node, Node>;
using Edge = boost::graph_traits<Graph>::edge_descriptor;

/// One direction of an arc; `twin` is the other's number before sorting.
struct Half {
  Node from = 0;
  Node to = 0;
  std::int64_t capacity = 0;
  std::uint32_t twin = 0;
};

std::vector<Half> halves_of(const std::vector<Arc>& arcs) {
  std::vector<Half> out;
  out.reserve(2 * arcs.size());
  for (const auto& arc : arcs) {
    const auto first = static_cast<std::uint32_t>(out.size());
    out.push_back({arc.from, arc.to, arc.capacity, first + 1});
    out.push_back({arc.to, arc.from, arc.back, first});
  }
  return out;
}

// The graph keeps edges by their source; `place[i]` says where half `i` went.
std::vector<std::uint32_t> places(const std::vector<Half>& halves, std::size_t nodes) {
  std::vector<std::uint32_t> next(nodes + 1, 0);
  for (const auto& half : halves) ++next[half.from + 1];
  std::partial_sum(next.begin(), next.end(), next.begin());
  std::vector<std::uint32_t> out;
  out.reserve(halves.size());
  for (const auto& half : halves) out.push_back(next[half.from]++);
  return out;
}

/// The graph with what the algorithm writes down for each edge.
struct Flow {
  Graph graph;
  std::vector<std::int64_t> capacity;
  std::vector<std::int64_t> residual;
  std::vector<Edge> reverse;
};

Flow flow_of(std::size_t nodes, const std::vector<Arc>& arcs) {
  const auto halves = halves_of(arcs);
  const auto place = places(halves, nodes);
  std::vector<std::pair<Node, Node>> ends(halves.size());
  Flow out;
  out.capacity.resize(halves.size());
  for (std::size_t i = 0; i < halves.size(); ++i) {
    ends[place[i]] = {halves[i].from, halves[i].to};
    out.capacity[place[i]] = halves[i].capacity;
  }
  out.graph = Graph{boost::edges_are_sorted, ends.begin(), ends.end(), static_cast<Node>(nodes)};
  const auto [first, last] = boost::edges(out.graph);
  const std::vector<Edge> edges{first, last};
  out.reverse.resize(halves.size());
  for (std::size_t i = 0; i < halves.size(); ++i) out.reverse[place[i]] = edges[place[halves[i].twin]];
  out.residual = out.capacity;
  return out;
}

// What the source still reaches along edges with capacity left.
std::vector<bool> reached(const Flow& flow, Node source) {
  std::vector<bool> seen(boost::num_vertices(flow.graph), false);
  std::vector<Node> open{source};
  seen[source] = true;
  while (!open.empty()) {
    const auto node = open.back();
    open.pop_back();
    for (auto [edge, end] = boost::out_edges(node, flow.graph); edge != end; ++edge) {
      const auto to = boost::target(*edge, flow.graph);
      if (seen[to] || flow.residual[boost::get(boost::edge_index, flow.graph, *edge)] == 0) continue;
      seen[to] = true;
      open.push_back(to);
    }
  }
  return seen;
}

}  // namespace

Cut minimum_cut(std::size_t nodes, const std::vector<Arc>& arcs, Node source, Node sink) {
  auto flow = flow_of(nodes, arcs);
  const auto index = boost::get(boost::edge_index, flow.graph);
  const auto vertex = boost::get(boost::vertex_index, flow.graph);
  std::vector<Edge> before(nodes);
  std::vector<boost::default_color_type> colour(nodes);
  std::vector<std::int64_t> distance(nodes);
  const auto on_edges = [&](auto& values) { return boost::make_iterator_property_map(values.begin(), index); };
  const auto on_nodes = [&](auto& values) { return boost::make_iterator_property_map(values.begin(), vertex); };
  Cut out;
  out.capacity = boost::boykov_kolmogorov_max_flow(flow.graph, on_edges(flow.capacity), on_edges(flow.residual), on_edges(flow.reverse),
                                                   on_nodes(before), on_nodes(colour), on_nodes(distance), vertex, source, sink);
  out.at_source = reached(flow, source);
  return out;
}

}  // namespace isonomy::network
