// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace isonomy::base {

/// A calendar day, counted from 1970-01-01 in the proleptic Gregorian calendar; range 0001-01-01 to 9999-12-31.
struct Date {
  std::int32_t days = 0;

  friend constexpr auto operator<=>(const Date&, const Date&) = default;
};

/// The first and the last day that can be written.
Date first_date();
Date last_date();

/// Reads "2026-07-01"; nothing for another shape or a day that does not exist.
std::optional<Date> parse_date(std::string_view text);

/// The day as "2026-07-01".
std::string to_text(Date date);

/// Today by the machine's clock, UTC.
Date today();

}  // namespace isonomy::base
