// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "decision/decision.h"

namespace isonomy::decision {

/// Two rules, one of each decision, that decide differently for the same facts.
struct LivePair {
  model::RuleId a;
  model::RuleId b;
  Cube where;  ///< facts for which both decide, and differently
};

/// Every such pair, once each, in the order of the rules; both decisions are over the space of `coverage`. Silence and the unknown are no values,
/// so rules that leave a question open are in no pair.
/// Cost and errors: see `meetings`.
std::vector<LivePair> live_pairs(const model::Library& library, const Coverage& coverage, const Decision& a, const Decision& b);

/// Rules that apply to the same facts, as many as there are: no other rule of the list applies there.
struct Overlap {
  std::vector<std::size_t> members;  ///< places in the list, rising
  Cube where;
};

/// The maximal sets of at least two entries of the list that share a point, in the order of their members.
/// Method: Bron and Kerbosch's search for maximal cliques (CACM 16, 1973) with the common box in hand, so that sets which meet in pairs only are
/// not taken for overlaps. Cost: the number of sets, times the rules that meet; exponentially many sets at worst.
/// Error: `TooLarge` with E0602 when the budget of `coverage` ends.
std::vector<Overlap> overlaps(const Coverage& coverage, const std::vector<std::vector<Cube>>& rules);

}  // namespace isonomy::decision
