// SPDX-License-Identifier: Apache-2.0
#include "report/check.h"
#include "report/parts.h"

namespace isonomy::report {
namespace {

Json decision_json(const model::Library& library, const source::SourceMap& sources, const analysis::DecisionAnswer& decision) {
  const auto rules = rules_of(decision);
  const auto& measure = library.measures[decision.measure];
  const bool one = decision.regions.size() == 1;
  return Json::Object{{"flow", library.flows[decision.seat.flow].name},
                      {"position", analysis::position_name(decision.seat.end)},
                      {"jurisdiction", library.jurisdictions[decision.seat.self].name},
                      {"measure", measure.name},
                      {"label", text_json(measure.label.text)},
                      {"line", decision.line},
                      {"state", state_of(decision)},
                      {"value", one ? value_json(library, decision.regions[0].outcome) : Json{}},
                      {"rules", rules_json(library, rules)},
                      {"regions", regions_json(library, decision)},
                      {"sources", references_json(sources, references(library, rules))},
                      {"weak", weak(library, rules)}};
}

Json findings_json(const model::Library& library, const source::SourceMap& sources, const std::vector<analysis::Finding>& findings) {
  Json::Array out;
  for (const auto& finding : findings) out.push_back(finding_json(library, sources, finding));
  return out;
}

}  // namespace

std::string check_json(const model::Library& library, const source::SourceMap& sources, const analysis::CheckAnswer& answer) {
  Json::Array decisions;
  for (const auto& decision : answer.decisions) decisions.push_back(decision_json(library, sources, decision));
  return to_text(Json::Object{{"schema", "isonomy/check/1"},
                              {"route", route_json(library, answer.stops)},
                              {"on", date_json(answer.on)},
                              {"given", facts_json(answer.given)},
                              {"rates", rates_json(library.rates)},
                              {"decisions", std::move(decisions)},
                              {"findings", findings_json(library, sources, answer.findings)},
                              {"possible", findings_json(library, sources, answer.possible)},
                              {"open_facts", to_json(answer.open_facts)}});
}

}  // namespace isonomy::report
