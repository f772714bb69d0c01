// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace isonomy::base {

enum class TimeUnit : std::uint8_t { hours, days, business_days, months, years };

/// A length of time as the law states it; the unit is kept, because 30 days are not one month.
struct Duration {
  std::int64_t amount = 0;
  TimeUnit unit = TimeUnit::hours;

  friend bool operator==(const Duration&, const Duration&) = default;
};

/// The shortest and longest reading of a duration, in hours, over every starting day of the 400-year calendar
/// cycle; `most` is absent where no calendar bounds it (business days). A day has 24 hours.
struct HourRange {
  std::int64_t least = 0;
  std::optional<std::int64_t> most;

  friend bool operator==(const HourRange&, const HourRange&) = default;
};

/// Cost: constant for hours and days; one pass over 4,800 months for months and years.
HourRange hours_of(Duration duration);

enum class Order : std::uint8_t { less, equal, greater, unknown };

/// How two durations compare in every reading of the calendar; `unknown` where readings disagree.
Order compare(Duration a, Duration b);

/// True only where `a <= b` in every reading; false only where `a > b` in every reading.
std::optional<bool> at_most(Duration a, Duration b);

/// "72 hours", "1 day", "3 business days".
std::string to_text(Duration duration);

}  // namespace isonomy::base
