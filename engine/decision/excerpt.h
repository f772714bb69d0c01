// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decision/cube.h"

namespace isonomy::decision {

/// The part of a space that lies in one cube. Its cells have numbers of their own, from 0 on each axis in the same order, so that a function over it
/// knows nothing of what lies outside.
class Excerpt {
 public:
  /// `sizes` are those of the space.
  Excerpt(std::vector<Cell> sizes, Cube within);

  const std::vector<Cell>& sizes() const { return sizes_; }
  /// What of a cube of the space lies in the part, in the part's numbers; nothing if no point does.
  std::optional<Cube> of(const Cube& cube) const;
  /// The cells of the space that stand behind cells of the part.
  IntervalSet in_space(AxisIndex axis, const IntervalSet& cells) const;

 private:
  Cube within_;
  std::vector<Cell> sizes_;
};

}  // namespace isonomy::decision
