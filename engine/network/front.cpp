// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/r_c_shortest_paths.hpp>

#include "base/limits.h"
#include "decision/coverage.h"
#include "network/paths.h"
#include "source/codes.h"

namespace isonomy::network {
namespace {

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::property<boost::vertex_index_t, Node>,
                                    boost::property<boost::edge_index_t, std::size_t>>;
using Edge = boost::graph_traits<Graph>::edge_descriptor;

struct Spent {
  Price price{};

  bool operator==(const Spent& other) const { return price == other.price; }
  bool operator<(const Spent& other) const { return price < other.price; }
};

/// Goes on along one edge; counts how often, so that a front that explodes is said rather than waited for.
struct Extend {
  const std::vector<Step>* steps;
  std::size_t* labels;

  bool operator()(const Graph& graph, Spent& to, const Spent& from, Edge edge) const {
    if (++*labels > base::limits::path_labels)
      throw decision::TooLarge{source::Code::too_many_ways, "too many ways are as good as each other, each by its own measure"};
    const auto& price = (*steps)[boost::get(boost::edge_index, graph, edge)].price;
    for (std::size_t i = 0; i < price.size(); ++i) to.price[i] = from.price[i] + price[i];
    return true;
  }
};

struct Dominates {
  bool operator()(const Spent& a, const Spent& b) const {
    for (std::size_t i = 0; i < a.price.size(); ++i)
      if (a.price[i] > b.price[i]) return false;
    return true;
  }
};

}  // namespace

std::vector<Path> undominated_paths(std::size_t nodes, const std::vector<Step>& steps, Node source, Node sink) {
  Graph graph{nodes};
  for (std::size_t i = 0; i < steps.size(); ++i) boost::add_edge(steps[i].from, steps[i].to, i, graph);
  std::vector<std::vector<Edge>> found;
  std::vector<Spent> spent;
  std::size_t labels = 0;
  boost::r_c_shortest_paths(graph, boost::get(boost::vertex_index, graph), boost::get(boost::edge_index, graph), source, sink, found, spent,
                            Spent{}, Extend{&steps, &labels}, Dominates{});
  std::vector<Path> out;
  for (std::size_t i = 0; i < found.size(); ++i) {
    Path path{{}, spent[i].price};
    for (const auto& edge : found[i]) path.steps.push_back(boost::get(boost::edge_index, graph, edge));
    std::reverse(path.steps.begin(), path.steps.end());
    out.push_back(std::move(path));
  }
  std::sort(out.begin(), out.end(), [](const Path& a, const Path& b) { return std::tie(a.price, a.steps) < std::tie(b.price, b.steps); });
  return out;
}

}  // namespace isonomy::network
