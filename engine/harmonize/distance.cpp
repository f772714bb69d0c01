// SPDX-License-Identifier: Apache-2.0
#include "harmonize/distance.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "harmonize/scale.h"

namespace isonomy::harmonize {
namespace {

using base::Rational;

/// Every two outcomes of a measure, compared once.
class Compared {
 public:
  Compared(const Scale& scale, const std::vector<decision::Outcome>& outcomes) : size_{outcomes.size()} {
    std::vector<std::optional<Rational>> strict;
    for (const auto& one : outcomes) strict.push_back(scale.restrictiveness(one));
    for (std::size_t a = 0; a < size_; ++a)
      for (std::size_t b = 0; b < size_; ++b) cells_.push_back(compare(scale, outcomes[a], outcomes[b], strict[a], strict[b]));
  }

  /// With a weight of 1.
  const Apart& at(std::size_t a, std::size_t b) const { return cells_[a * size_ + b]; }

 private:
  static Apart compare(const Scale& scale, const decision::Outcome& a, const decision::Outcome& b, const std::optional<Rational>& first,
                       const std::optional<Rational>& second) {
    const auto difference = scale.difference(a, b);
    if (!difference) return {};
    Apart out{1, difference->answer, difference->score, 0, 0};
    if (!first || !second || difference->score == 0) return out;
    if (*first < *second) out.forth = out.score;
    if (*second < *first) out.back = out.score;
    return out;
  }

  std::size_t size_;
  std::vector<Apart> cells_;
};

Apart scaled(const Apart& one, const Rational& by) {
  return {one.known * by, one.answer * by, one.score * by, one.forth * by, one.back * by};
}

}  // namespace

Apart& Apart::operator+=(const Apart& other) {
  known += other.known;
  answer += other.answer;
  score += other.score;
  forth += other.forth;
  back += other.back;
  return *this;
}

Distances::Distances(const model::Library& library, Comparison comparison, const model::Library* scale_of)
    : library_{library}, comparison_{std::move(comparison)} {
  weights_ = weights_of(library, comparison_);
  const auto count = comparison_.scope.size();
  cells_.resize(count * count * comparison_.measures.size());
  levels_.resize(count * comparison_.measures.size());
  for (std::size_t measure = 0; measure < comparison_.measures.size(); ++measure)
    compare(library, scale_of == nullptr ? library : *scale_of, measure);
}

std::vector<Rational> weights_of(const model::Library& library, const Comparison& comparison) {
  std::vector<Rational> out;
  Rational sum = 0;
  for (const auto measure : comparison.measures) {
    const auto it = comparison.weights.find(measure);
    out.push_back(it == comparison.weights.end() ? Rational{library.measures[measure].importance} : it->second);
    sum += out.back();
  }
  for (auto& weight : out)
    if (sum != 0) weight /= sum;
  return out;
}

std::size_t Distances::cell(std::size_t a, std::size_t b, std::size_t measure) const {
  return (a * comparison_.scope.size() + b) * comparison_.measures.size() + measure;
}

void Distances::compare(const model::Library& library, const model::Library& scale_of, std::size_t measure) {
  const auto& answers =
      answers_.emplace_back(answers_of(library, comparison_.measures[measure], comparison_.scope, comparison_.profile, comparison_.day));
  const Scale scale{scale_of, comparison_.measures[measure]};
  const Compared table{scale, answers.outcomes};
  const Rational all = std::accumulate(answers.weights.begin(), answers.weights.end(), std::int64_t{0});
  for (std::size_t a = 0; a < comparison_.scope.size(); ++a) {
    auto& level = levels_[a * comparison_.measures.size() + measure];
    for (std::size_t i = 0; i < answers.weights.size(); ++i)
      if (const auto strict = scale.restrictiveness(answers.outcomes[answers.columns[a][i]])) {
        const Rational share = weights_[measure] * answers.weights[i] / all;
        level.strict += share * *strict;
        level.known += share;
      }
    for (std::size_t b = a + 1; b < comparison_.scope.size(); ++b) {
      std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t> met;
      for (std::size_t i = 0; i < answers.weights.size(); ++i) met[{answers.columns[a][i], answers.columns[b][i]}] += answers.weights[i];
      for (const auto& [pair, weight] : met)
        cells_[cell(a, b, measure)] += scaled(table.at(pair.first, pair.second), weights_[measure] * weight / all);
    }
  }
}

bool Distances::covers(std::size_t measure, std::optional<model::DomainId> domain) const {
  return !domain || library_.measures[comparison_.measures[measure]].domain == *domain;
}

Apart Distances::apart(std::size_t a, std::size_t b, std::size_t measure) const {
  if (a < b) return cells_[cell(a, b, measure)];
  auto out = cells_[cell(b, a, measure)];
  std::swap(out.forth, out.back);
  return out;
}

Apart Distances::apart(std::size_t a, std::size_t b, std::optional<model::DomainId> domain) const {
  Apart out;
  for (std::size_t measure = 0; measure < weights_.size(); ++measure)
    if (covers(measure, domain)) out += apart(a, b, measure);
  return out;
}

Level Distances::level(std::size_t who, std::optional<model::DomainId> domain) const {
  Level out;
  for (std::size_t measure = 0; measure < weights_.size(); ++measure) {
    if (!covers(measure, domain)) continue;
    const auto& one = levels_[who * weights_.size() + measure];
    out.strict += one.strict;
    out.known += one.known;
  }
  return out;
}

Rational Distances::contribution(std::size_t who, std::size_t measure) const {
  Rational out = 0;
  for (std::size_t other = 0; other < comparison_.scope.size(); ++other)
    if (other != who) out += apart(who, other, measure).score / 2;
  return out;
}

std::optional<Rational> Distances::distance(std::size_t a, std::size_t b) const {
  if (a == b) return 0;
  const auto sum = apart(a, b);
  return sum.known == 0 ? std::nullopt : std::optional<Rational>{sum.score / sum.known};
}

std::optional<std::size_t> Distances::benchmark() const {
  std::optional<std::size_t> best;
  if (comparison_.scope.size() < 3) return best;
  Rational least = 0;
  for (std::size_t who = 0; who < comparison_.scope.size(); ++who) {
    Rational sum = 0;
    Rational known = 0;
    for (std::size_t other = 0; other < comparison_.scope.size(); ++other)
      if (other != who)
        if (const auto one = distance(who, other)) sum += *one, known += 1;
    if (known == 0) continue;
    sum /= known;
    if (!best || sum < least) best = who, least = sum;
  }
  return best;
}

const decision::Outcome& Distances::mainly(std::size_t who, std::size_t measure) const {
  const auto& answers = answers_[measure];
  std::vector<std::int64_t> weight(answers.outcomes.size(), 0);
  for (std::size_t i = 0; i < answers.weights.size(); ++i) weight[answers.columns[who][i]] += answers.weights[i];
  return answers.outcomes[static_cast<std::size_t>(std::max_element(weight.begin(), weight.end()) - weight.begin())];
}

}  // namespace isonomy::harmonize
