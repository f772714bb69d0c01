// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "base/rational.h"
#include "decision/cube.h"

namespace isonomy::decision {

/// A whole number of any size.
using Integer = decltype(numerator(base::Rational{}));

/// A function from the points of a space to terminals, as a node or a terminal of a `Diagrams`. Two of the same `Diagrams` are the same function
/// exactly if they compare equal.
struct Diagram {
  std::uint32_t code = 0;

  static constexpr std::uint32_t terminal_bit = 1U << 31U;
  static constexpr Diagram terminal(std::uint32_t number) { return {number | terminal_bit}; }
  constexpr bool is_terminal() const { return (code & terminal_bit) != 0; }
  constexpr std::uint32_t number() const { return code & ~terminal_bit; }
  friend constexpr bool operator==(Diagram, Diagram) = default;
};

/// Interval decision diagrams: ordered, reduced, shared, with many terminals. A node looks at one axis, whose cells are divided into runs that
/// lead to different functions. What a terminal's number means is the caller's business.
/// They can explode, so there is a budget: every operation that makes nodes gives nothing once it is spent, or `most_steps` times as many steps, and
/// what exists stays valid.
/// Source: Bryant, IEEE Trans. Computers C-35 (1986); Strehl and Thiele, interval diagrams, ISSS 1998.
class Diagrams {
 public:
  /// Cells from the end of the edge before up to `end` (excluded) lead to `child`.
  struct Edge {
    Cell end = 0;
    Diagram child;
    friend bool operator==(const Edge&, const Edge&) = default;
  };
  using Map = std::function<std::uint32_t(std::uint32_t)>;
  using Combine = std::function<std::uint32_t(std::uint32_t, std::uint32_t)>;

  /// Steps that one operation may take for each part of the budget.
  static constexpr std::size_t most_steps = 10;

  /// `order` names every axis once: those in front are looked at first. `most` bounds edges and nodes together.
  Diagrams(std::vector<Cell> sizes, std::vector<AxisIndex> order, std::size_t most);

  /// The function that looks at the axis of `level` and goes on as the edges say; reduced and shared. Edges rise and end at the axis's size.
  std::optional<Diagram> make(std::uint32_t level, std::span<const Edge> edges);

  std::uint32_t evaluate(Diagram of, const Point& point) const;
  /// The terminal of each point, changed.
  std::optional<Diagram> map(Diagram of, const Map& change);
  /// The terminals of two functions at each point, joined. Cost: at most the product of their nodes.
  std::optional<Diagram> combine(Diagram a, Diagram b, const Combine& join);
  /// The function within the cube, and `otherwise` outside it.
  std::optional<Diagram> restrict(Diagram of, const Cube& cube, std::uint32_t otherwise);
  /// Forgets all axes but those named: what the terminals along them join to. `join` has to be associative, commutative and idempotent.
  std::optional<Diagram> project(Diagram of, const std::vector<AxisIndex>& keep, const Combine& join);
  /// How many points of the cube (one cell an axis) lead to each terminal; exact. Cost: edges, times the terminals.
  std::map<std::uint32_t, Integer> count(Diagram of, const Cube& within = {}) const;
  /// For each axis the cells that some point has which leads to a wanted terminal: the projection onto each axis alone. Makes no nodes, so no
  /// budget ends it. Cost: edges.
  std::vector<IntervalSet> shadows(Diagram of, const std::function<bool(std::uint32_t)>& wanted) const;
  /// The nodes that the function uses, children before their parents.
  std::vector<Diagram> nodes(Diagram of) const;
  /// Their number; terminals are none.
  std::size_t size(Diagram of) const { return nodes(of).size(); }

  std::uint32_t level(Diagram of) const { return of.is_terminal() ? levels() : nodes_[of.code].level; }
  std::span<const Edge> edges(Diagram of) const { return {edges_.data() + nodes_[of.code].begin, nodes_[of.code].count}; }
  std::uint32_t levels() const { return static_cast<std::uint32_t>(order_.size()); }
  AxisIndex axis(std::uint32_t level) const { return order_[level]; }
  std::uint32_t level_of(AxisIndex axis) const { return level_of_[axis]; }
  Cell cells(std::uint32_t level) const { return sizes_[order_[level]]; }
  std::size_t most() const { return most_; }
  /// Nodes and edges made so far, whether still needed or not.
  std::size_t parts() const { return nodes_.size() + edges_.size(); }
  std::size_t bytes() const { return edges_.size() * sizeof(Edge) + nodes_.size() * sizeof(Node); }

  /// Only what `root` needs, in a store of its own: what an evaluator keeps.
  std::pair<Diagrams, Diagram> extract(Diagram root) const;

 private:
  struct Node {
    std::uint32_t level = 0;
    std::uint32_t begin = 0;
    std::uint32_t count = 0;
  };
  class Operation;

  std::uint32_t find(std::uint32_t level, std::span<const Edge> edges) const;
  void grow();

  std::vector<Cell> sizes_;
  std::vector<AxisIndex> order_;
  std::vector<std::uint32_t> level_of_;
  std::size_t most_;
  std::vector<Node> nodes_;
  std::vector<Edge> edges_;
  std::vector<std::uint32_t> table_;  ///< open addressing; node + 1, or 0
};

}  // namespace isonomy::decision
