// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decision/decision.h"
#include "decision/diagram.h"

namespace isonomy::decision {

enum class Verdict : std::uint8_t { same, differs, open };

/// One measure asked at two seats, for the same facts.
struct ComparedSeats {
  model::MeasureId measure;
  Seat a;
  Seat b;
  Cube base;                      ///< what is given
  std::vector<AxisIndex> places;  ///< where `b` calls the jurisdiction of `b` what `a` calls that of `a`, and the other way round
};

/// What diagrams tell of two decisions within the base. A case is one choice of a value for each fact; values of a fact that neither decision ever
/// treats differently are one. So the numbers depend on the two functions alone, not on how rules are written.
struct ComparedCases {
  bool one_function = false;  ///< the two answer alike everywhere, whether it is known or not
  Integer all;
  Integer differ;
  Integer open;
  std::optional<Cube>
      where_differs;  ///< on each axis the cells that some differing point has, all others forgotten; nothing if none differs
  std::optional<Cube> where_open;
};

/// Whether two outcomes are one answer.
using Judge = std::function<Verdict(const Outcome&, const Outcome&)>;

/// Makes a diagram of each decision in one store and joins them. Nothing if none of the orders of axes (`axis_orders`) fits into `most_parts` nodes
/// and edges, ten times as many steps, or what `RuleRows` can hold; it is not tried for more rules than a tenth of the parts. `most_parts` of 0 is
/// always too few.
/// `space` holds what `collect_measure` adds for both seats; `rules_of` are over it. Neither decision may have conflicts within the base.
std::optional<ComparedCases> compared_cases(const model::Library& library, const Space& space, KnownRules& rules_of,
                                            const ComparedSeats& seats, const Judge& judge, std::size_t most_parts);

}  // namespace isonomy::decision
