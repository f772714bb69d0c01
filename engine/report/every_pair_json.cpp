// SPDX-License-Identifier: Apache-2.0
#include "analysis/pair_summary.h"
#include "report/every_pair.h"
#include "report/parts.h"

namespace isonomy::report {
namespace {

struct EveryPairJson {
  const model::Library& library;
  const analysis::EveryPairAnswer& answer;

  Json name(model::JurisdictionId id) const { return library.jurisdictions[id].name; }

  Json pairs(const analysis::MeasureLikeness& of) const {
    Json::Array out;
    for (const auto& one : of.pairs)
      out.push_back(Json::Object{{"a", name(one.a)}, {"b", name(one.b)}, {"state", analysis::name_of(one.likeness())}, {"open", one.open}});
    return out;
  }

  Json measure(const analysis::MeasureLikeness& one) const {
    const auto& measure = library.measures[one.measure];
    const auto counts = analysis::summary_of(one, answer.who);
    return Json::Object{{"measure", measure.name},
                        {"label", text_json(measure.label.text)},
                        {"flow", library.flows[measure.flow].name},
                        {"position", analysis::position_name(one.position)},
                        {"same", counts.same},
                        {"differs", counts.differ},
                        {"unknown", counts.unknown},
                        {"pairs", pairs(one)}};
  }
};

}  // namespace

std::string every_pair_json(const model::Library& library, const analysis::EveryPairAnswer& answer) {
  const EveryPairJson writer{library, answer};
  Json::Array who;
  for (const auto one : answer.who) who.push_back(writer.name(one));
  Json::Array measures;
  for (const auto& one : answer.measures) measures.push_back(writer.measure(one));
  return to_text(Json::Object{{"schema", "isonomy/diff_pairs/1"},
                              {"jurisdictions", std::move(who)},
                              {"on", date_json(answer.on)},
                              {"given", facts_json(answer.given)},
                              {"rates", rates_json(library.rates)},
                              {"measures", std::move(measures)}});
}

}  // namespace isonomy::report
