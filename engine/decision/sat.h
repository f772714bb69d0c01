// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decision/search.h"

namespace isonomy::decision {

/// The same question as `Search`, put to a SAT solver: a word of bits has a variable a bit, other axes one for each end of an interval that occurs.
/// It gives up after `conflicts` conflicts. `place` is a single class on each axis if the answer is `Found::place`.
/// Cost: linear in the blockers to write the question down; after that up to the solver (Biere, CaDiCaL).
Found solve_by_sat(const Packed& packed, const Packed::Word* box, std::span<const Packed::Id> blockers, int conflicts,
                   std::vector<Packed::Word>& place);

}  // namespace isonomy::decision
