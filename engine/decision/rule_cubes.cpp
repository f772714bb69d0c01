// SPDX-License-Identifier: Apache-2.0
#include "decision/rule_cubes.h"

#include <algorithm>

namespace isonomy::decision {

const std::vector<RuleCubes>& KnownRules::of(const Seat& seat, model::MeasureId measure) {
  const auto key = std::pair{seat, measure};
  if (const auto it = known_.find(key); it != known_.end()) return it->second;
  return known_.emplace(key, make(seat, measure)).first->second;
}

std::vector<RuleCubes> KnownRules::make(const Seat& seat, model::MeasureId measure) const {
  std::vector<RuleCubes> out;
  ConditionCubes conditions{library_, space_, seat};
  for (const auto& binding : binding_rules(library_, seat.self, measure)) {
    const auto& rule = library_.rules[binding.rule];
    const auto surely = conditions.of(rule.when, Reading::surely);
    const auto possibly = in_doubt(library_, space_, rule.when) ? conditions.of(rule.when, Reading::possibly) : std::vector<Cube>{};
    RuleCubes one{binding.rule, {}, {}};
    for (const auto period : binding.periods()) {
      const auto days = on_axis(space_, space_.on(), days_in_force(space_, rule, period));
      for (auto& cube : product(days, surely)) one.surely.push_back(std::move(cube));
      for (auto& cube : product(days, possibly)) one.possibly.push_back(std::move(cube));
    }
    if (!one.surely.empty() || !one.possibly.empty()) out.push_back(std::move(one));
  }
  return out;
}

std::vector<BindingRule> binding_rules(const model::Library& library, model::JurisdictionId jurisdiction, model::MeasureId measure) {
  std::vector<BindingRule> out;
  const auto add = [&](const model::Owner& owner, std::vector<model::Period> periods) {
    const auto it = library.rules_of.find({owner, measure});
    if (it == library.rules_of.end() || periods.empty()) return;
    const auto shared = std::make_shared<const std::vector<model::Period>>(std::move(periods));
    for (const auto rule : it->second)
      if (library.rules[rule].decides()) out.push_back({rule, shared});
  };
  for (const auto id : library.lineage(jurisdiction)) add(id, {model::Period{}});
  for (const auto bloc : library.blocs.ids())
    if (library.blocs[bloc].legislates) add(bloc, library.memberships(bloc, jurisdiction));
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.rule < b.rule; });
  return out;
}

IntervalSet days_in_force(const Space& space, const model::Rule& rule, model::Period period) {
  auto days = space.days(rule.period) & space.days(period);
  for (const auto suspended : rule.suspended) days = days - space.days(suspended);
  return days;
}

}  // namespace isonomy::decision
