// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decision/space.h"

namespace isonomy::decision {

/// A point by its place in the canonical order: for each axis of `Space::by_name`, the rank of its cell. Compared from the first axis on.
using Ranks = std::vector<Cell>;

/// The first point of a cube.
Ranks least_of(const Space& space, const Cube& cube);
Point point_at(const Space& space, const Ranks& ranks);

/// The first point of a cube that no blocker touches; nothing if they cover it. It does not depend on how the blockers are written, nor on
/// their order. `axes` are those that cube or blockers look at, in the order of `Space::by_name`.
/// Error: `TooLarge` with E0602. Cost: one coverage question, and one or a few more for each axis.
std::optional<Ranks> least_uncovered(const Coverage& coverage, const Space& space, const std::vector<AxisIndex>& axes, const Cube& cube,
                                     std::vector<const Term*> blockers);

}  // namespace isonomy::decision
