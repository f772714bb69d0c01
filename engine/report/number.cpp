// SPDX-License-Identifier: Apache-2.0
#include "report/number.h"

#include <fmt/format.h>

namespace isonomy::report {
namespace {

using Whole = boost::multiprecision::cpp_int;

// Floor of value * 10^digits + 1/2.
Whole scaled(const base::Rational& value, int digits) {
  const base::Rational shifted = value * base::Rational{boost::multiprecision::pow(Whole{10}, static_cast<unsigned>(digits))} * 2 + 1;
  const Whole top = boost::multiprecision::numerator(shifted);
  const Whole bottom = boost::multiprecision::denominator(shifted) * 2;
  const Whole out = top / bottom;
  return top < 0 && out * bottom != top ? Whole{out - 1} : out;
}

}  // namespace

std::string decimal(const base::Rational& value, int digits) {
  const auto all = scaled(value, digits);
  auto text = Whole{all < 0 ? Whole{-all} : all}.str();
  if (text.size() <= static_cast<std::size_t>(digits)) text.insert(0, static_cast<std::size_t>(digits) + 1 - text.size(), '0');
  if (digits > 0) text.insert(text.size() - static_cast<std::size_t>(digits), ".");
  return (all < 0 ? "-" : "") + text;
}

std::string percent(const base::Rational& value) { return decimal(value * 100, 0) + "%"; }

std::string grouped(const Whole& number) {
  auto text = number.str();
  for (auto at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
  return text;
}

Json number_json(const base::Rational& value) { return std::stod(decimal(value, 9)); }

}  // namespace isonomy::report
