// SPDX-License-Identifier: Apache-2.0
#include <unordered_map>
#include <unordered_set>

#include "decision/diagram.h"

namespace isonomy::decision {
namespace {

using Counts = std::map<std::uint32_t, Integer>;

/// How many cells of each level count.
class Weights {
 public:
  Weights(const Diagrams& store, const Cube& within) : before_(store.levels()) {
    for (std::uint32_t level = 0; level < store.levels(); ++level) {
      const auto* side = within.side(store.axis(level));
      if (side != nullptr) note(before_[level], *side, store.cells(level));
      totals_.push_back(side == nullptr ? store.cells(level) : before_[level].back());
    }
  }

  Cell of(std::uint32_t level, Cell low, Cell high) const {
    const auto& before = before_[level];
    return before.empty() ? high - low : before[high] - before[low];
  }
  /// All that can be chosen on the levels from one up to another.
  Integer product(std::uint32_t from, std::uint32_t to) const {
    Integer out = 1;
    for (auto level = from; level < to; ++level)
      if (totals_[level] != 1) out *= totals_[level];
    return out;
  }

 private:
  static void note(std::vector<Cell>& before, const IntervalSet& cells, Cell size) {
    before.assign(size + 1, 0);
    for (const auto part : cells.parts())
      for (auto cell = part.low; cell < part.high; ++cell) before[cell + 1] = 1;
    for (Cell cell = 0; cell < size; ++cell) before[cell + 1] += before[cell];
  }

  std::vector<std::vector<Cell>> before_;  ///< per cell how many before it count; empty where all do
  std::vector<Cell> totals_;
};

}  // namespace

std::map<std::uint32_t, Integer> Diagrams::count(Diagram of, const Cube& within) const {
  const Weights weights{*this, within};
  std::unordered_map<std::uint32_t, Counts> known;
  const auto add = [&](Counts& to, Diagram child, std::uint32_t level, Cell cells) {
    if (cells == 0) return;
    const Integer weight = weights.product(level, this->level(child)) * cells;
    if (child.is_terminal()) to[child.number()] += weight;
    else
      for (const auto& [terminal, points] : known.at(child.code)) to[terminal] += weight * points;
  };
  for (const auto node : nodes(of)) {
    auto& counts = known[node.code];
    Cell low = 0;
    for (const auto& edge : edges(node)) {
      add(counts, edge.child, level(node) + 1, weights.of(level(node), low, edge.end));
      low = edge.end;
    }
  }
  Counts out;
  add(out, of, 0, 1);
  return out;
}

std::vector<IntervalSet> Diagrams::shadows(Diagram of, const std::function<bool(std::uint32_t)>& wanted) const {
  std::unordered_set<std::uint32_t> leading;
  const auto leads = [&](Diagram at) { return at.is_terminal() ? wanted(at.number()) : leading.contains(at.code); };
  std::vector<std::vector<Interval>> cells(levels());
  std::vector<int> passed(levels() + 1, 0);  // per level how many more ways pass it by than the level before
  const auto pass = [&](std::uint32_t from, std::uint32_t to) {
    ++passed[from];
    --passed[to];
  };
  for (const auto node : nodes(of)) {
    Cell low = 0;
    for (const auto& edge : edges(node)) {
      if (leads(edge.child)) {
        leading.insert(node.code);
        cells[level(node)].push_back({low, edge.end});
        pass(level(node) + 1, level(edge.child));
      }
      low = edge.end;
    }
  }
  if (leads(of)) pass(0, level(of));
  std::vector<IntervalSet> out(levels());
  int ways = 0;
  for (std::uint32_t at = 0; at < levels(); ++at) {
    ways += passed[at];
    out[axis(at)] = ways > 0 ? IntervalSet{0, this->cells(at)} : IntervalSet::of(std::move(cells[at]));
  }
  return out;
}

std::vector<Diagram> Diagrams::nodes(Diagram of) const {
  std::vector<Diagram> out;
  std::unordered_set<std::uint32_t> seen;
  const std::function<void(Diagram)> visit = [&](Diagram at) {
    if (at.is_terminal() || !seen.insert(at.code).second) return;
    for (const auto& edge : edges(at)) visit(edge.child);
    out.push_back(at);
  };
  visit(of);
  return out;
}

}  // namespace isonomy::decision
