// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decision/cover.h"
#include "decision/space.h"

namespace isonomy::decision {

/// Finds the cell of a value on each axis of a space, by halving over flat arrays of cuts. It keeps what it needs of the space.
class Locator {
 public:
  Locator(const model::Library& library, const Space& space);

  /// The cells that the value may lie in: one, or several for an HS code that is shorter than the rules look at. Nothing where the fact is missing,
  /// or an amount has no exchange rate.
  std::optional<Interval> find(AxisIndex axis, const Transaction& facts) const;
  /// Whether the transaction lacks the fact, or its amount can be compared with those of the axis.
  bool comparable(AxisIndex axis, const Transaction& facts) const;
  std::size_t bytes() const;

 private:
  __extension__ using Wide = __int128;
  struct Fraction {
    std::int64_t above = 0;
    std::int64_t below = 1;
    bool after = false;  ///< of a cut: it lies just after the value
  };
  struct Keys {
    model::FactId fact;
    std::optional<std::uint32_t> element;
    bool ordered = false;
    std::vector<model::Scalar> values;       ///< of a listed axis
    std::optional<base::Currency> currency;  ///< of an axis of money
    std::vector<std::int64_t> whole;         ///< first number beyond each cut
    std::vector<Fraction> dense;
    std::vector<Boundary> exact;  ///< instead of `dense`, where some cut does not fit into it
  };

  static std::optional<Fraction> fraction(const base::Rational& value);
  static bool beyond(const Fraction& value, const Fraction& cut);
  std::optional<Interval> listed(const Keys& keys, const model::Scalar& value) const;
  std::optional<Interval> ordered(const Keys& keys, const model::Scalar& value) const;
  static Interval whole(const Keys& keys, std::int64_t first, std::int64_t last);
  static Interval amount(const Keys& keys, const base::Rational& value);
  std::optional<Interval> money(const Keys& keys, const base::Money& value) const;

  const model::Library& library_;
  std::vector<Keys> axes_;
};

}  // namespace isonomy::decision
