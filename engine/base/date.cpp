// SPDX-License-Identifier: Apache-2.0
#include "base/date.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

namespace isonomy::base {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

Date from_civil(year_month_day civil) { return Date{static_cast<std::int32_t>(sys_days{civil}.time_since_epoch().count())}; }

std::optional<int> digits(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text.front() == '-') return std::nullopt;
  return value;
}

}  // namespace

Date first_date() { return from_civil(std::chrono::year{1} / 1 / 1); }
Date last_date() { return from_civil(std::chrono::year{9999} / 12 / 31); }

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day || *year == 0) return std::nullopt;
  const year_month_day civil{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                             std::chrono::day{static_cast<unsigned>(*day)}};
  if (!civil.ok()) return std::nullopt;
  return from_civil(civil);
}

std::string to_text(Date date) {
  const year_month_day civil{sys_days{std::chrono::days{date.days}}};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(civil.year()), static_cast<unsigned>(civil.month()),
                     static_cast<unsigned>(civil.day()));
}

Date today() {
  const auto now = std::chrono::time_point_cast<std::chrono::days>(std::chrono::system_clock::now());
  return Date{static_cast<std::int32_t>(now.time_since_epoch().count())};
}

}  // namespace isonomy::base
