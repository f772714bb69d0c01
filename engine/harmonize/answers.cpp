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

std::string key_of(const model::Library& library, const std::set<model::FactId>& looked_at, const Deal& deal) {
  std::string out;
  for (const auto fact : looked_at) {
    const bool place = fact.index > 0 && fact.index < model::built_in_facts;
    const auto it = deal.facts.find(fact);
    if (place) out += model::to_text(deal.other_end, library);
    else if (it != deal.facts.end()) out += model::to_text(it->second, library);
    out += '\n';
  }
  return out;
}

}  // namespace

Questions questions_of(const model::Library& library, model::MeasureId measure, End end, model::JurisdictionId who, const Profile& profile,
                       base::Date day) {
  Looks looks{library, who};
  looks.at(measure);
  Questions out;
  std::map<std::string, std::size_t> known;
  for (const auto& deal : profile.deals) {
    const auto [it, is_new] = known.emplace(key_of(library, looks.facts(), deal), out.puts.size());
    out.of_deal.push_back(it->second);
    if (!is_new) continue;
    auto facts = deal.facts;
    facts[model::fact_id(BuiltIn::on)] = model::Scalar{day};
    facts[model::fact_id(BuiltIn::origin)] = deal.other_end;
    facts[model::fact_id(BuiltIn::destination)] = deal.other_end;
    out.puts.push_back({seat_of(library, library.measures[measure], end, who, deal.other_end), std::move(facts)});
  }
  return out;
}

std::uint32_t number_of(std::vector<decision::Outcome>& outcomes, const decision::Outcome& one) {
  const auto it = std::find(outcomes.begin(), outcomes.end(), one);
  if (it != outcomes.end()) return static_cast<std::uint32_t>(it - outcomes.begin());
  outcomes.push_back(one);
  return static_cast<std::uint32_t>(outcomes.size() - 1);
}

Answers answers_of(const model::Library& library, model::MeasureId measure, const std::vector<model::JurisdictionId>& scope,
                   const Profile& profile, base::Date day) {
  Answers out;
  const auto ends = analysis::ends_of(library.measures[measure]);
  for (std::size_t end = 0; end < ends.size(); ++end)
    for (const auto& deal : profile.deals) out.weights.push_back(deal.weight);
  for (const auto who : scope) {
    auto& column = out.columns.emplace_back();
    for (const auto end : ends) {
      const auto questions = questions_of(library, measure, end, who, profile, day);
      std::vector<std::uint32_t> numbers;
      for (const auto& [seat, facts] : questions.puts) {
        const auto verdict = decision::reference::decide(library, seat, measure, facts);
        numbers.push_back(number_of(out.outcomes, verdict.conflict ? decision::Outcome{} : verdict.outcome));
      }
      for (const auto put : questions.of_deal) column.push_back(numbers[put]);
    }
  }
  return out;
}

}  // namespace isonomy::harmonize
