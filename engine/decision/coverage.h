// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <span>

#include "decision/budget.h"
#include "decision/region.h"

namespace isonomy::decision {

/// Answers whether cubes leave something of a cube uncovered, exactly.
class Coverage {
 public:
  /// `sizes[axis]` is the number of cells of each axis; `budget` is shared by all questions of a command.
  explicit Coverage(std::vector<Cell> sizes, std::shared_ptr<Budget> budget = std::make_shared<Budget>());

  /// A part of `cube` that no blocker touches, or nothing: then the blockers cover it, and that is a proof.
  /// Asks `Search`; past `limits::question_work` the same question goes to a SAT solver, and past `limits::sat_conflicts` it is an error.
  /// Error: `TooLarge` with E0602, also when the budget ends. Cost: exponential in the axes at worst, near-linear in the blockers on real tables.
  std::optional<Cube> uncovered(const Cube& cube, const Region& blockers) const;
  std::optional<Cube> uncovered(const Cube& cube, const Holes& blockers) const;
  std::optional<Cube> uncovered(const Cube& cube, std::span<const Term* const> blockers) const;
  std::optional<Cube> uncovered(const Cube& cube, const std::vector<Cube>& blockers) const { return uncovered(cube, region_of(blockers)); }

  bool empty(const Term& term) const { return !clearly_open(term) && !uncovered(term.box, term.holes); }
  bool empty(const Region& region) const;
  /// Whether no point of the cube lies in the region.
  bool apart(const Cube& cube, const Region& region) const;
  /// Terms without a point are dropped.
  Region pruned(Region region) const;

  const std::vector<Cell>& sizes() const { return sizes_; }
  const std::shared_ptr<Budget>& budget() const { return budget_; }

 private:
  bool clearly_open(const Term& term) const;
  std::optional<Cube> ask(const Cube& cube, std::span<const Term* const> blockers) const;

  std::vector<Cell> sizes_;
  std::shared_ptr<Budget> budget_;
};

}  // namespace isonomy::decision
