// SPDX-License-Identifier: Apache-2.0
#include "model/print.h"
#include "report/harmonize.h"
#include "report/number.h"
#include "report/parts.h"
#include "report/patch.h"

namespace isonomy::report {
namespace {

Json answer_json(const model::Library& library, const model::Assignment& one) {
  return one.kind == model::Assignment::Kind::silent ? Json{"silent"} : Json{model::to_text(one.value, library)};
}

Json changes_json(const model::Library& library, const source::SourceMap& sources, const std::vector<harmonize::Change>& changes) {
  Json::Array out;
  for (const auto& change : changes) {
    const auto& rule = library.rules[change.rule];
    out.emplace_back(Json::Object{{"jurisdiction", library.owner_name(library.rulesets[rule.ruleset].owner)},
                                  {"measure", library.measures[change.measure].name},
                                  {"rule", rule.name},
                                  {"when", model::to_text(rule.when, library)},
                                  {"old", answer_json(library, change.old)},
                                  {"new", answer_json(library, change.now)},
                                  {"cost", change.cost},
                                  {"removes", to_json(change.removes)},
                                  {"patch", patch_text(library, sources, {change})}});
  }
  return out;
}

Json breaches_json(const std::vector<harmonize::Breach>& breaches) {
  Json::Array out;
  for (const auto& one : breaches) out.emplace_back(Json::Object{{"id", one.id}, {"severity", analysis::name_of(one.severity)}});
  return out;
}

Json maybe_json(const std::optional<base::Rational>& one) { return one ? number_json(*one) : Json{}; }

Json approaches_json(const model::Library& library, const harmonize::Plan& plan) {
  Json::Array out;
  for (const auto& one : plan.approaches)
    out.emplace_back(Json::Object{{"a", library.jurisdictions[one.a].name},
                                  {"b", library.jurisdictions[one.b].name},
                                  {"before", maybe_json(one.before)},
                                  {"after", maybe_json(one.after)},
                                  {"after_by_new_scale", maybe_json(one.by_new_scale ? one.by_new_scale : one.after)}});
  return out;
}

Json openings_json(const model::Library& library, const harmonize::Plan& plan) {
  Json::Array out;
  for (const auto& one : plan.openings)
    out.emplace_back(Json::Object{{"from", library.jurisdictions[one.from].name},
                                  {"to", library.jurisdictions[one.to].name},
                                  {"before", route_json(library, one.before)},
                                  {"after", route_json(library, one.after)}});
  return out;
}

}  // namespace

Json::Object plan_json(const model::Library& library, const source::SourceMap& sources, const harmonize::Plan& plan) {
  Json::Array ties;
  for (const auto& tie : plan.ties) ties.emplace_back(changes_json(library, sources, tie));
  return {{"goal", plan.most               ? "within"
                   : plan.openings.empty() ? "remove"
                                           : "open"},
          {"within", maybe_json(plan.most)},
          {"distances", approaches_json(library, plan)},
          {"ways", openings_json(library, plan)},
          {"proved_minimal", plan.proved()},
          {"cost", plan.cost},
          {"bound", plan.bound},
          {"rounds", plan.rounds},
          {"found", breaches_json(plan.found)},
          {"impossible", breaches_json(plan.impossible)},
          {"changes", changes_json(library, sources, plan.changes)},
          {"remaining", breaches_json(plan.remaining)},
          {"ties", std::move(ties)},
          {"patch", patch_text(library, sources, plan.changes)}};
}

}  // namespace isonomy::report
