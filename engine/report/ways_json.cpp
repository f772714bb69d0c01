// SPDX-License-Identifier: Apache-2.0
#include "report/parts.h"
#include "report/ways.h"

namespace isonomy::report {
namespace {

using network::Count;

Json links_json(const model::Library& library, const network::Way& way) {
  Json::Array out;
  for (std::size_t i = 0; i < way.links.size(); ++i) {
    const auto& link = library.links[way.links[i]];
    out.emplace_back(Json::Object{{"from", library.jurisdictions[way.stops[i]].name},
                                  {"to", library.jurisdictions[way.stops[i + 1]].name},
                                  {"label", text_json(link.label.text)},
                                  {"modes", to_json(link.modes)},
                                  {"border", link.border ? Json{base::to_text(*link.border)} : Json{}},
                                  {"kilometres", link.kilometres ? Json{base::to_text(*link.kilometres)} : Json{}}});
  }
  return out;
}

Json toll_json(const model::Library& library, const source::SourceMap& sources, model::JurisdictionId at, const network::Toll& toll) {
  Json::Array clashes;
  Json::Array duties;
  Json::Array unknown;
  for (const auto& clash : toll.clashes) clashes.push_back(finding_json(library, sources, clash));
  for (const auto& duty : toll.duties)
    duties.emplace_back(Json::Object{{"measure", library.measures[duty.measure].name},
                                     {"value", value_json(library, duty.outcome)},
                                     {"rules", rules_json(library, duty.rules)},
                                     {"sources", references_json(sources, references(library, duty.rules))}});
  for (const auto measure : toll.unknown) unknown.emplace_back(library.measures[measure].name);
  return Json::Object{{"jurisdiction", library.jurisdictions[at].name},
                      {"clashes", std::move(clashes)},
                      {"duties", std::move(duties)},
                      {"unknown", std::move(unknown)}};
}

Json way_json(const model::Library& library, const source::SourceMap& sources, const network::WaysAnswer& answer, const network::Way& way) {
  Json::Array transit;
  for (const auto stop : way.stops)
    if (const auto it = answer.tolls.find(stop); it != answer.tolls.end()) transit.push_back(toll_json(library, sources, stop, it->second));
  const auto complete = [&](Count missing, Json known) { return way.of(missing) == 0 ? std::move(known) : Json{}; };
  return Json::Object{{"route", route_json(library, way.stops)},
                      {"blocking", way.of(Count::blocking)},
                      {"major", way.of(Count::major)},
                      {"minor", way.of(Count::minor)},
                      {"duties", way.of(Count::duties)},
                      {"unknown", way.of(Count::unknown)},
                      {"border_hours", complete(Count::hours_unknown, way.of(Count::hours))},
                      {"kilometres", complete(Count::distance_unknown, base::to_text(base::Rational{way.of(Count::distance), 1000}))},
                      {"days", Json{}},
                      {"charges", Json{}},
                      {"links", links_json(library, way)},
                      {"transit", std::move(transit)}};
}

Json names(const model::Library& library, const std::vector<model::JurisdictionId>& ids) { return route_json(library, ids); }

}  // namespace

std::string ways_json(const model::Library& library, const source::SourceMap& sources, const network::WaysAnswer& answer) {
  Json::Array at_ends;
  Json::Array routes;
  for (const auto& finding : answer.at_ends) at_ends.push_back(finding_json(library, sources, finding));
  for (const auto& way : answer.ways) routes.push_back(way_json(library, sources, answer, way));
  return to_text(Json::Object{{"schema", "isonomy/routes/1"},
                              {"from", library.jurisdictions[answer.wanted.origin].name},
                              {"to", library.jurisdictions[answer.wanted.destination].name},
                              {"on", date_json(answer.on)},
                              {"given", facts_json(answer.given)},
                              {"rates", rates_json(library.rates)},
                              {"open", answer.open()},
                              {"at_ends", std::move(at_ends)},
                              {"routes", std::move(routes)},
                              {"to_lift", names(library, answer.to_lift)},
                              {"closed_by", names(library, answer.closed_by)}});
}

}  // namespace isonomy::report
