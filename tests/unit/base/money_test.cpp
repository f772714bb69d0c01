// SPDX-License-Identifier: Apache-2.0
#include "base/money.h"

namespace isonomy::base {
namespace {

Currency currency(std::string_view text) { return *parse_currency(text); }

RateTable rates() {
  return {*parse_date("2026-09-29"),
          {{currency("USD"), 1}, {currency("EUR"), Rational(17, 20)}, {currency("CNY"), *parse_decimal("7.12")}},
          "made up"};
}

TEST(Money, ReadsThreeCapitals) {
  EXPECT_EQ(currency("EUR").text(), "EUR");
  for (const auto* text : {"", "eur", "EU", "EURO", "E R", "€"}) EXPECT_FALSE(parse_currency(text)) << text;
}

TEST(Money, WritesAmountAndCurrency) {
  EXPECT_EQ(to_text(Money{*parse_decimal("150.50"), currency("EUR")}), "150.5 EUR");
  EXPECT_EQ(to_text(Money{Rational(1, 3), currency("USD")}), "1/3 USD");
}

TEST(Money, ConvertsWithoutRounding) {
  const Money limit{150, currency("EUR")};
  EXPECT_EQ(rates().convert(limit, currency("USD")), Rational(150 * 20, 17));
  EXPECT_EQ(rates().convert(limit, currency("CNY")), Rational(150 * 20, 17) * Rational(178, 25));
}

TEST(Money, ConvertsThereAndBackToTheSameAmount) {
  const Money one_cent{*parse_decimal("0.01"), currency("CNY")};
  const auto there = rates().convert(one_cent, currency("EUR"));
  ASSERT_TRUE(there);
  EXPECT_EQ(rates().convert({*there, currency("EUR")}, currency("CNY")), one_cent.amount);
}

TEST(Money, NeedsARateForBothCurrencies) {
  EXPECT_EQ(rates().convert({1, currency("KZT")}, currency("USD")), std::nullopt);
  EXPECT_EQ(rates().convert({1, currency("USD")}, currency("KZT")), std::nullopt);
  EXPECT_EQ(rates().convert({5, currency("KZT")}, currency("KZT")), Rational(5));
}

}  // namespace
}  // namespace isonomy::base
