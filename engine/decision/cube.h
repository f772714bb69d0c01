// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "decision/interval_set.h"

namespace isonomy::decision {

using AxisIndex = std::uint32_t;

/// One set of cells per axis; an axis that is not named is unrestricted. A cube is never empty: what would be, is no cube.
class Cube {
 public:
  using Side = std::pair<AxisIndex, IntervalSet>;

  const std::vector<Side>& sides() const { return sides_; }
  /// The set on the axis; nullptr means any.
  const IntervalSet* side(AxisIndex axis) const;
  /// Replaces the set on one axis; the caller passes a non-empty set.
  void set(AxisIndex axis, IntervalSet cells);
  void drop(AxisIndex axis);

  friend bool operator==(const Cube&, const Cube&) = default;
  friend std::optional<Cube> intersect(const Cube& a, const Cube& b);

 private:
  std::vector<Side> sides_;  ///< sorted by axis
};

/// Nothing if they share no point.
std::optional<Cube> intersect(const Cube& a, const Cube& b);
bool meets(const Cube& a, const Cube& b);
/// Whether `inner` lies wholly in `outer`.
bool contains(const Cube& outer, const Cube& inner);

/// The cube with two cells exchanged on each of the axes.
Cube exchanged(Cube cube, const std::vector<AxisIndex>& axes, Cell a, Cell b);

/// One cell per axis of a space.
using Point = std::vector<Cell>;
bool contains(const Cube& cube, const Point& point);

}  // namespace isonomy::decision
