// SPDX-License-Identifier: Apache-2.0
#include "decision/diagram.h"

#include <algorithm>
#include <unordered_map>

namespace isonomy::decision {
namespace {

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
  hash ^= value + 0x9e3779b97f4a7c15U + (hash << 6U) + (hash >> 2U);
  return hash * 0xff51afd7ed558ccdU;
}

std::uint64_t hash_of(std::uint32_t level, std::span<const Diagrams::Edge> edges) {
  std::uint64_t hash = level;
  for (const auto& edge : edges) hash = mix(hash, (std::uint64_t{edge.end} << 32U) | edge.child.code);
  return hash ^ (hash >> 29U);
}

// Neighbouring runs that lead to the same function are one.
std::vector<Diagrams::Edge> merged(std::span<const Diagrams::Edge> edges) {
  std::vector<Diagrams::Edge> out;
  for (const auto& edge : edges) {
    if (!out.empty() && out.back().child == edge.child) out.back().end = edge.end;
    else out.push_back(edge);
  }
  return out;
}

}  // namespace

Diagrams::Diagrams(std::vector<Cell> sizes, std::vector<AxisIndex> order, std::size_t most)
    : sizes_{std::move(sizes)}, order_{std::move(order)}, level_of_(sizes_.size()), most_{most}, table_(1024, 0) {
  for (std::uint32_t i = 0; i < order_.size(); ++i) level_of_[order_[i]] = i;
}

std::uint32_t Diagrams::find(std::uint32_t level, std::span<const Edge> edges) const {
  const auto mask = table_.size() - 1;
  auto at = hash_of(level, edges) & mask;
  for (; table_[at] != 0; at = (at + 1) & mask) {
    const auto& node = nodes_[table_[at] - 1];
    const std::span<const Edge> known{edges_.data() + node.begin, node.count};
    if (node.level == level && std::equal(known.begin(), known.end(), edges.begin(), edges.end())) break;
  }
  return static_cast<std::uint32_t>(at);
}

void Diagrams::grow() {
  table_.assign(table_.size() * 2, 0);
  for (std::uint32_t i = 0; i < nodes_.size(); ++i) table_[find(nodes_[i].level, edges(Diagram{i}))] = i + 1;
}

std::optional<Diagram> Diagrams::make(std::uint32_t level, std::span<const Edge> edges) {
  const auto runs = merged(edges);
  if (runs.size() == 1) return runs.front().child;
  const auto at = find(level, runs);
  if (table_[at] != 0) return Diagram{table_[at] - 1};
  if (nodes_.size() + edges_.size() + runs.size() + 1 > most_) return std::nullopt;
  nodes_.push_back({level, static_cast<std::uint32_t>(edges_.size()), static_cast<std::uint32_t>(runs.size())});
  edges_.insert(edges_.end(), runs.begin(), runs.end());
  table_[at] = static_cast<std::uint32_t>(nodes_.size());
  if (nodes_.size() * 2 > table_.size()) grow();
  return Diagram{static_cast<std::uint32_t>(nodes_.size() - 1)};
}

std::uint32_t Diagrams::evaluate(Diagram of, const Point& point) const {
  while (!of.is_terminal()) {
    const auto runs = edges(of);
    const auto cell = point[order_[nodes_[of.code].level]];
    of = std::upper_bound(runs.begin(), runs.end(), cell, [](Cell c, const Edge& edge) { return c < edge.end; })->child;
  }
  return of.number();
}

/// One operation with what it has worked out; it ends with nothing once a node cannot be made.
class Diagrams::Operation {
 public:
  explicit Operation(Diagrams& store) : store_{store} {}

  std::optional<Diagram> combine(Diagram a, Diagram b, const Combine& join) {
    if (a.is_terminal() && b.is_terminal()) return Diagram::terminal(join(a.number(), b.number()));
    const auto key = (std::uint64_t{a.code} << 32U) | b.code;
    if (const auto it = known_.find(key); it != known_.end()) return it->second;
    const auto level = std::min(store_.level(a), store_.level(b));
    const auto left = runs(a, level);
    const auto right = runs(b, level);
    std::vector<Edge> out;
    for (auto i = left.begin(), j = right.begin(); i != left.end() && j != right.end();) {
      const auto child = combine(i->child, j->child, join);
      if (!child) return std::nullopt;
      const auto end = std::min(i->end, j->end);
      out.push_back({end, *child});
      if (i->end == end) ++i;
      if (j->end == end) ++j;
    }
    return remember(key, store_.make(level, out));
  }

  std::optional<Diagram> map(Diagram of, const Map& change) {
    if (of.is_terminal()) return Diagram::terminal(change(of.number()));
    if (const auto it = known_.find(of.code); it != known_.end()) return it->second;
    std::vector<Edge> out;
    for (const auto& edge : runs(of, store_.level(of))) {
      const auto child = map(edge.child, change);
      if (!child) return std::nullopt;
      out.push_back({edge.end, *child});
    }
    return remember(of.code, store_.make(store_.level(of), out));
  }

  std::optional<Diagram> project(Diagram of, const std::vector<bool>& kept, const Combine& join) {
    if (of.is_terminal()) return of;
    if (const auto it = known_.find(of.code); it != known_.end()) return it->second;
    const auto level = store_.level(of);
    std::vector<Edge> out;
    for (const auto& edge : runs(of, level)) {
      const auto child = project(edge.child, kept, join);
      if (!child) return std::nullopt;
      out.push_back({edge.end, *child});
    }
    if (kept[level]) return remember(of.code, store_.make(level, out));
    auto all = out.front().child;
    for (std::size_t i = 1; i < out.size(); ++i) {
      const auto more = store_.combine(all, out[i].child, join);
      if (!more) return std::nullopt;
      all = *more;
    }
    return remember(of.code, all);
  }

 private:
  // A copy, because the store may move while children are made.
  std::vector<Edge> runs(Diagram of, std::uint32_t level) const {
    if (store_.level(of) != level) return {{store_.cells(level), of}};
    const auto all = store_.edges(of);
    return {all.begin(), all.end()};
  }

  std::optional<Diagram> remember(std::uint64_t key, std::optional<Diagram> made) {
    if (!made || known_.size() >= store_.most_ * most_steps) return std::nullopt;
    known_.emplace(key, *made);
    return made;
  }

  Diagrams& store_;
  std::unordered_map<std::uint64_t, Diagram> known_;
};

std::optional<Diagram> Diagrams::map(Diagram of, const Map& change) { return Operation{*this}.map(of, change); }

std::optional<Diagram> Diagrams::combine(Diagram a, Diagram b, const Combine& join) { return Operation{*this}.combine(a, b, join); }

std::optional<Diagram> Diagrams::project(Diagram of, const std::vector<AxisIndex>& keep, const Combine& join) {
  std::vector<bool> kept(order_.size(), false);
  for (const auto axis : keep) kept[level_of_[axis]] = true;
  return Operation{*this}.project(of, kept, join);
}

std::optional<Diagram> Diagrams::restrict(Diagram of, const Cube& cube, std::uint32_t otherwise) {
  std::vector<std::pair<std::uint32_t, const IntervalSet*>> sides;
  for (const auto& [axis, cells] : cube.sides()) sides.emplace_back(level_of_[axis], &cells);
  std::sort(sides.rbegin(), sides.rend());
  constexpr std::uint32_t inside = 1;
  auto mask = Diagram::terminal(inside);
  for (const auto& [level, cells] : sides) {
    std::vector<Edge> out;
    for (const auto part : cells->parts()) {
      if (part.low > 0) out.push_back({part.low, Diagram::terminal(0)});
      out.push_back({part.high, mask});
    }
    if (cells->last() + 1 < this->cells(level)) out.push_back({this->cells(level), Diagram::terminal(0)});
    const auto made = make(level, out);
    if (!made) return std::nullopt;
    mask = *made;
  }
  return combine(of, mask, [&](std::uint32_t value, std::uint32_t within) { return within == inside ? value : otherwise; });
}

std::pair<Diagrams, Diagram> Diagrams::extract(Diagram root) const {
  const auto all = nodes(root);
  Diagrams out{sizes_, order_, SIZE_MAX};
  std::unordered_map<std::uint32_t, Diagram> moved;
  for (const auto node : all) {
    std::vector<Edge> runs{edges(node).begin(), edges(node).end()};
    for (auto& edge : runs)
      if (!edge.child.is_terminal()) edge.child = moved.at(edge.child.code);
    moved.emplace(node.code, *out.make(level(node), runs));
  }
  out.table_.assign(1, 0);
  out.table_.shrink_to_fit();
  out.nodes_.shrink_to_fit();
  out.edges_.shrink_to_fit();
  out.most_ = 0;
  return {std::move(out), root.is_terminal() ? root : moved.at(root.code)};
}

}  // namespace isonomy::decision
