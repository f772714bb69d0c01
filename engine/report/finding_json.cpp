// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "report/parts.h"

namespace isonomy::report {
namespace {

using analysis::Finding;
using analysis::Side;

// Each text once, in the order of the sides.
template <class Name>
Json each_once(const std::vector<Side>& sides, Name name) {
  std::vector<std::string> out;
  for (const auto& side : sides)
    if (std::find(out.begin(), out.end(), name(side)) == out.end()) out.push_back(name(side));
  return to_json(out);
}

std::vector<model::RuleId> all_rules(const Finding& finding) {
  std::vector<model::RuleId> out;
  for (const auto& side : finding.sides)
    for (const auto rule : side.rules)
      if (std::find(out.begin(), out.end(), rule) == out.end()) out.push_back(rule);
  return out;
}

Json values(const model::Library& library, const Finding& finding) {
  Json::Array out;
  for (const auto& side : finding.sides) out.emplace_back(analysis::to_text(library, side.outcome));
  return out;
}

Json sides(const model::Library& library, const source::SourceMap& sources, const Finding& finding) {
  Json::Array out;
  for (const auto& side : finding.sides)
    out.emplace_back(Json::Object{{"jurisdiction", library.jurisdictions[side.jurisdiction].name},
                                  {"measure", library.measures[side.measure].name},
                                  {"state", analysis::name_of(side.outcome.state)},
                                  {"value", value_json(library, side.outcome)},
                                  {"rules", rules_json(library, side.rules)},
                                  {"sources", references_json(sources, references(library, side.rules))},
                                  {"weak", weak(library, side.rules)}});
  return out;
}

Json declared(const source::SourceMap& sources, source::Span span) {
  const auto place = place_json(sources, span);
  return Json::Object{place[0], place[1]};
}

}  // namespace

Json finding_json(const model::Library& library, const source::SourceMap& sources, const Finding& finding) {
  const auto jurisdiction = [&](const Side& side) { return library.jurisdictions[side.jurisdiction].name; };
  const auto measure = [&](const Side& side) { return library.measures[side.measure].name; };
  return Json::Object{{"id", finding.id},
                      {"kind", analysis::name_of(finding.kind)},
                      {"severity", analysis::name_of(finding.severity)},
                      {"certainty", finding.possible ? "possible" : "found"},
                      {"clash", text_json(finding.clash)},
                      {"label", text_json(finding.label.text)},
                      {"flow", library.flows[finding.flow].name},
                      {"line", finding.line},
                      {"jurisdictions", each_once(finding.sides, jurisdiction)},
                      {"measures", each_once(finding.sides, measure)},
                      {"values", values(library, finding)},
                      {"rules", rules_json(library, all_rules(finding))},
                      {"when", finding.when},
                      {"region", facts_json(finding.region)},
                      {"witness", facts_json(finding.witness)},
                      {"from", date_json(finding.from)},
                      {"until", date_json(finding.until)},
                      {"remedy", text_json(finding.remedy.text)},
                      {"sides", sides(library, sources, finding)},
                      {"sources", references_json(sources, references(finding.sources))},
                      {"declared", declared(sources, finding.span)}};
}

}  // namespace isonomy::report
