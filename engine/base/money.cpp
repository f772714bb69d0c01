// SPDX-License-Identifier: Apache-2.0
#include "base/money.h"

#include <algorithm>

namespace isonomy::base {

std::optional<Currency> parse_currency(std::string_view text) {
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (text.size() != 3 || !std::all_of(text.begin(), text.end(), capital)) return std::nullopt;
  return Currency{{text[0], text[1], text[2]}};
}

std::string to_text(const Money& money) { return to_text(money.amount) + " " + std::string{money.currency.text()}; }

std::optional<Rational> RateTable::convert(const Money& money, Currency target) const {
  if (money.currency == target) return money.amount;
  const auto from = units_per_base.find(money.currency);
  const auto to = units_per_base.find(target);
  if (from == units_per_base.end() || to == units_per_base.end()) return std::nullopt;
  return Rational{money.amount * to->second / from->second};
}

}  // namespace isonomy::base
