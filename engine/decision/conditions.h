// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "decision/seat.h"
#include "decision/space.h"

namespace isonomy::decision {

/// A condition may rest on a comparison nobody can make (an amount without a rate): `surely` are the facts for which it holds in every
/// reading, `possibly` those for which it holds in some.
enum class Reading : std::uint8_t { surely, possibly };

/// The facts for which a condition holds, as a union of cubes, seen from a seat. Measures may not occur.
/// Error: `TooLarge` with E0601 beyond `limits::condition_cubes`.
std::vector<Cube> cubes_of(const model::Library& library, const Space& space, const Seat& seat, const model::Condition& condition,
                           Reading reading, bool negated = false);

/// The same for one comparison of a fact.
std::vector<Cube> cubes_of(const model::Library& library, const Space& space, const Seat& seat, const model::Test& test, Reading reading,
                           bool negated = false);

/// The pairwise intersections that are not empty, without those inside another.
std::vector<Cube> product(const std::vector<Cube>& a, const std::vector<Cube>& b);

/// A cube that restricts one axis; nothing if no cell is left.
std::vector<Cube> on_axis(const Space& space, AxisIndex axis, const IntervalSet& cells);

}  // namespace isonomy::decision
