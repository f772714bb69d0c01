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

/// A sum over a pair that may not exceed its most: the part of which all is written down, the part that is only so while some rules stay
/// as they are, and the least that this part may come to whatever they say.
struct Bounded {
  Ceiling firm;
  Ceiling loose;
  base::Rational least = 0;
};

/// The distances of a comparison as functions of what rules come to say. Where more rules decide together than can be written down, all but
/// a few are left as they are; then a plan is cheapest among those that do so, and the problem without that part bounds it from below.
class Target {
 public:
  /// Error: `TooLarge` with E0602 beyond `limits::plan_amounts`. Cost: pairs x measures x different questions
  /// of the profile x combinations of answers.
  Target(const model::Library& library, const Nearness& wanted, Changes& changes);

  const std::vector<Pair>& pairs() const { return pairs_; }
  /// Whether some rules are left as they are.
  bool loose() const { return !kept_as_is_.empty(); }
  /// Adds what holds for a pair, or for all: its distance; no less weight is known of it than now, since what nobody knows is no nearness;
  /// and law that does not contradict itself today does not begin to. `hopeful` takes the least instead of what is loose.
  void add_to(Problem& problem, std::optional<std::size_t> pair, bool hopeful) const;
  /// The distances of edited law, by the reference evaluator.
  Distances measured(const model::Library& edited) const { return {edited, wanted_.comparison, &library_}; }

 private:
  const model::Library& library_;
  const Nearness& wanted_;
  std::vector<Pair> pairs_;
  std::vector<Bounded> distances_;  ///< by pair
  std::vector<Bounded> known_;
  std::vector<Clause> firm_;        ///< contradictions that no rules may come to
  std::vector<Clause> kept_as_is_;  ///< rules left as they are, and contradictions that rest on that
};

}  // namespace isonomy::harmonize
