// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "harmonize/answers.h"

namespace isonomy::harmonize {

/// What is compared, and how it counts.
struct Comparison {
  std::vector<model::JurisdictionId> scope;
  std::vector<model::MeasureId> measures;
  Weights weights;
  Profile profile;
  base::Date day;
};

/// The weight of each measure compared; together 1, or all 0.
std::vector<base::Rational> weights_of(const model::Library& library, const Comparison& comparison);

/// Sums of weight, each from 0 to the weight of the measures it covers.
struct Apart {
  base::Rational known;   ///< known on both sides
  base::Rational answer;  ///< of it, what is answered differently
  base::Rational score;   ///< of it, by how much; never more than `answer`
  base::Rational forth;   ///< the part of `score` where the second is stricter than the first
  base::Rational back;    ///< where the first is stricter than the second

  Apart& operator+=(const Apart& other);
};

/// A mean restrictiveness from 0 (open) to 1, over the weight for which it is known; both are sums of weight.
struct Level {
  base::Rational strict;
  base::Rational known;
};

/// Where each jurisdiction stands, and how far any two are apart; sums of weight, of which all measures together have 1.
class Distances {
 public:
  /// `scale_of` gives the ranges of answers: another library, or nothing for the same.
  Distances(const model::Library& library, Comparison comparison, const model::Library* scale_of = nullptr);

  const Comparison& comparison() const { return comparison_; }
  /// By measure, in the order of the comparison; they add up to 1.
  const std::vector<base::Rational>& weights() const { return weights_; }
  const Answers& answers(std::size_t measure) const { return answers_[measure]; }
  /// One pair and measure; the pair in any order, `forth` and `back` accordingly.
  Apart apart(std::size_t a, std::size_t b, std::size_t measure) const;
  /// Over all measures, or those of a domain.
  Apart apart(std::size_t a, std::size_t b, std::optional<model::DomainId> domain = {}) const;
  Level level(std::size_t who, std::optional<model::DomainId> domain = {}) const;
  /// How much a jurisdiction's answer to a measure adds to the distances to all others: half of each.
  base::Rational contribution(std::size_t who, std::size_t measure) const;
  /// The jurisdiction with the least mean distance to the others (medoid); the first of several. Nothing of two, which
  /// are as near to each other, or if no pair is known at all.
  std::optional<std::size_t> benchmark() const;
  /// `score / known`, the distance that is printed; nothing where nothing is known on both sides.
  std::optional<base::Rational> distance(std::size_t a, std::size_t b) const;
  /// The answer a jurisdiction gives to most of the weight of the profile.
  const decision::Outcome& mainly(std::size_t who, std::size_t measure) const;

 private:
  void compare(const model::Library& library, const model::Library& scale_of, std::size_t measure);
  bool covers(std::size_t measure, std::optional<model::DomainId> domain) const;
  std::size_t cell(std::size_t a, std::size_t b, std::size_t measure) const;

  const model::Library& library_;
  Comparison comparison_;
  std::vector<base::Rational> weights_;
  std::vector<Answers> answers_;
  std::vector<Apart> cells_;   ///< a < b only
  std::vector<Level> levels_;  ///< [who * measures + measure]
};

}  // namespace isonomy::harmonize
