// SPDX-License-Identifier: Apache-2.0
#include "analysis/validation/ground.h"

#include <fmt/format.h>

#include <algorithm>

namespace isonomy::analysis::validation {
namespace {

constexpr int asked_of_same_law = 2;

}  // namespace

Ground::Ground(const model::Library& library, const ValidateOptions& options) : library_{library}, options_{options} {
  for (const auto measure : library.measures.ids()) {
    std::map<std::string, int> asked;
    for (const auto jurisdiction : library.jurisdictions.ids())
      for (const auto& seat : open_seats(library, measure, jurisdiction)) {
        if (!binds(jurisdiction, measure)) continue;
        if (asked[law_of(library, seat, measure)]++ < asked_of_same_law)
          askings_.push_back(std::make_unique<Asking>(library, seat, measure));
      }
  }
  for (const auto& asking : askings_)
    for (const auto& binding : asking->rules()) roles_[{binding.rule, asking->measure()}].push_back({asking.get(), &binding});
}

bool Ground::binds(model::JurisdictionId jurisdiction, model::MeasureId measure) const {
  const auto rules = decision::binding_rules(library_, jurisdiction, measure);
  return std::any_of(rules.begin(), rules.end(), [&](const auto& one) { return judges(library_.rules[one.rule].name_span); });
}

std::vector<model::RuleId> Ground::judged() const {
  auto out = library_.rules.ids();
  std::erase_if(out, [&](model::RuleId id) { return !judges(library_.rules[id].name_span); });
  return out;
}

const std::vector<Role>& Ground::roles(model::RuleId rule, model::MeasureId measure) const {
  static const std::vector<Role> none;
  const auto it = roles_.find({rule, measure});
  return it == roles_.end() ? none : it->second;
}

bool Ground::few(const model::Rule& rule) const {
  return std::all_of(rule.assignments.begin(), rule.assignments.end(), [&](const model::Assignment& one) {
    const auto& at = roles(library_.rule_names.at(rule.name), one.measure);
    return std::all_of(at.begin(), at.end(), [&](const Role& role) { return few(*role.asking); });
  });
}

Reach Ground::reach(model::RuleId rule, model::MeasureId measure) {
  const auto [it, added] = reach_.try_emplace({rule, measure}, Reach::binds_nobody);
  if (!added) return it->second;
  for (const auto& role : roles(rule, measure)) {
    it->second = std::max(it->second, reach(role));
    if (it->second == Reach::decides) break;
  }
  return it->second;
}

Reach Ground::reach(const Role& role) const {
  if (role.asking->makes(role.binding->rule)) return Reach::decides;
  if (role.asking->condition(*role.binding).empty()) return Reach::contradictory;
  const auto applies = role.asking->applies(*role.binding);
  if (applies.empty()) return Reach::never;
  const auto asked = intersect(role.asking->asked(), decision::region_of(applies));
  return role.asking->coverage().empty(asked) ? Reach::not_asked : Reach::overridden;
}

void Ground::within_limits(const Asking& asking, source::Diagnostics& diagnostics, const std::function<void()>& check) const {
  try {
    check();
  } catch (const decision::TooLarge& error) {
    const auto& measure = library_.measures[asking.measure()];
    diagnostics.add(error.code, measure.span, fmt::format("`{}` of {}: {}", measure.name, asking.who(), error.what()),
                    "split a rule, or narrow its condition");
  }
}

}  // namespace isonomy::analysis::validation
