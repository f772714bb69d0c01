// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace isonomy::base {

/// An exact fraction of any size; no operation rounds.
using Rational = boost::multiprecision::cpp_rational;

/// `a < b`, which the library's own comparison answers by dividing; this multiplies, and not even that where both share a denominator.
bool less(const Rational& a, const Rational& b);

/// `a == b`, which the library's own comparison answers by dividing twice.
bool same(const Rational& a, const Rational& b);

/// Reads digits with an optional decimal point ("12", "0.035", "-3.5"); nothing for any other text.
std::optional<Rational> parse_decimal(std::string_view text);

/// "12", "0.035", or "2/37" where no finite decimal exists.
std::string to_text(const Rational& value);

/// The decimal with the fewest digits after the point that lies strictly between `low` and `high`.
/// Precondition: low < high. Costs one division per digit.
Rational shortest_between(const Rational& low, const Rational& high, int least_digits = 0);

}  // namespace isonomy::base
