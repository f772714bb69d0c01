// SPDX-License-Identifier: Apache-2.0
#include "base/rational.h"

#include <algorithm>

namespace isonomy::base {
namespace {

using Integer = boost::multiprecision::cpp_int;

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// A leading zero would make the library read the digits as octal.
Integer integer(std::string_view digits) {
  const auto first = digits.find_first_not_of('0');
  return first == std::string_view::npos ? Integer{0} : Integer{std::string{digits.substr(first)}};
}

Integer power_of_ten(std::size_t exponent) { return boost::multiprecision::pow(Integer{10}, static_cast<unsigned>(exponent)); }

// How many digits after the point the fraction 1/denominator needs; nothing if it never ends.
std::optional<unsigned> decimal_digits(Integer denominator) {
  unsigned twos = 0;
  unsigned fives = 0;
  for (; denominator % 2 == 0; denominator /= 2) ++twos;
  for (; denominator % 5 == 0; denominator /= 5) ++fives;
  if (denominator != 1) return std::nullopt;
  return std::max(twos, fives);
}

Integer floor_of(const Rational& value) {
  Integer quotient = numerator(value) / denominator(value);
  return value < quotient ? quotient - 1 : quotient;
}

__extension__ using Wide = unsigned __int128;

bool one_word(const Integer& value) { return value.backend().size() == 1; }
std::uint64_t word(const Integer& value) { return value.backend().limbs()[0]; }

}  // namespace

bool less(const Rational& a, const Rational& b) {
  const auto& left = a.backend().data();
  const auto& right = b.backend().data();
  const bool negative = left.numerator().sign() < 0;
  if (negative != (right.numerator().sign() < 0)) return negative;
  if (one_word(left.numerator()) && one_word(left.denominator()) && one_word(right.numerator()) && one_word(right.denominator())) {
    const auto mine = Wide{word(left.numerator())} * word(right.denominator());
    const auto theirs = Wide{word(right.numerator())} * word(left.denominator());
    return negative ? theirs < mine : mine < theirs;
  }
  if (left.denominator() == right.denominator()) return left.numerator() < right.numerator();
  return left.numerator() * right.denominator() < right.numerator() * left.denominator();
}

bool same(const Rational& a, const Rational& b) {
  const auto& left = a.backend().data();
  const auto& right = b.backend().data();
  return left.numerator() == right.numerator() && left.denominator() == right.denominator();
}

std::optional<Rational> parse_decimal(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const auto point = text.find('.');
  const auto whole = text.substr(0, point);
  const auto part = point == std::string_view::npos ? std::string_view{"0"} : text.substr(point + 1);
  if (!all_digits(whole) || !all_digits(part)) return std::nullopt;
  const auto scale = power_of_ten(part.size());
  const Rational value{integer(whole) * scale + integer(part), scale};
  return negative ? Rational{-value} : value;
}

std::string to_text(const Rational& value) {
  const auto digits = decimal_digits(denominator(value));
  if (!digits) return value.str();
  const Rational magnitude = abs(value);
  const Integer scaled = numerator(magnitude) * power_of_ten(*digits) / denominator(magnitude);
  std::string text = scaled.str();
  if (*digits > 0) {
    if (text.size() <= *digits) text.insert(0, *digits + 1 - text.size(), '0');
    text.insert(text.size() - *digits, ".");
  }
  return value < 0 ? "-" + text : text;
}

Rational shortest_between(const Rational& low, const Rational& high, int least_digits) {
  for (auto digits = static_cast<std::size_t>(least_digits);; ++digits) {
    const Integer scale = power_of_ten(digits);
    Rational candidate{floor_of(low * scale) + 1, scale};
    if (candidate < high) return candidate;
  }
}

}  // namespace isonomy::base
