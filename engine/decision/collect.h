// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "decision/seat.h"
#include "decision/space.h"

namespace isonomy::decision {

/// The measure, then those on which it depends by `asked when`, directly or through others; each once.
std::vector<model::MeasureId> with_asked_when(const model::Library& library, model::MeasureId measure);

/// Adds everything that the rules of one measure look at from the seat, and the condition under which it is asked.
void collect_rules(const model::Library& library, const Seat& seat, model::MeasureId measure, SpaceBuilder& builder);

/// The same for the measure and all on which it depends: everything that its answer rests on.
void collect_measure(const model::Library& library, const Seat& seat, model::MeasureId measure, SpaceBuilder& builder);

/// Adds the ends of the route that the seat leaves open.
void collect_open_ends(const Seat& seat, SpaceBuilder& builder);

}  // namespace isonomy::decision
