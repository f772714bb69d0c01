// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "decision/cube.h"

namespace isonomy::decision {

struct Term;
/// What is taken out of a box. Holes never change once made, so that thousands of terms can share them.
using Holes = std::vector<std::shared_ptr<const Term>>;

/// A cube without a region. Differences stay implicit and nested, because written out as cubes they explode.
struct Term {
  Cube box;
  Holes holes;  ///< each meets the box
};

/// A union of terms, which may overlap.
using Region = std::vector<Term>;

Region region_of(const std::vector<Cube>& cubes);
Region unite(Region a, const Region& b);
/// Set operations. The cost, and the growth, is at most the product of the numbers of terms; never exponential. Terms may turn out
/// empty: see `Coverage::pruned`.
Region intersect(const Region& a, const Region& b);
Region subtract(const Region& a, const Region& b);
Region subtract(Region a, const Holes& b);
Region intersect(const Region& a, const Cube& b);
bool contains(const Region& region, const Point& point);

/// The region as holes to take out of others, made once and shared by them.
Holes holes_of(const Region& region);
Holes holes_of(const std::vector<Cube>& cubes);

/// Calls `visit` with every cube of the region, holes included.
void each_cube(const Region& region, const std::function<void(const Cube&)>& visit);

}  // namespace isonomy::decision
