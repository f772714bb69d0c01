// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "decision/decision.h"

namespace isonomy::harmonize {

/// How two answers to a measure differ, each from 0 (the same) to 1; nothing where nobody can say.
struct Difference {
  base::Rational answer;  ///< 0 or 1
  base::Rational score;   ///< |difference| / range where answers are ordered; never more than `answer`
};

/// The scores of a measure's answers. Ordered answers lie on a line from 0 to 1: scales by their position, numbers and amounts between
/// the least and the greatest that any rule of the library gives; `unlimited` stands one range above the greatest. Durations count in hours of
/// the mean Gregorian year. Formulas and sources: docs/methods.md.
class Scale {
 public:
  Scale(const model::Library& library, model::MeasureId measure);

  /// Not applicable equals itself and differs wholly from any value. Sets differ by the share of their union that is not common.
  std::optional<Difference> difference(const decision::Outcome& a, const decision::Outcome& b) const;
  /// From 0 (most open) to 1; nothing for a measure without a direction, or an answer that is no value.
  std::optional<base::Rational> restrictiveness(const decision::Outcome& outcome) const;
  /// Where an ordered answer lies between 0 and 1; nothing for one without an order.
  std::optional<base::Rational> position(const model::Scalar& value) const;

 private:
  std::optional<base::Rational> number(const model::Scalar& value) const;
  base::Rational share(const model::SetOf& set) const;
  void collect();

  const model::Library& library_;
  model::MeasureId measure_;
  std::optional<base::Currency> currency_;
  std::optional<base::Rational> least_;
  std::optional<base::Rational> greatest_;
  bool unlimited_ = false;
  std::size_t elements_ = 0;  ///< of the full set, for sets
};

}  // namespace isonomy::harmonize
