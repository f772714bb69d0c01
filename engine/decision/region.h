// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include "decision/cube.h"

namespace isonomy::decision {

/// A cube without a region. Differences stay implicit and nested, because written out as cubes they explode.
struct Term {
  Cube box;
  std::vector<Term> holes;  ///< each meets the box
};

/// A union of terms, which may overlap.
using Region = std::vector<Term>;

Region region_of(const std::vector<Cube>& cubes);
Region unite(Region a, const Region& b);
/// Set operations. The cost, and the growth, is at most the product of the numbers of terms; never exponential. Terms may turn out
/// empty: see `Coverage::pruned`.
Region intersect(const Region& a, const Region& b);
Region subtract(const Region& a, const Region& b);
Region intersect(const Region& a, const Cube& b);
bool contains(const Region& region, const Point& point);

/// Calls `visit` with every cube of the region, holes included.
void each_cube(const Region& region, const std::function<void(const Cube&)>& visit);

}  // namespace isonomy::decision
