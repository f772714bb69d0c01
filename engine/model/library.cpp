// SPDX-License-Identifier: Apache-2.0
#include "model/library.h"

#include <algorithm>
#include <unordered_set>

namespace isonomy::model {

Condition conjoin(Condition a, Condition b) {
  if (a.kind == Condition::Kind::always) return b;
  if (b.kind == Condition::Kind::always) return a;
  return {Condition::Kind::all, {}, {std::move(a), std::move(b)}};
}

const Assignment* Rule::assignment(MeasureId measure) const {
  const auto it = std::find_if(assignments.begin(), assignments.end(), [&](const Assignment& a) { return a.measure == measure; });
  return it == assignments.end() ? nullptr : &*it;
}

std::vector<JurisdictionId> Library::lineage(JurisdictionId jurisdiction) const {
  std::vector<JurisdictionId> out;
  for (auto at = jurisdiction; at.valid(); at = jurisdictions[at].within) out.push_back(at);
  return out;
}

std::vector<Period> Library::memberships(BlocId bloc, JurisdictionId jurisdiction) const {
  const auto line = lineage(jurisdiction);
  std::vector<Period> out;
  for (const auto& membership : blocs[bloc].members)
    if (std::find(line.begin(), line.end(), membership.member) != line.end()) out.push_back(membership.period);
  return out;
}

std::vector<RuleId> Library::overriders(RuleId rule, MeasureId measure) const {
  std::unordered_set<RuleId> seen;
  std::vector<RuleId> found;
  std::vector<RuleId> open{rule};
  while (!open.empty()) {
    const auto next = open.back();
    open.pop_back();
    for (const auto by : rules[next].overridden_by) {
      if (rules[by].assignment(measure) == nullptr || !seen.insert(by).second) continue;
      found.push_back(by);
      open.push_back(by);
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string Library::owner_name(const Owner& owner) const {
  if (const auto* jurisdiction = std::get_if<JurisdictionId>(&owner)) return jurisdictions[*jurisdiction].name;
  return blocs[std::get<BlocId>(owner)].name;
}

}  // namespace isonomy::model
