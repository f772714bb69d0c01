// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "harmonize/changes.h"
#include "harmonize/distance.h"

namespace isonomy::harmonize {

/// Every two jurisdictions compared are to be at most so far apart, on the scale of the law as it is: changes move answers, not the scale.
struct Nearness {
  Comparison comparison;
  base::Rational most;  ///< from 0 to 1, of the score-based distance
};

/// Two places of the comparison, the first before the second.
using Pair = std::pair<std::size_t, std::size_t>;

/// The distances of a comparison as functions of what rules come to say.
class Target {
 public:
  /// Error: `TooLarge` with E0602 beyond `limits::plan_answers` and `limits::plan_amounts`. Cost: pairs x measures x different questions
  /// of the profile x combinations of answers.
  Target(const model::Library& library, const Nearness& wanted, Changes& changes);

  const std::vector<Pair>& pairs() const { return pairs_; }
  /// Two for each pair, in this order: its distance; and no less weight is known of it than now, since what nobody knows is no nearness.
  const std::vector<Ceiling>& ceilings() const { return ceilings_; }
  /// Law that does not contradict itself today is not to begin to.
  const std::vector<Clause>& contradictions() const { return contradictions_; }
  /// The distances of edited law, by the reference evaluator.
  Distances measured(const model::Library& edited) const { return {edited, wanted_.comparison, &library_}; }

 private:
  const model::Library& library_;
  const Nearness& wanted_;
  std::vector<Pair> pairs_;
  std::vector<Ceiling> ceilings_;
  std::vector<Clause> contradictions_;
};

}  // namespace isonomy::harmonize
