// SPDX-License-Identifier: Apache-2.0
#include "harmonize/answers.h"

#include <algorithm>
#include <map>
#include <set>

#include "analysis/diff.h"
#include "decision/reference.h"

namespace isonomy::harmonize {
namespace {

using model::BuiltIn;
using model::End;

/// Gathers the facts that decide a measure: those its rules look at, and those of the measures it hangs on.
class Looks {
 public:
  Looks(const model::Library& library, model::JurisdictionId who) : library_{library}, who_{who} {}

  void at(model::MeasureId measure) {
    if (!seen_.insert(measure).second) return;
    at(library_.measures[measure].asked_when);
    for (const auto& binding : decision::binding_rules(library_, who_, measure)) at(library_.rules[binding.rule].when);
  }
  const std::set<model::FactId>& facts() const { return facts_; }

 private:
  void at(const model::Condition& condition) {
    if (condition.kind == model::Condition::Kind::test) {
      if (const auto* fact = std::get_if<model::FactId>(&condition.test.left)) facts_.insert(*fact);
      else at(std::get<model::MeasureRef>(condition.test.left).measure);
    }
    for (const auto& part : condition.parts) at(part);
  }

  const model::Library& library_;
  model::JurisdictionId who_;
  std::set<model::MeasureId> seen_;
  std::set<model::FactId> facts_;
};

decision::Seat seat_of(const model::Library& library, const model::Measure& measure, End end, model::JurisdictionId who,
                       const model::Scalar& other) {
  decision::Seat out{who, measure.flow, end, {}, {}};
  if (end == End::carrier) return out;
  const auto* far = std::get_if<model::JurisdictionId>(&other);
  const bool at_origin = (end == End::sender) == library.flows[measure.flow].outward;
  (at_origin ? out.origin : out.destination) = who;
  if (far != nullptr) (at_origin ? out.destination : out.origin) = *far;
  return out;
}

/// Asks one jurisdiction one measure at one end.
class Asker {
 public:
  Asker(const model::Library& library, model::MeasureId measure, End end, model::JurisdictionId who, base::Date day)
      : library_{library}, measure_{measure}, end_{end}, who_{who}, day_{day}, looks_{library, who} {
    looks_.at(measure);
  }

  decision::Outcome ask(const Deal& deal) {
    const auto key = key_of(deal);
    if (const auto it = known_.find(key); it != known_.end()) return it->second;
    auto facts = deal.facts;
    facts[model::fact_id(BuiltIn::on)] = model::Scalar{day_};
    facts[model::fact_id(BuiltIn::origin)] = deal.other_end;
    facts[model::fact_id(BuiltIn::destination)] = deal.other_end;
    const auto seat = seat_of(library_, library_.measures[measure_], end_, who_, deal.other_end);
    const auto verdict = decision::reference::decide(library_, seat, measure_, facts);
    return known_[key] = verdict.conflict ? decision::Outcome{} : verdict.outcome;
  }

 private:
  std::string key_of(const Deal& deal) const {
    std::string out;
    for (const auto fact : looks_.facts()) {
      const bool place = fact.index > 0 && fact.index < model::built_in_facts;
      const auto it = deal.facts.find(fact);
      if (place) out += model::to_text(deal.other_end, library_);
      else if (it != deal.facts.end()) out += model::to_text(it->second, library_);
      out += '\n';
    }
    return out;
  }

  const model::Library& library_;
  model::MeasureId measure_;
  End end_;
  model::JurisdictionId who_;
  base::Date day_;
  Looks looks_;
  std::map<std::string, decision::Outcome> known_;
};

std::uint32_t number_of(std::vector<decision::Outcome>& outcomes, const decision::Outcome& one) {
  const auto it = std::find(outcomes.begin(), outcomes.end(), one);
  if (it != outcomes.end()) return static_cast<std::uint32_t>(it - outcomes.begin());
  outcomes.push_back(one);
  return static_cast<std::uint32_t>(outcomes.size() - 1);
}

}  // namespace

Answers answers_of(const model::Library& library, model::MeasureId measure, const std::vector<model::JurisdictionId>& scope,
                   const Profile& profile, base::Date day) {
  Answers out;
  const auto ends = analysis::ends_of(library.measures[measure]);
  for (std::size_t end = 0; end < ends.size(); ++end)
    for (const auto& deal : profile.deals) out.weights.push_back(deal.weight);
  for (const auto who : scope) {
    auto& column = out.columns.emplace_back();
    for (const auto end : ends) {
      Asker asker{library, measure, end, who, day};
      for (const auto& deal : profile.deals) column.push_back(number_of(out.outcomes, asker.ask(deal)));
    }
  }
  return out;
}

}  // namespace isonomy::harmonize
