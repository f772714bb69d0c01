// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>

#include "analysis/layers.h"
#include "harmonize/plan.h"
#include "harmonize/spot.h"

namespace isonomy::harmonize {

/// Answers that may not stand together; if it names a carrier, only where that way passes it.
struct Learned {
  std::string id;  ///< of the breach that is kept away
  Clause clause;
  std::size_t way = 0;
  model::JurisdictionId carrier;
};

/// A breach where it was met: on a way, and, if that may go elsewhere, at whom.
struct Met {
  std::size_t way = 0;
  model::JurisdictionId carrier;
  Breach breach;
};

/// Law held against law along the ways, and what is learned of it: which answers of which rules may not stand together.
class Frontier {
 public:
  Frontier(const model::Library& library, const PlanQuestion& question, Changes& changes)
      : library_{library}, question_{question}, changes_{changes} {}

  /// The breaches of the law under the labels; what no labels may do is added to `learned`. `everywhere` looks at all places where rules meet,
  /// else only at those of the breaches. Errors: as for `check`.
  std::vector<Breach> compare(const Labels& labels, bool everywhere, source::Diagnostics& diagnostics);

  const std::vector<Learned>& learned() const { return learned_; }
  /// Where the breaches of the last comparison were met.
  const std::vector<Met>& met() const { return met_; }
  /// Variables that took part in a breach, by its id.
  const std::map<std::string, std::set<Variable>>& parties() const { return parties_; }

 private:
  /// What is held against what on a way.
  struct Meeting {
    std::string name;  ///< of the clash or commitment
    std::string id;
    analysis::Asked sides;
    std::function<bool(const Spot&, const Labels&)> bad;
    model::JurisdictionId carrier{};  ///< if the way may go elsewhere
  };
  /// A meeting that needs no second look: its name, the way and carrier if they matter, and the rules that meet.
  using Seen = std::tuple<std::string, std::size_t, model::JurisdictionId, std::vector<Variable>>;
  void along(const Way& way, const model::Library& edited, bool everywhere, source::Diagnostics& diagnostics);
  void clashes(analysis::Case& of, bool everywhere);
  void gaps(analysis::Case& of, bool everywhere);
  void contradictions(analysis::Case& of, bool everywhere, source::Diagnostics& diagnostics);
  void hold(analysis::Case& of, const Meeting& meeting, const decision::Region& found, const decision::Region& where, bool everywhere);
  void meet(analysis::Case& of, const Meeting& meeting, const decision::Region& region, std::size_t side, bool once);
  void learn(analysis::Case& of, const Meeting& meeting, const decision::Cube& where, bool once);
  void note(const Meeting& meeting, model::Severity severity);

  const model::Library& library_;
  const PlanQuestion& question_;
  Changes& changes_;
  std::shared_ptr<decision::Budget> budget_ = std::make_shared<decision::Budget>();
  Labels labels_;
  std::set<model::MeasureId> measures_;  ///< that the way's meetings look at
  std::size_t way_ = 0;
  std::set<Seen> seen_;
  std::vector<Breach> breaches_;
  std::vector<Met> met_;
  std::vector<Learned> learned_;
  std::map<std::string, std::set<Variable>> parties_;
};

}  // namespace isonomy::harmonize
