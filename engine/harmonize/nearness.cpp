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

/// What one question is answered under every combination of labels of the rules that decide it; `loose` if some of these stay as they are.
struct Told {
  std::vector<Variable> variables;
  std::vector<std::uint32_t> outcomes;
  bool loose = false;
};

/// The pair that is added to, with the weight of what is added.
struct Sums {
  Bounded& distance;
  Bounded& known;
  Rational weight;
  Rational most;
};

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

  void ask(std::vector<Clause>& firm, std::vector<Clause>& kept_as_is) {
    for (const auto who : comparison_.scope) {
      auto& column = columns_.emplace_back();
      for (const auto end : analysis::ends_of(library_.measures[measure_])) {
        const auto questions = questions_of(library_, measure_, end, who, comparison_.profile, comparison_.day);
        const auto first = told_.size();
        for (const auto& put : questions.puts) told_.push_back(tell(put, firm, kept_as_is));
        for (const auto put : questions.of_deal) column.push_back(first + put);
      }
    }
  }

  /// Adds what the measure, with its weight, means for the distance of a pair and for what is known of it.
  void add(Pair pair, const Sums& to, std::size_t& size) {
    std::map<std::pair<std::size_t, std::size_t>, std::int64_t> met;
    std::int64_t all = 0;
    for (std::size_t i = 0; i < columns_[pair.first].size(); ++i) {
      const auto share = comparison_.profile.deals[i % comparison_.profile.deals.size()].weight;
      met[{columns_[pair.first][i], columns_[pair.second][i]}] += share;
      all += share;
    }
    for (const auto& [both, share] : met)
      add(told_[both.first], told_[both.second], {to.distance, to.known, to.weight * share / all, to.most}, size);
  }

 private:
  Told tell(const Put& put, std::vector<Clause>& firm, std::vector<Clause>& kept_as_is) {
    Spot spot{library_, changes_, put.facts};
    spot.look(put.seat, measure_);
    auto out = written_down(spot.variables(), kept_as_is);
    const auto now = changes_.completed({});
    const auto contradicts = [&](const Labels& labels) {
      bool agree = true;
      spot.outcome(put.seat, measure_, labels, agree);
      return !agree;
    };
    auto& clauses = out.loose ? kept_as_is : firm;
    if (!contradicts(now))
      for (auto& clause : clauses_of(changes_, out.variables, now, contradicts)) clauses.push_back(std::move(clause));
    for_each_choice(
        out.variables, [&](Variable v) { return changes_.size(v); }, now,
        [&](const Labels& labels) {
          bool agree = true;
          const auto outcome = spot.outcome(put.seat, measure_, labels, agree);
          out.outcomes.push_back(number_of(outcomes_, agree ? outcome : decision::Outcome{}));
        });
    return out;
  }

  // The first rules whose answers can all be combined; the others are left as they are.
  Told written_down(const std::vector<Variable>& all, std::vector<Clause>& kept_as_is) const {
    Told out;
    std::size_t size = 1;
    for (const auto v : all) {
      if (size * changes_.size(v) <= limits::plan_side) {
        size *= changes_.size(v);
        out.variables.push_back(v);
        continue;
      }
      out.loose = true;
      Choice other{v, {}};
      for (Label label = 0; label < changes_.size(v); ++label)
        if (label != changes_.current(v)) other.labels.push_back(label);
      kept_as_is.push_back({std::move(other)});
    }
    return out;
  }

  void add(const Told& a, const Told& b, const Sums& to, std::size_t& size) {
    Amount apart{together(a.variables, b.variables), {}};
    Amount of{apart.variables, {}};
    const auto now = changes_.completed({});
    Rational known_now = 0;
    for_each_choice(
        apart.variables, [&](Variable v) { return changes_.size(v); }, now,
        [&](const Labels& labels) {
          const auto& one = difference(outcome(a, labels), outcome(b, labels));
          apart.of.push_back(one ? Rational{to.weight * (one->score - to.most)} : Rational{0});
          of.of.push_back(one ? Rational{-to.weight} : Rational{0});
          if (labels == now) known_now = of.of.back();
        });
    size += apart.of.size();
    if (size > limits::plan_amounts)
      throw decision::TooLarge{source::Code::question_too_large, "the distances of the plan depend on too many answers of too many rules"};
    const bool loose = a.loose || b.loose;
    to.known.firm.most += known_now;
    put(std::move(apart), loose, -to.weight * to.most, to.distance);
    put(std::move(of), loose, -to.weight, to.known);
  }

  // What is the same whatever the labels belongs on the other side.
  static void put(Amount amount, bool loose, const Rational& least, Bounded& to) {
    auto& part = loose ? to.loose : to.firm;
    if (loose) to.least += least;
    const bool constant = std::all_of(amount.of.begin(), amount.of.end(), [&](const Rational& one) { return one == amount.of[0]; });
    if (constant) part.most -= amount.of[0];
    else part.amounts.push_back(std::move(amount));
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
  distances_.resize(pairs_.size());
  known_.resize(pairs_.size());
  const auto weights = weights_of(library, comparison);
  std::size_t size = 0;
  for (std::size_t m = 0; m < comparison.measures.size(); ++m) {
    if (weights[m] == 0) continue;
    Inquiry inquiry{library, comparison, comparison.measures[m], changes};
    inquiry.ask(firm_, kept_as_is_);
    for (std::size_t pair = 0; pair < pairs_.size(); ++pair)
      inquiry.add(pairs_[pair], {distances_[pair], known_[pair], weights[m], wanted.most}, size);
  }
}

void Target::add_to(Problem& problem, std::optional<std::size_t> pair, bool hopeful) const {
  problem.forbidden.insert(problem.forbidden.end(), firm_.begin(), firm_.end());
  if (!hopeful) problem.forbidden.insert(problem.forbidden.end(), kept_as_is_.begin(), kept_as_is_.end());
  for (std::size_t i = 0; i < pairs_.size(); ++i)
    for (const auto* sums : {&distances_, &known_}) {
      if (pair && *pair != i) continue;
      const auto& [firm, loose, least] = (*sums)[i];
      auto& out = problem.ceilings.emplace_back(firm);
      if (hopeful) out.most -= least;
      else out.most += loose.most;
      if (!hopeful) out.amounts.insert(out.amounts.end(), loose.amounts.begin(), loose.amounts.end());
    }
}

}  // namespace isonomy::harmonize
