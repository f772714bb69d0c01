// SPDX-License-Identifier: Apache-2.0
#include "report/parts.h"

#include <algorithm>

namespace isonomy::report {
namespace {

Json::Object region_json(const model::Library& library, const analysis::RegionAnswer& region) {
  return {{"when", region.when},
          {"state", analysis::name_of(region.outcome.state)},
          {"value", value_json(library, region.outcome)},
          {"rules", rules_json(library, region.rules)},
          {"region", facts_json(region.region)},
          {"weak", weak(library, region.rules)}};
}

Json::Object reference_json(const source::SourceMap& sources, const Reference& one) {
  const auto place = place_json(sources, one.span);
  return {{"rule", text_json(one.rule)},
          {"title", text_json(one.source.title)},
          {"article", text_json(one.source.article)},
          {"url", text_json(one.source.url)},
          {"checked", date_json(one.source.checked)},
          place[0],
          place[1]};
}

}  // namespace

Json::Object place_json(const source::SourceMap& sources, source::Span span) {
  if (!span.file.valid()) return {{"file", {}}, {"line", {}}, {"column", {}}, {"end_line", {}}, {"end_column", {}}};
  const auto begin = sources.place(span.file, span.begin);
  const auto end = sources.place(span.file, span.end);
  return {{"file", sources[span.file].path},
          {"line", begin.line},
          {"column", begin.column},
          {"end_line", end.line},
          {"end_column", end.column}};
}

Json rules_json(const model::Library& library, const std::vector<model::RuleId>& rules) {
  Json::Array out;
  for (const auto id : rules) out.emplace_back(library.rules[id].name);
  return out;
}

Json route_json(const model::Library& library, const std::vector<model::JurisdictionId>& stops) {
  Json::Array out;
  for (const auto id : stops) out.emplace_back(library.jurisdictions[id].name);
  return out;
}

Json facts_json(const std::vector<std::pair<std::string, std::string>>& facts) {
  Json::Object out;
  for (const auto& [fact, text] : facts) {
    const auto known = std::find_if(out.begin(), out.end(), [&name = fact](const auto& member) { return member.first == name; });
    if (known == out.end()) out.emplace_back(fact, text);
    else known->second = std::get<std::string>(known->second.value) + " and " + text;
  }
  return out;
}

Json facts_json(const std::map<std::string, std::string>& facts) { return Json::Object(facts.begin(), facts.end()); }

Json text_json(const std::string& text) { return text.empty() ? Json{} : Json{text}; }

Json date_json(const std::optional<base::Date>& date) { return date ? Json{base::to_text(*date)} : Json{}; }

Json references_json(const source::SourceMap& sources, const std::vector<Reference>& references) {
  Json::Array out;
  for (const auto& one : references) out.emplace_back(reference_json(sources, one));
  return out;
}

Json rates_json(const base::RateTable& rates) {
  if (rates.units_per_base.empty()) return {};
  return Json::Object{{"date", base::to_text(rates.date)}, {"origin", text_json(rates.origin)}};
}

Json value_json(const model::Library& library, const decision::Outcome& outcome) {
  return outcome.state == decision::State::decided ? Json{analysis::to_text(library, outcome)} : Json{};
}

std::string state_of(const analysis::DecisionAnswer& decision) {
  if (decision.depends()) return "depends";
  return std::string{analysis::name_of(decision.regions.empty() ? decision::State::unknown : decision.regions[0].outcome.state)};
}

std::vector<model::RuleId> rules_of(const analysis::DecisionAnswer& decision) {
  std::vector<model::RuleId> out;
  for (const auto& region : decision.regions)
    for (const auto rule : region.rules)
      if (std::find(out.begin(), out.end(), rule) == out.end()) out.push_back(rule);
  return out;
}

Json regions_json(const model::Library& library, const analysis::DecisionAnswer& decision) {
  Json::Array out;
  if (!decision.depends()) return out;
  for (const auto& region : decision.regions) out.emplace_back(region_json(library, region));
  return out;
}

}  // namespace isonomy::report
