// SPDX-License-Identifier: Apache-2.0
#include "base/rational.h"

namespace isonomy::base {
namespace {

std::string round_trip(std::string_view text) {
  const auto value = parse_decimal(text);
  return value ? to_text(*value) : "nothing";
}

TEST(Rational, KeepsDecimalsExact) {
  EXPECT_EQ(*parse_decimal("0.1") + *parse_decimal("0.2"), *parse_decimal("0.3"));
  EXPECT_EQ(*parse_decimal("0.035"), Rational(35, 1000));
  EXPECT_EQ(*parse_decimal("-3.5"), Rational(-7, 2));
  EXPECT_EQ(*parse_decimal("999999999999999999") + 1, *parse_decimal("1000000000000000000"));
}

TEST(Rational, WritesTheShortestDecimal) {
  EXPECT_EQ(round_trip("12"), "12");
  EXPECT_EQ(round_trip("12.50"), "12.5");
  EXPECT_EQ(round_trip("0.035"), "0.035");
  EXPECT_EQ(round_trip("-0.5"), "-0.5");
  EXPECT_EQ(round_trip("0"), "0");
  EXPECT_EQ(round_trip("000.000"), "0");
}

TEST(Rational, ReadsLeadingZerosAsDecimalDigits) {
  EXPECT_EQ(*parse_decimal("010"), 10);
  EXPECT_EQ(*parse_decimal("08"), 8);
  EXPECT_EQ(*parse_decimal("1.010"), Rational(101, 100));
}

TEST(Rational, WritesAFractionWhereNoDecimalEnds) {
  EXPECT_EQ(to_text(Rational(2, 37)), "2/37");
  EXPECT_EQ(to_text(Rational(-1, 3)), "-1/3");
  EXPECT_EQ(to_text(Rational(1, 8)), "0.125");
  EXPECT_EQ(to_text(Rational(3, 250)), "0.012");
}

TEST(Rational, RefusesOtherTexts) {
  for (const auto* text : {"", "-", ".", "1.", ".5", "1,000", "1e3", "+1", "0x10", "1 ", "--1", "1.2.3"})
    EXPECT_FALSE(parse_decimal(text)) << text;
}

TEST(Rational, FindsTheShortestDecimalBetweenTwo) {
  EXPECT_EQ(shortest_between(Rational(1), Rational(3)), 2);
  EXPECT_EQ(to_text(shortest_between(Rational(1), Rational(2))), "1.1");
  EXPECT_EQ(to_text(shortest_between(Rational(1, 3), Rational(2, 5))), "0.34");
  EXPECT_EQ(to_text(shortest_between(*parse_decimal("150"), *parse_decimal("150.05"), 2)), "150.01");
}

TEST(Rational, StaysStrictlyBetween) {
  for (int denominator = 1; denominator < 60; ++denominator) {
    const Rational low(-7, denominator);
    const Rational high = low + Rational(1, 1000 * denominator);
    const auto found = shortest_between(low, high);
    EXPECT_LT(low, found);
    EXPECT_LT(found, high);
  }
}

TEST(Rational, IsLessAsTheLibraryHasIt) {
  std::vector<Rational> values{*parse_decimal("0.1"), *parse_decimal("-0.000000000000000001")};
  for (const auto* large : {"123456789012345678901234567890", "18446744073709551615", "18446744073709551616", "18446744073709551615.5"}) {
    values.push_back(*parse_decimal(large));
    values.push_back(-*parse_decimal(large));
    values.push_back(1 / *parse_decimal(large));
  }
  for (int above = -9; above <= 9; ++above)
    for (int below = 1; below <= 7; ++below) values.emplace_back(above, below);
  for (const auto& a : values)
    for (const auto& b : values) {
      EXPECT_EQ(less(a, b), a < b) << a << " " << b;
      EXPECT_EQ(same(a, b), a == b) << a << " " << b;
    }
}

}  // namespace
}  // namespace isonomy::base
