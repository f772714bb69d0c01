// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "decision/decision.h"

namespace isonomy::decision {

/// The target as maximal boxes within the base: they cover it, none is covered by the others, none reaches into the rest of the base.
/// Each box is grown from the first point that none holds yet, facts in the order of `Space::by_name` and widened from the last to the first,
/// the date last; so the boxes depend on the set of facts alone, not on the order of rules or on how the region is written. Its cubes name no
/// axis on which they hold every cell (see `on_axis`).
/// Error: `TooLarge` with E0603 beyond `limits::regions`. Cost: one coverage question per widening tried, and a few for each first point.
std::vector<Cube> cover(const Coverage& coverage, const Space& space, const Cube& base, const Region& target);

/// A cell per axis inside the cube, taking the first of each in the canonical order.
Point point_in(const Space& space, const Cube& cube);

/// What a fact is in a transaction.
using Transaction = std::map<model::FactId, model::Value>;

/// A value inside a cell: the boundary value if the cell holds one, else the shortest decimal next to it; the first day of a date cell.
model::Scalar value_in(const Axis& axis, Cell cell);

/// The whole transaction at a point.
Transaction transaction_at(const model::Library& library, const Space& space, const Point& point);

/// One fact's part of a region: `value`, `over 150 EUR up to 800 USD`.
struct Restriction {
  model::FactId fact;
  std::string words;
};

/// What the cube says beyond the base, fact by fact, the date last.
std::vector<Restriction> restrictions(const model::Library& library, const Space& space, const Cube& cube, const Cube& base);

/// The same in one line; "in all cases" if nothing is restricted.
std::string describe(const model::Library& library, const Space& space, const Cube& cube, const Cube& base);

}  // namespace isonomy::decision
