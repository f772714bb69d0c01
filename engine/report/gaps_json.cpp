// SPDX-License-Identifier: Apache-2.0
#include "model/print.h"
#include "report/gaps.h"
#include "report/parts.h"

namespace isonomy::report {
namespace {

using analysis::Bound;

Json::Object bound_json(const model::Library& library, const Bound& bound) {
  const auto& commitment = library.commitments[bound.commitment];
  return {{"commitment", commitment.name},
          {"member", library.jurisdictions[bound.member].name},
          {"position", analysis::position_name(bound.position)},
          {"bound", model::to_text(commitment.bound, library)},
          {"strength", commitment.strength.empty() ? "hard" : commitment.strength}};
}

Json bounds_json(const model::Library& library, const std::vector<Bound>& bounds) {
  Json::Array out;
  for (const auto& bound : bounds) out.emplace_back(bound_json(library, bound));
  return out;
}

Json gaps_json(const model::Library& library, const source::SourceMap& sources, const std::vector<analysis::Gap>& gaps) {
  Json::Array out;
  for (const auto& gap : gaps) {
    auto one = std::get<Json::Object>(finding_json(library, sources, gap.finding).value);
    for (auto& member : bound_json(library, gap.bound)) one.push_back(std::move(member));
    out.emplace_back(std::move(one));
  }
  return out;
}

}  // namespace

std::string gaps_json(const model::Library& library, const source::SourceMap& sources, const analysis::GapsAnswer& answer) {
  return to_text(Json::Object{{"schema", "isonomy/gaps/1"},
                              {"bloc", library.blocs[answer.bloc].name},
                              {"on", date_json(answer.on)},
                              {"given", facts_json(answer.given)},
                              {"rates", rates_json(library.rates)},
                              {"members", route_json(library, answer.members)},
                              {"gaps", gaps_json(library, sources, answer.gaps)},
                              {"silent", gaps_json(library, sources, answer.silent)},
                              {"unknown", gaps_json(library, sources, answer.unknown)},
                              {"kept", bounds_json(library, answer.kept)},
                              {"not_bound", bounds_json(library, answer.not_bound)}});
}

}  // namespace isonomy::report
