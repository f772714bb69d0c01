// SPDX-License-Identifier: Apache-2.0
#include "harmonize/nearness.h"

#include <algorithm>
#include <numeric>

#include "analysis/diff.h"
#include "decision/budget.h"
#include "harmonize/limits.h"
#include "harmonize/scale.h"
#include "harmonize/spot.h"
#include "source/codes.h"

namespace isonomy::harmonize {
namespace {

using base::Rational;

/// What one question is answered under every combination of labels of the rules that decide it.
struct Told {
  std::vector<Variable> variables;
  std::vector<std::uint32_t> outcomes;
};

[[noreturn]] void too_large() {
  throw decision::TooLarge{source::Code::question_too_large, "the distances of the plan depend on too many answers of too many rules"};
}

std::size_t combinations(const Changes& changes, const std::vector<Variable>& variables) {
  std::size_t out = 1;
  for (const auto v : variables) out = std::min(out * changes.size(v), limits::plan_answers + 1);
  if (out > limits::plan_answers) too_large();
  return out;
}

std::vector<Variable> together(std::vector<Variable> a, const std::vector<Variable>& b) {
  for (const auto v : b)
    if (std::find(a.begin(), a.end(), v) == a.end()) a.push_back(v);
  return a;
}

/// One measure: what every jurisdiction is asked, and may come to answer.
class Inquiry {
 public:
  Inquiry(const model::Library& library, const Comparison& comparison, model::MeasureId measure, Changes& changes)
      : library_{library}, comparison_{comparison}, measure_{measure}, changes_{changes}, scale_{library, measure} {}

  void ask(std::vector<Clause>& contradictions) {
    for (const auto who : comparison_.scope) {
      auto& column = columns_.emplace_back();
      for (const auto end : analysis::ends_of(library_.measures[measure_])) {
        const auto questions = questions_of(library_, measure_, end, who, comparison_.profile, comparison_.day);
        const auto first = told_.size();
        for (const auto& put : questions.puts) told_.push_back(tell(put, contradictions));
        for (const auto put : questions.of_deal) column.push_back(first + put);
      }
    }
  }

  /// Adds what the measure, with its weight, means for the distance of a pair and for what is known of it.
  void add(Pair pair, const Rational& weight, const Rational& most, Ceiling& distance, Ceiling& known, std::size_t& size) {
    std::map<std::pair<std::size_t, std::size_t>, std::int64_t> met;
    std::int64_t all = 0;
    for (std::size_t i = 0; i < columns_[pair.first].size(); ++i) {
      const auto share = comparison_.profile.deals[i % comparison_.profile.deals.size()].weight;
      met[{columns_[pair.first][i], columns_[pair.second][i]}] += share;
      all += share;
    }
    for (const auto& [both, share] : met) add(told_[both.first], told_[both.second], weight * share / all, most, distance, known, size);
  }

 private:
  Told tell(const Put& put, std::vector<Clause>& contradictions) {
    Spot spot{library_, changes_, put.facts};
    spot.look(put.seat, measure_);
    Told out{spot.variables(), {}};
    combinations(changes_, out.variables);
    const auto now = changes_.completed({});
    const auto contradicts = [&](const Labels& labels) {
      bool agree = true;
      spot.outcome(put.seat, measure_, labels, agree);
      return !agree;
    };
    if (!contradicts(now))
      for (auto& clause : clauses_of(changes_, out.variables, now, contradicts)) contradictions.push_back(std::move(clause));
    for_each_choice(
        out.variables, [&](Variable v) { return changes_.size(v); }, now,
        [&](const Labels& labels) {
          bool agree = true;
          const auto outcome = spot.outcome(put.seat, measure_, labels, agree);
          out.outcomes.push_back(number_of(outcomes_, agree ? outcome : decision::Outcome{}));
        });
    return out;
  }

  void add(const Told& a, const Told& b, const Rational& weight, const Rational& most, Ceiling& distance, Ceiling& known,
           std::size_t& size) {
    Amount apart{together(a.variables, b.variables), {}};
    Amount of{apart.variables, {}};
    size += combinations(changes_, apart.variables);
    if (size > limits::plan_amounts) too_large();
    const auto now = changes_.completed({});
    Rational known_now = 0;
    for_each_choice(
        apart.variables, [&](Variable v) { return changes_.size(v); }, now,
        [&](const Labels& labels) {
          const auto& one = difference(outcome(a, labels), outcome(b, labels));
          apart.of.push_back(one ? Rational{weight * (one->score - most)} : Rational{0});
          of.of.push_back(one ? Rational{-weight} : Rational{0});
          if (labels == now) known_now = of.of.back();
        });
    known.most += known_now;
    put(std::move(apart), distance);
    put(std::move(of), known);
  }

  // What is the same whatever the labels belongs on the other side.
  static void put(Amount amount, Ceiling& to) {
    const bool constant = std::all_of(amount.of.begin(), amount.of.end(), [&](const Rational& one) { return one == amount.of[0]; });
    if (constant) to.most -= amount.of[0];
    else to.amounts.push_back(std::move(amount));
  }

  std::uint32_t outcome(const Told& told, const Labels& labels) const {
    std::size_t at = 0;
    for (const auto v : told.variables) at = at * changes_.size(v) + labels[v];
    return told.outcomes[at];
  }

  const std::optional<Difference>& difference(std::uint32_t a, std::uint32_t b) {
    const auto [it, is_new] = differences_.emplace(std::pair{a, b}, std::nullopt);
    if (is_new) it->second = scale_.difference(outcomes_[a], outcomes_[b]);
    return it->second;
  }

  const model::Library& library_;
  const Comparison& comparison_;
  model::MeasureId measure_;
  Changes& changes_;
  Scale scale_;
  std::vector<Told> told_;
  std::vector<std::vector<std::size_t>> columns_;  ///< per jurisdiction, per deal and end: into `told_`
  std::vector<decision::Outcome> outcomes_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::optional<Difference>> differences_;
};

}  // namespace

Target::Target(const model::Library& library, const Nearness& wanted, Changes& changes) : library_{library}, wanted_{wanted} {
  const auto& comparison = wanted.comparison;
  for (std::size_t a = 0; a < comparison.scope.size(); ++a)
    for (std::size_t b = a + 1; b < comparison.scope.size(); ++b) pairs_.emplace_back(a, b);
  ceilings_.resize(2 * pairs_.size());
  const auto weights = weights_of(library, comparison);
  std::size_t size = 0;
  for (std::size_t m = 0; m < comparison.measures.size(); ++m) {
    if (weights[m] == 0) continue;
    Inquiry inquiry{library, comparison, comparison.measures[m], changes};
    inquiry.ask(contradictions_);
    for (std::size_t pair = 0; pair < pairs_.size(); ++pair)
      inquiry.add(pairs_[pair], weights[m], wanted.most, ceilings_[2 * pair], ceilings_[2 * pair + 1], size);
  }
}

}  // namespace isonomy::harmonize
