// SPDX-License-Identifier: Apache-2.0
#include "network/paths.h"

#include <algorithm>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <limits>
#include <optional>
#include <set>

namespace isonomy::network {
namespace {

using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property, boost::no_property, Node, Node>;

constexpr Price endless() {
  Price out{};
  for (auto& part : out) part = std::numeric_limits<std::int64_t>::max();
  return out;
}

Price sum(const Price& a, const Price& b) {
  if (a == endless() || b == endless()) return endless();
  Price out = a;
  for (std::size_t i = 0; i < out.size(); ++i) out[i] += b[i];
  return out;
}

/// The graph with the steps in its order; `number` leads back to the caller's.
class Roads {
 public:
  Roads(std::size_t nodes, const std::vector<Step>& steps) : nodes_{nodes} {
    number_.resize(steps.size());
    for (std::size_t i = 0; i < steps.size(); ++i) number_[i] = i;
    std::stable_sort(number_.begin(), number_.end(), [&](std::size_t a, std::size_t b) {
      return std::pair{steps[a].from, steps[a].to} < std::pair{steps[b].from, steps[b].to};
    });
    std::vector<std::pair<Node, Node>> ends;
    for (const auto i : number_) {
      steps_.push_back(steps[i]);
      ends.emplace_back(steps[i].from, steps[i].to);
    }
    prices_.resize(steps_.size());
    graph_ = Graph{boost::edges_are_sorted, ends.begin(), ends.end(), static_cast<Node>(nodes)};
  }

  const Step& step(std::size_t i) const { return steps_[i]; }
  std::size_t number(std::size_t i) const { return number_[i]; }

  /// The cheapest path that touches no shut node and takes no shut step.
  std::optional<Path> shortest(Node source, Node sink, const std::vector<bool>& shut_nodes, const std::set<std::size_t>& shut_steps) {
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      const bool shut = shut_nodes[steps_[i].from] || shut_nodes[steps_[i].to] || shut_steps.count(i) != 0;
      prices_[i] = shut ? endless() : steps_[i].price;
    }
    search(source);
    if (distance_[sink] == endless()) return std::nullopt;
    return trace(source, sink);
  }

 private:
  void search(Node source) {
    distance_.assign(nodes_, endless());
    before_.resize(nodes_);
    const auto edge = boost::get(boost::edge_index, graph_);
    const auto vertex = boost::get(boost::vertex_index, graph_);
    boost::dijkstra_shortest_paths(graph_, source,
                                   boost::weight_map(boost::make_iterator_property_map(prices_.begin(), edge))
                                       .distance_map(boost::make_iterator_property_map(distance_.begin(), vertex))
                                       .predecessor_map(boost::make_iterator_property_map(before_.begin(), vertex))
                                       .distance_combine(&sum)
                                       .distance_compare(std::less<>{})
                                       .distance_inf(endless())
                                       .distance_zero(Price{}));
  }

  // Between two nodes the cheapest open step, of equal ones the first.
  std::size_t between(Node from, Node to) const {
    std::size_t best = SIZE_MAX;
    for (auto [edge, end] = boost::out_edges(from, graph_); edge != end; ++edge) {
      const auto i = boost::get(boost::edge_index, graph_, *edge);
      if (boost::target(*edge, graph_) == to && (best == SIZE_MAX || prices_[i] < prices_[best])) best = i;
    }
    return best;
  }

  Path trace(Node source, Node sink) const {
    Path out{{}, distance_[sink]};
    for (Node at = sink; at != source; at = before_[at]) out.steps.push_back(between(before_[at], at));
    std::reverse(out.steps.begin(), out.steps.end());
    return out;
  }

  std::size_t nodes_;
  Graph graph_;
  std::vector<Step> steps_;
  std::vector<std::size_t> number_;
  std::vector<Price> prices_;
  std::vector<Price> distance_;
  std::vector<Node> before_;
};

/// Yen's method: each new path leaves a known one at some node, by a step no known path takes there.
class Yen {
 public:
  Yen(std::size_t nodes, const std::vector<Step>& steps, Node source, Node sink)
      : roads_{nodes, steps}, nodes_{nodes}, source_{source}, sink_{sink} {}

  std::vector<Path> find(std::size_t most) {
    if (const auto first = roads_.shortest(source_, sink_, std::vector<bool>(nodes_, false), {})) offer(*first);
    while (known_.size() < most && !candidates_.empty()) {
      known_.push_back(candidates_.begin()->path);
      candidates_.erase(candidates_.begin());
      if (known_.size() < most) branch(known_.back());
    }
    for (auto& path : known_)
      for (auto& step : path.steps) step = roads_.number(step);
    return std::move(known_);
  }

 private:
  struct Candidate {
    Path path;
    std::vector<Node> nodes;

    bool operator<(const Candidate& other) const {
      return std::tie(path.price, nodes, path.steps) < std::tie(other.path.price, other.nodes, other.path.steps);
    }
  };

  void offer(Path path) {
    std::vector<Node> nodes{source_};
    for (const auto step : path.steps) nodes.push_back(roads_.step(step).to);
    candidates_.insert({std::move(path), std::move(nodes)});
  }

  void branch(const Path& known) {
    std::vector<bool> shut(nodes_, false);
    Path root;
    auto at = source_;
    for (const auto step : known.steps) {
      if (auto rest = roads_.shortest(at, sink_, shut, taken_after(root.steps))) {
        auto whole = root;
        whole.steps.insert(whole.steps.end(), rest->steps.begin(), rest->steps.end());
        whole.price = sum(root.price, rest->price);
        offer(std::move(whole));
      }
      shut[at] = true;
      root.steps.push_back(step);
      root.price = sum(root.price, roads_.step(step).price);
      at = roads_.step(step).to;
    }
  }

  std::set<std::size_t> taken_after(const std::vector<std::size_t>& root) const {
    std::set<std::size_t> out;
    for (const auto& path : known_)
      if (path.steps.size() > root.size() && std::equal(root.begin(), root.end(), path.steps.begin())) out.insert(path.steps[root.size()]);
    return out;
  }

  Roads roads_;
  std::size_t nodes_;
  Node source_;
  Node sink_;
  std::vector<Path> known_;
  std::set<Candidate> candidates_;
};

}  // namespace

std::vector<Path> best_paths(std::size_t nodes, const std::vector<Step>& steps, Node source, Node sink, std::size_t most) {
  return Yen{nodes, steps, source, sink}.find(most);
}

}  // namespace isonomy::network
