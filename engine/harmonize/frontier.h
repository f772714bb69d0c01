// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>

#include "analysis/layers.h"
#include "harmonize/plan.h"
#include "harmonize/spot.h"

namespace isonomy::harmonize {

/// Law held against law along the ways, and what is learned of it: which answers of which rules may not stand together.
class Frontier {
 public:
  Frontier(const model::Library& library, const PlanQuestion& question, Changes& changes)
      : library_{library}, question_{question}, changes_{changes} {}

  /// The breaches of the law under the labels; what no labels may do is added to `learned`. `everywhere` looks at all places where rules meet,
  /// else only at those of the breaches. Errors: as for `check`.
  std::vector<Breach> compare(const Labels& labels, bool everywhere, source::Diagnostics& diagnostics);

  /// Clauses, each with the id of the breach it keeps away.
  const std::vector<std::pair<std::string, Clause>>& learned() const { return learned_; }
  /// Variables that took part in a breach, by its id.
  const std::map<std::string, std::set<Variable>>& parties() const { return parties_; }

 private:
  /// What is held against what on a way.
  struct Meeting {
    std::string name;  ///< of the clash or commitment
    std::string id;
    analysis::Asked sides;
    std::function<bool(const Spot&, const Labels&)> bad;
  };
  void along(const Way& way, const model::Library& edited, bool everywhere, source::Diagnostics& diagnostics);
  void clashes(analysis::Case& of, bool everywhere);
  void gaps(analysis::Case& of, bool everywhere);
  void contradictions(analysis::Case& of, bool everywhere, source::Diagnostics& diagnostics);
  void hold(analysis::Case& of, const Meeting& meeting, const decision::Region& found, const decision::Region& where, bool everywhere);
  void meet(analysis::Case& of, const Meeting& meeting, const decision::Region& region, std::size_t side, bool once);
  void learn(analysis::Case& of, const Meeting& meeting, const decision::Cube& where, bool once);
  void note(std::string id, model::Severity severity);

  const model::Library& library_;
  const PlanQuestion& question_;
  Changes& changes_;
  std::shared_ptr<decision::Budget> budget_ = std::make_shared<decision::Budget>();
  Labels labels_;
  std::set<model::MeasureId> measures_;                           ///< that the way's meetings look at
  std::set<std::pair<std::string, std::vector<Variable>>> seen_;  ///< meetings of rules, by name
  std::vector<Breach> breaches_;
  std::vector<std::pair<std::string, Clause>> learned_;
  std::map<std::string, std::set<Variable>> parties_;
};

}  // namespace isonomy::harmonize
