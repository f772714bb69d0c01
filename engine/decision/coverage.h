// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <stdexcept>

#include "decision/region.h"
#include "source/codes.h"

namespace isonomy::decision {

/// A question outgrew its limit; nothing is answered rather than half of it.
struct TooLarge : std::runtime_error {
  TooLarge(source::Code found_code, const std::string& what) : std::runtime_error{what}, code{found_code} {}
  source::Code code;
};

/// Answers whether cubes leave something of a cube uncovered, exactly.
class Coverage {
 public:
  /// `sizes[axis]` is the number of cells of each axis; `steps` bounds the splits of one question (E0602).
  explicit Coverage(std::vector<Cell> sizes, std::size_t steps);

  /// A part of `cube` that no blocker touches, or nothing: then the blockers cover it, and that is a proof.
  /// Splits on the blocker that takes the largest share, looks outside it first, then in its own holes. Cost: exponential in the axes at worst,
  /// near-linear in the blockers on real tables.
  std::optional<Cube> uncovered(const Cube& cube, const Region& blockers) const;
  std::optional<Cube> uncovered(const Cube& cube, const std::vector<Cube>& blockers) const { return uncovered(cube, region_of(blockers)); }

  bool empty(const Term& term) const { return !uncovered(term.box, term.holes); }
  bool empty(const Region& region) const;
  /// Whether no point of the cube lies in the region.
  bool apart(const Cube& cube, const Region& region) const;
  /// Terms without a point are dropped.
  Region pruned(Region region) const;

  const std::vector<Cell>& sizes() const { return sizes_; }

 private:
  using Blockers = std::vector<const Term*>;
  std::optional<Cube> search(const Cube& cube, Blockers blockers, std::size_t& steps) const;
  const Term* largest(const Cube& cube, const Blockers& blockers) const;
  std::optional<Cube> outside(const Cube& cube, const Term& blocker, const Blockers& blockers, std::size_t& steps) const;
  std::optional<Cube> inside(const Cube& cube, const Term& blocker, const Blockers& blockers, std::size_t& steps) const;
  double share(const Cube& cube, const Cube& blocker) const;

  std::vector<Cell> sizes_;
  std::size_t steps_;
};

}  // namespace isonomy::decision
