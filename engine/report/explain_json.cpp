// SPDX-License-Identifier: Apache-2.0
#include "report/explain.h"
#include "report/parts.h"
#include "report/phrases.h"

namespace isonomy::report {
namespace {

Json holds_json(model::Truth holds) { return holds == model::Truth::unknown ? Json{} : Json{holds == model::Truth::yes}; }

Json conditions_json(const std::vector<analysis::ConditionAnswer>& conditions) {
  Json::Array out;
  for (const auto& one : conditions)
    out.emplace_back(Json::Object{{"text", one.text}, {"actual", one.actual}, {"holds", holds_json(one.holds)}});
  return out;
}

Json flips_json(const model::Library& library, const std::vector<analysis::Flip>& flips) {
  Json::Array out;
  for (const auto& flip : flips)
    out.emplace_back(Json::Object{{"change", change_words(flip)},
                                  {"value", analysis::to_text(library, flip.outcome)},
                                  {"state", analysis::name_of(flip.outcome.state)},
                                  {"facts", facts_json(flip.change)}});
  return out;
}

}  // namespace

std::string explain_json(const model::Library& library, const source::SourceMap& sources, const analysis::ExplainAnswer& answer) {
  const auto& decision = answer.decision;
  const bool one = decision.regions.size() == 1;
  return to_text(Json::Object{{"schema", "isonomy/explain/1"},
                              {"route", route_json(library, answer.stops)},
                              {"on", date_json(answer.on)},
                              {"given", facts_json(answer.given)},
                              {"rates", rates_json(library.rates)},
                              {"flow", library.flows[decision.seat.flow].name},
                              {"position", analysis::position_name(decision.seat.end)},
                              {"jurisdiction", library.jurisdictions[decision.seat.self].name},
                              {"measure", library.measures[decision.measure].name},
                              {"label", text_json(library.measures[decision.measure].label.text)},
                              {"state", state_of(decision)},
                              {"value", one ? value_json(library, decision.regions[0].outcome) : Json{}},
                              {"regions", regions_json(library, decision)},
                              {"at", facts_json(answer.at)},
                              {"won", answer.won.empty() ? Json{} : Json{library.rules[answer.won[0]].name}},
                              {"won_all", rules_json(library, answer.won)},
                              {"overridden", rules_json(library, answer.overridden)},
                              {"conditions", conditions_json(answer.conditions)},
                              {"sources", references_json(sources, references(library, answer.won))},
                              {"weak", weak(library, answer.won)},
                              {"flips", flips_json(library, answer.flips)}});
}

}  // namespace isonomy::report
