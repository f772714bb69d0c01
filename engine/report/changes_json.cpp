// SPDX-License-Identifier: Apache-2.0
#include "report/changes.h"
#include "report/parts.h"

namespace isonomy::report {
namespace {

using analysis::Affected;
using analysis::Change;
using analysis::VersionSide;

struct ChangesJson {
  const VersionsCompared& compared;

  Json side(const model::Library& library, const VersionSide& side) const {
    return Json::Object{{"state", analysis::state_of(side)},
                        {"value", value_json(library, side.outcome)},
                        {"rules", rules_json(library, side.rules)},
                        {"sources", references_json(compared.sources, references(library, side.rules))}};
  }

  Json region(const Change& change, const Affected& one) const {
    return Json::Object{{"jurisdiction", compared.now.jurisdictions[one.jurisdiction].name},
                        {"measure", compared.now.measures[change.measure].name},
                        {"position", analysis::position_name(change.position)},
                        {"when", change.when},
                        {"region", facts_json(change.region)},
                        {"old", value_json(compared.base, change.base.outcome)},
                        {"new", value_json(compared.now, change.now.outcome)},
                        {"sides", Json::Object{{"old", side(compared.base, change.base)}, {"new", side(compared.now, change.now)}}},
                        {"witness", facts_json(one.witness)}};
  }
};

}  // namespace

std::string changes_json(const VersionsCompared& compared) {
  const ChangesJson writer{compared};
  Json::Array regions;
  for (const auto& change : compared.answer.changes)
    for (const auto& one : change.affected) regions.push_back(writer.region(change, one));
  Json::Array declarations;
  for (const auto& one : compared.answer.declarations)
    declarations.push_back(Json::Object{{"kind", one.kind}, {"name", one.name}, {"old", text_json(one.base)}, {"new", text_json(one.now)}});
  return to_text(Json::Object{{"schema", "isonomy/changes/1"},
                              {"base", compared.base_name},
                              {"now", compared.now_name},
                              {"all_new", compared.all_new},
                              {"on", date_json(compared.answer.on)},
                              {"given", facts_json(compared.answer.given)},
                              {"rates", rates_json(compared.now.rates)},
                              {"regions", std::move(regions)},
                              {"declarations", std::move(declarations)}});
}

}  // namespace isonomy::report
