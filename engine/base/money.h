// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <compare>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/rational.h"

namespace isonomy::base {

/// A currency by its ISO 4217 letters.
struct Currency {
  std::array<char, 3> letters{};

  std::string_view text() const { return {letters.data(), letters.size()}; }
  friend constexpr auto operator<=>(const Currency&, const Currency&) = default;
};

/// Three capitals; nothing for any other text.
std::optional<Currency> parse_currency(std::string_view text);

/// An exact amount, in major units (euros, not cents).
struct Money {
  Rational amount;
  Currency currency;

  friend bool operator==(const Money& a, const Money& b) { return a.currency == b.currency && same(a.amount, b.amount); }
};

std::string to_text(const Money& money);

/// Exchange rates of one day: how many units of each currency buy one unit of the base.
struct RateTable {
  Date date;
  std::map<Currency, Rational> units_per_base;
  std::string origin;

  /// The amount in `target`, never rounded; nothing if either currency has no rate (unless they are the same).
  std::optional<Rational> convert(const Money& money, Currency target) const;
};

}  // namespace isonomy::base
