// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "decision/cube.h"

namespace isonomy::decision {

/// A cube without some others. Differences stay implicit, because written out as disjoint cubes they explode.
struct Term {
  Cube box;
  std::vector<Cube> holes;  ///< each meets the box
};

/// A union of terms, which may overlap.
using Region = std::vector<Term>;

Region region_of(const std::vector<Cube>& cubes);
Region unite(Region a, const Region& b);
/// Set operations; the cost is the product of the numbers of terms. Terms may turn out empty: see `Coverage::pruned`.
Region intersect(const Region& a, const Region& b);
Region subtract(const Region& a, const Region& b);
Region intersect(const Region& a, const Cube& b);
bool contains(const Region& region, const Point& point);

}  // namespace isonomy::decision
