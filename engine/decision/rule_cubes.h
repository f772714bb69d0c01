// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>

#include "decision/conditions.h"

namespace isonomy::decision {

/// The rules of a measure that can bind a jurisdiction at a seat: its own, those it inherits, and those of blocs that legislate for it,
/// with the periods during which each binds.
struct BindingRule {
  model::RuleId rule;
  std::shared_ptr<const std::vector<model::Period>> binds;  ///< one list for all rules of an owner
  const std::vector<model::Period>& periods() const { return *binds; }
};
std::vector<BindingRule> binding_rules(const model::Library& library, model::JurisdictionId jurisdiction, model::MeasureId measure);

/// A rule with the facts for which it surely applies while it binds, and those for which it may, if these are more.
struct RuleCubes {
  model::RuleId rule;
  std::vector<Cube> surely;
  std::vector<Cube> possibly;  ///< all of them; empty where there is no doubt
};

/// The rules of measures at seats over one space, each worked out once for all questions about it.
class KnownRules {
 public:
  KnownRules(const model::Library& library, const Space& space) : library_{library}, space_{space} {}
  /// By rule; without those that apply to no fact. Error: `TooLarge` with E0601. Cost: the tests of the rules.
  const std::vector<RuleCubes>& of(const Seat& seat, model::MeasureId measure);

 private:
  std::vector<RuleCubes> make(const Seat& seat, model::MeasureId measure) const;

  const model::Library& library_;
  const Space& space_;
  std::map<std::pair<Seat, model::MeasureId>, std::vector<RuleCubes>> known_;
};

/// The days of a period on which a rule is in force: its own, without those on which it is suspended.
IntervalSet days_in_force(const Space& space, const model::Rule& rule, model::Period period);

}  // namespace isonomy::decision
