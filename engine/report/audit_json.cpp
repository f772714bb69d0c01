// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "report/audit.h"
#include "report/parts.h"

namespace isonomy::report {
namespace {

using analysis::AuditAnswer;
using analysis::Extent;

struct AuditJson {
  const model::Library& library;
  const source::SourceMap& sources;

  Json domains(const AuditAnswer& answer) const {
    Json::Array out;
    for (const auto& one : coverage_by_domain(library, answer)) {
      Json::Object row{{"domain", library.domains[one.domain].name}, {"measures", one.all}};
      for (const auto extent : {Extent::answered, Extent::partly, Extent::silent, Extent::unknown, Extent::contradictory})
        row.emplace_back(std::string{analysis::name_of(extent)}, one.counts[static_cast<std::size_t>(extent)]);
      out.emplace_back(std::move(row));
    }
    return out;
  }

  Json regions(const std::vector<analysis::RegionAnswer>& list) const {
    Json::Array out;
    for (const auto& one : list)
      out.emplace_back(Json::Object{{"when", one.when}, {"region", facts_json(one.region)}, {"rules", rules_json(library, one.rules)}});
    return out;
  }

  Json measures(const AuditAnswer& answer) const {
    Json::Array out;
    for (const auto& one : answer.measures)
      out.emplace_back(Json::Object{{"measure", library.measures[one.measure].name},
                                    {"position", analysis::position_name(one.position)},
                                    {"domain", library.domains[library.measures[one.measure].domain].name},
                                    {"state", analysis::name_of(one.extent)},
                                    {"silent", regions(one.silent)},
                                    {"unknown", regions(one.unknown)}});
    return out;
  }

  Json inconsistencies(const AuditAnswer& answer) const {
    Json::Array out;
    for (const auto& one : answer.inconsistencies)
      out.emplace_back(Json::Object{{"measure", library.measures[one.measure].name},
                                    {"position", analysis::position_name(one.position)},
                                    {"rules", rules_json(library, {one.first, one.second})},
                                    {"sources", references_json(sources, references(library, {one.first, one.second}))},
                                    {"witness", facts_json(one.witness)}});
    return out;
  }

  Json contradictions(const AuditAnswer& answer) const {
    Json::Array out;
    for (const auto& one : answer.contradictions) out.push_back(finding_json(library, sources, one));
    return out;
  }

  Json rules(const std::vector<model::RuleId>& list) const {
    Json::Array out;
    for (const auto id : list)
      out.emplace_back(Json::Object{{"rule", library.rules[id].name},
                                    {"last_checked", date_json(analysis::last_checked(library.rules[id]))},
                                    {"sources", references_json(sources, references(library, {id}))}});
    return out;
  }

  Json standings(const AuditAnswer& answer) const {
    Json::Array out;
    for (const auto& one : answer.standings)
      out.emplace_back(Json::Object{{"measure", library.measures[one.measure].name},
                                    {"position", analysis::position_name(one.position)},
                                    {"behind", one.behind},
                                    {"ahead", one.ahead},
                                    {"otherwise", one.otherwise},
                                    {"missing", one.missing},
                                    {"open", one.open}});
    return out;
  }
};

}  // namespace

std::vector<DomainCoverage> coverage_by_domain(const model::Library& library, const AuditAnswer& answer) {
  std::vector<DomainCoverage> out;
  for (const auto& one : answer.measures) {
    const auto domain = library.measures[one.measure].domain;
    auto it = std::find_if(out.begin(), out.end(), [&](const DomainCoverage& known) { return known.domain == domain; });
    if (it == out.end()) it = out.insert(it, {domain, {}, 0});
    ++it->counts[static_cast<std::size_t>(one.extent)];
    ++it->all;
  }
  return out;
}

std::string audit_json(const model::Library& library, const source::SourceMap& sources, const AuditAnswer& answer) {
  const AuditJson writer{library, sources};
  return to_text(Json::Object{{"schema", "isonomy/audit/1"},
                              {"jurisdiction", library.jurisdictions[answer.who].name},
                              {"against", answer.against.valid() ? Json{library.jurisdictions[answer.against].name} : Json{}},
                              {"on", date_json(answer.on)},
                              {"given", facts_json(answer.given)},
                              {"rates", rates_json(library.rates)},
                              {"domains", writer.domains(answer)},
                              {"measures", writer.measures(answer)},
                              {"inconsistencies", writer.inconsistencies(answer)},
                              {"contradictions", writer.contradictions(answer)},
                              {"paper_rules", writer.rules(answer.paper)},
                              {"without_record", rules_json(library, answer.without_record)},
                              {"unverified", writer.rules(answer.unverified)},
                              {"stale_after", answer.stale_after},
                              {"stale", writer.rules(answer.stale)},
                              {"benchmark", writer.standings(answer)}});
}

}  // namespace isonomy::report
