// SPDX-License-Identifier: Apache-2.0
#include "harmonize/study.h"

#include <algorithm>

namespace isonomy::harmonize {
namespace {

std::vector<model::CommitmentId> agreed(const model::Library& library, model::JurisdictionId who, model::MeasureId measure,
                                        base::Date day) {
  std::vector<model::CommitmentId> out;
  for (const auto id : library.commitments.ids()) {
    const auto& commitment = library.commitments[id];
    if (std::get<model::MeasureRef>(commitment.bound.left).measure != measure || !commitment.period.holds(day)) continue;
    const auto member = library.memberships(commitment.bloc, who);
    if (std::any_of(member.begin(), member.end(), [&](const model::Period& period) { return period.holds(day); })) out.push_back(id);
  }
  return out;
}

std::optional<std::int64_t> concerned(const Trade& trade, const Comparison& comparison, std::size_t who) {
  std::optional<std::int64_t> out;
  for (const auto other : comparison.scope)
    for (const auto& pair : {std::pair{comparison.scope[who], other}, std::pair{other, comparison.scope[who]}})
      if (const auto it = trade.exports.find(pair); it != trade.exports.end()) out = out.value_or(0) + it->second;
  return out;
}

std::vector<Need> ranked(const model::Library& library, const Study& study, const Trade& trade) {
  const auto& distances = study.distances;
  const auto& comparison = distances.comparison();
  std::vector<Need> out;
  base::Rational sum = 0;
  for (std::size_t who = 0; who < comparison.scope.size(); ++who)
    for (std::size_t measure = 0; measure < comparison.measures.size(); ++measure) {
      Need need{who, measure, distances.contribution(who, measure), {}, {}, false, {}, {}};
      if (need.share == 0) continue;
      sum += need.share;
      need.own = distances.mainly(who, measure);
      if (study.benchmark) {
        need.target = distances.mainly(*study.benchmark, measure);
        need.at_target = who == *study.benchmark || distances.apart(who, *study.benchmark, measure).answer == 0;
      }
      need.agreed = agreed(library, comparison.scope[who], comparison.measures[measure], comparison.day);
      need.trade = concerned(trade, comparison, who);
      out.push_back(std::move(need));
    }
  for (auto& need : out) need.share /= sum;
  std::stable_sort(out.begin(), out.end(), [](const Need& a, const Need& b) { return a.share > b.share; });
  return out;
}

}  // namespace

Study study(const model::Library& library, Comparison comparison, const Trade& trade) {
  Study out{Distances{library, std::move(comparison)}, {}, {}, trade.exports.empty() ? std::string{} : trade.year};
  out.benchmark = out.distances.benchmark();
  out.needs = ranked(library, out, trade);
  return out;
}

}  // namespace isonomy::harmonize
