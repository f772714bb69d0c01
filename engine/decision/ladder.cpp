// SPDX-License-Identifier: Apache-2.0
#include "decision/ladder.h"

#include "decision/sat.h"
#include "source/codes.h"

namespace isonomy::decision {

bool climb(Search& search, const Packed& packed, const Packed::Word* box, std::span<const Packed::Id> blockers, Budget& budget,
           std::vector<Packed::Word>& place) {
  auto found = search.run(box, blockers);
  budget.spend(search.work());
  if (found == Found::place) place = search.place();
  if (found == Found::gave_up) {
    budget.spend(base::limits::sat_work);
    found = solve_by_sat(packed, box, blockers, base::limits::sat_conflicts, place);
  }
  if (found == Found::gave_up) throw TooLarge{source::Code::question_too_large, "a coverage question needs too many steps"};
  return found == Found::place;
}

}  // namespace isonomy::decision
