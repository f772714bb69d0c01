// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decision/budget.h"
#include "decision/search.h"

namespace isonomy::decision {

/// A place in the box that no blocker touches, from the search or, where that takes too long, the SAT solver; false if there is none.
/// Error: `TooLarge` with E0602 where both give up or the budget ends.
bool climb(Search& search, const Packed& packed, const Packed::Word* box, std::span<const Packed::Id> blockers, Budget& budget,
           std::vector<Packed::Word>& place);

}  // namespace isonomy::decision
