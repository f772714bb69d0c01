// SPDX-License-Identifier: Apache-2.0
#include "model/print.h"
#include "report/harmonize.h"
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

}  // namespace

Json::Object plan_json(const model::Library& library, const source::SourceMap& sources, const harmonize::Plan& plan) {
  Json::Array ties;
  for (const auto& tie : plan.ties) ties.emplace_back(changes_json(library, sources, tie));
  return {{"proved_minimal", plan.proved()},
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
