// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "report/diff.h"
#include "report/parts.h"

namespace isonomy::report {
namespace {

using analysis::RegionDifference;
using analysis::RegionSide;

struct DiffJson {
  const model::Library& library;
  const source::SourceMap& sources;
  std::size_t most;

  Json value(const RegionSide& side) const { return side.varies ? Json{} : value_json(library, side.outcome); }

  Json side(const RegionSide& side) const {
    return Json::Object{{"state", side.varies ? "varies" : analysis::name_of(side.outcome.state)},
                        {"value", value(side)},
                        {"rules", rules_json(library, side.rules)},
                        {"sources", references_json(sources, references(library, side.rules))},
                        {"weak", weak(library, side.rules)},
                        {"witness", facts_json(side.witness)}};
  }

  Json region(const RegionDifference& one) const {
    return Json::Object{{"when", one.when},
                        {"region", facts_json(one.region)},
                        {"a", value(one.a)},
                        {"b", value(one.b)},
                        {"a_rules", rules_json(library, one.a.rules)},
                        {"b_rules", rules_json(library, one.b.rules)},
                        {"from", date_json(one.from)},
                        {"until", date_json(one.until)},
                        {"witness", facts_json(one.a.witness)},
                        {"sides", Json::Object{{"a", side(one.a)}, {"b", side(one.b)}}}};
  }

  Json regions(const std::vector<RegionDifference>& list) const {
    Json::Array out;
    for (std::size_t i = 0; i < std::min(list.size(), most); ++i) out.push_back(region(list[i]));
    return out;
  }

  std::size_t left_out(const std::vector<RegionDifference>& list) const { return list.size() > most ? list.size() - most : 0; }

  static Json cases(const std::optional<analysis::CaseCount>& found) {
    if (!found) return {};
    return Json::Object{{"all", found->all.str()}, {"differ", found->differ.str()}, {"open", found->open.str()}};
  }

  // Null where there is no such case, or no count.
  static Json where(const decision::Integer& cases, const std::vector<std::pair<std::string, std::string>>& facts) {
    return cases == 0 ? Json{} : facts_json(facts);
  }

  Json measure(const analysis::MeasureDifference& one) const {
    const auto& measure = library.measures[one.measure];
    return Json::Object{{"measure", measure.name},
                        {"label", text_json(measure.label.text)},
                        {"flow", library.flows[measure.flow].name},
                        {"position", analysis::position_name(one.position)},
                        {"state", analysis::name_of(one.likeness())},
                        {"regions", regions(one.differs)},
                        {"more_regions", left_out(one.differs)},
                        {"open", regions(one.open)},
                        {"more_open", left_out(one.open)},
                        {"cases", cases(one.cases)},
                        {"where", one.cases ? where(one.cases->differ, one.cases->where_differs) : Json{}},
                        {"where_open", one.cases ? where(one.cases->open, one.cases->where_open) : Json{}}};
  }
};

}  // namespace

std::string diff_json(const model::Library& library, const source::SourceMap& sources, const analysis::DiffAnswer& answer,
                      std::size_t most) {
  const DiffJson writer{library, sources, most};
  Json::Array measures;
  for (const auto& one : answer.measures) measures.push_back(writer.measure(one));
  return to_text(Json::Object{{"schema", "isonomy/diff/1"},
                              {"a", library.jurisdictions[answer.a].name},
                              {"b", library.jurisdictions[answer.b].name},
                              {"on", date_json(answer.on)},
                              {"given", facts_json(answer.given)},
                              {"rates", rates_json(library.rates)},
                              {"measures", std::move(measures)}});
}

}  // namespace isonomy::report
