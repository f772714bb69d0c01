// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "report/harmonize.h"
#include "report/number.h"
#include "report/parts.h"

namespace isonomy::report {
namespace {

using base::Rational;
using harmonize::Apart;
using harmonize::Distances;

/// One of the figures of a pair, divided by what is known on both sides; null where nothing is.
using Figure = Rational Apart::*;

Json cell(const Distances& distances, std::size_t a, std::size_t b, Figure figure, std::optional<model::DomainId> domain) {
  if (a == b) return number_json(0);
  const auto sum = distances.apart(a, b, domain);
  return sum.known == 0 ? Json{} : number_json(sum.*figure / sum.known);
}

Json matrix(const Distances& distances, Figure figure, std::optional<model::DomainId> domain) {
  Json::Array out;
  const auto count = distances.comparison().scope.size();
  for (std::size_t a = 0; a < count; ++a) {
    Json::Array row;
    for (std::size_t b = 0; b < count; ++b) row.push_back(cell(distances, a, b, figure, domain));
    out.emplace_back(std::move(row));
  }
  return out;
}

Rational weight_of(const model::Library& library, const Distances& distances, std::optional<model::DomainId> domain) {
  Rational out = 0;
  for (std::size_t i = 0; i < distances.weights().size(); ++i)
    if (!domain || library.measures[distances.comparison().measures[i]].domain == *domain) out += distances.weights()[i];
  return out;
}

// The share of all weight that is known on both sides; on the diagonal, of one side.
Json coverage(const model::Library& library, const Distances& distances, std::optional<model::DomainId> domain) {
  Json::Array out;
  const auto count = distances.comparison().scope.size();
  const auto all = weight_of(library, distances, domain);
  for (std::size_t a = 0; a < count; ++a) {
    Json::Array row;
    for (std::size_t b = 0; b < count; ++b)
      row.push_back(a == b ? Json{} : number_json(all == 0 ? Rational{0} : Rational{distances.apart(a, b, domain).known / all}));
    out.emplace_back(std::move(row));
  }
  return out;
}

Json::Object matrices(const model::Library& library, const Distances& distances, std::optional<model::DomainId> domain) {
  return {{"answer_based", matrix(distances, &Apart::answer, domain)},
          {"score_based", matrix(distances, &Apart::score, domain)},
          {"directional", matrix(distances, &Apart::forth, domain)},
          {"coverage", coverage(library, distances, domain)}};
}

Json levels(const model::Library& library, const Distances& distances) {
  Json::Object out;
  for (std::size_t who = 0; who < distances.comparison().scope.size(); ++who) {
    const auto level = distances.level(who);
    out.emplace_back(
        library.jurisdictions[distances.comparison().scope[who]].name,
        Json::Object{{"value", level.known == 0 ? Json{} : number_json(level.strict / level.known)}, {"known", number_json(level.known)}});
  }
  return out;
}

Json distance_json(const model::Library& library, const Distances& distances) {
  const auto& comparison = distances.comparison();
  Json::Object weights;
  for (std::size_t i = 0; i < comparison.measures.size(); ++i)
    weights.emplace_back(library.measures[comparison.measures[i]].name, number_json(distances.weights()[i]));
  Json::Object out{{"weights", std::move(weights)}};
  for (auto& one : matrices(library, distances, {})) out.push_back(std::move(one));
  Json::Object domains;
  for (const auto id : library.domains.ids())
    if (weight_of(library, distances, id) != 0) domains.emplace_back(library.domains[id].name, matrices(library, distances, id));
  out.emplace_back("domains", std::move(domains));
  return out;
}

// Per measure, the pairs that it holds apart.
Json measures_json(const model::Library& library, const Distances& distances) {
  Json::Object out;
  const auto& comparison = distances.comparison();
  for (std::size_t measure = 0; measure < comparison.measures.size(); ++measure) {
    Json::Array pairs;
    for (std::size_t a = 0; a < comparison.scope.size(); ++a)
      for (std::size_t b = a + 1; b < comparison.scope.size(); ++b) {
        const auto one = distances.apart(a, b, measure);
        if (one.known == 0) continue;
        const auto& weight = distances.weights()[measure];
        pairs.emplace_back(Json::Object{{"a", library.jurisdictions[comparison.scope[a]].name},
                                        {"b", library.jurisdictions[comparison.scope[b]].name},
                                        {"known", number_json(one.known / weight)},
                                        {"answer_based", number_json(one.answer / one.known)},
                                        {"score_based", number_json(one.score / one.known)},
                                        {"stricter_b", number_json(one.forth / one.known)},
                                        {"stricter_a", number_json(one.back / one.known)}});
      }
    if (!pairs.empty()) out.emplace_back(library.measures[comparison.measures[measure]].name, std::move(pairs));
  }
  return out;
}

Json need_json(const model::Library& library, const harmonize::Study& study, const harmonize::Need& need) {
  const auto& comparison = study.distances.comparison();
  Json::Array agreed;
  for (const auto id : need.agreed) agreed.emplace_back(library.commitments[id].name);
  return Json::Object{{"measure", library.measures[comparison.measures[need.measure]].name},
                      {"jurisdiction", library.jurisdictions[comparison.scope[need.who]].name},
                      {"contribution", number_json(need.share)},
                      {"value", analysis::to_text(library, need.own)},
                      {"target", study.benchmark ? Json{analysis::to_text(library, need.target)} : Json{}},
                      {"at_target", need.at_target},
                      {"commitments", std::move(agreed)},
                      {"trade_usd", need.trade}};
}

}  // namespace

Json::Object study_json(const model::Library& library, const harmonize::Study& study) {
  const auto& comparison = study.distances.comparison();
  Json::Array needs;
  for (const auto& need : study.needs) needs.push_back(need_json(library, study, need));
  return {{"jurisdictions", route_json(library, comparison.scope)},
          {"profile", text_json(comparison.profile.origin)},
          {"level", levels(library, study.distances)},
          {"distance", distance_json(library, study.distances)},
          {"measures", measures_json(library, study.distances)},
          {"benchmark", study.benchmark ? Json{library.jurisdictions[comparison.scope[*study.benchmark]].name} : Json{}},
          {"trade_year", text_json(study.trade_year)},
          {"needs", std::move(needs)}};
}

}  // namespace isonomy::report
