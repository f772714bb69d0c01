// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "report/parts.h"
#include "report/timeline.h"

namespace isonomy::report {
namespace {

struct TimelineJson {
  const model::Library& library;
  const source::SourceMap& sources;
  std::size_t most;

  Json values(const std::vector<decision::Outcome>& outcomes) const {
    Json::Array out;
    for (const auto& outcome : outcomes) out.emplace_back(analysis::to_text(library, outcome));
    return out;
  }

  Json events(const std::vector<analysis::Event>& list) const {
    Json::Array out;
    for (const auto* one : analysis::weightiest(library, list, most))
      out.emplace_back(Json::Object{{"date", base::to_text(one->date)},
                                    {"kind", analysis::name_of(one->kind)},
                                    {"topic", analysis::name_of(one->topic)},
                                    {"before", values(one->before)},
                                    {"after", values(one->after)},
                                    {"announced", rules_json(library, one->announced)},
                                    {"finding", finding_json(library, sources, one->finding)}});
    return out;
  }

  Json left_out(const std::vector<analysis::Event>& list) const { return list.size() - std::min(list.size(), most); }

  Json assignments(const model::Rule& rule) const {
    Json::Array out;
    for (const auto& one : rule.assignments) out.emplace_back(library.measures[one.measure].name);
    return out;
  }

  Json rules(const std::vector<analysis::Announcement>& list) const {
    Json::Array out;
    for (const auto& one : list) {
      const auto& rule = library.rules[one.rule];
      out.emplace_back(Json::Object{{"rule", rule.name},
                                    {"status", analysis::name_of(rule.status)},
                                    {"from", date_json(one.from)},
                                    {"measures", assignments(rule)},
                                    {"contradicts", rules_json(library, one.contradicts)},
                                    {"sources", references_json(sources, references(library, {one.rule}))}});
    }
    return out;
  }
};

}  // namespace

std::string timeline_json(const model::Library& library, const source::SourceMap& sources, const analysis::TimelineAnswer& answer,
                          std::size_t most) {
  const TimelineJson writer{library, sources, most};
  return to_text(Json::Object{{"schema", "isonomy/timeline/1"},
                              {"route", route_json(library, answer.stops)},
                              {"bloc", answer.bloc.valid() ? Json{library.blocs[answer.bloc].name} : Json{}},
                              {"from", base::to_text(answer.window.from)},
                              {"to", base::to_text(answer.window.through)},
                              {"given", facts_json(answer.given)},
                              {"rates", rates_json(library.rates)},
                              {"events", writer.events(answer.events)},
                              {"events_left_out", writer.left_out(answer.events)},
                              {"announced", writer.events(answer.announced)},
                              {"announced_left_out", writer.left_out(answer.announced)},
                              {"announced_rules", writer.rules(answer.rules)}});
}

}  // namespace isonomy::report
