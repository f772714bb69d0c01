// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "decision/decision.h"

namespace isonomy::decision {

/// Who is asked, under which law.
struct LawAt {
  const model::Library& library;
  Seat seat;
  KnownRules& rules;
};

/// Cells of one axis on which two need not be compared.
struct SameLaw {
  AxisIndex axis = 0;
  IntervalSet cells;
};

/// Where two have the same rules of a measure, code for code of the Harmonized System: rules that hold for the same facts, give the same answers and
/// override each other alike, that leave no fact open and contradict each other nowhere. So both decide alike there, and it is known. Rules that
/// name the place at an open end are not looked at, since each of the two means another place by it.
/// Nothing where the measure has no such facts or depends on others. It may miss cells, and does not depend on the order of rules.
/// Cost: the boxes of each rule, and a coverage question for every stretch of codes that no rule crosses the ends of.
/// Error: `TooLarge` with E0601, E0602.
std::optional<SameLaw> same_law(const LawAt& a, const LawAt& b, model::MeasureId measure, const Space& space, const Coverage& coverage);

}  // namespace isonomy::decision
