// SPDX-License-Identifier: Apache-2.0
#include "base/duration.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>

namespace isonomy::base {
namespace {

constexpr std::int64_t months_per_cycle = 4800;
constexpr std::int64_t days_per_cycle = 146097;

// Days before each month of one 400-year cycle; entry 4800 closes it.
std::array<std::int64_t, months_per_cycle + 1> month_starts() {
  std::array<std::int64_t, months_per_cycle + 1> starts{};
  using namespace std::chrono;
  const auto origin = sys_days{year{2000} / 1 / 1};
  for (std::int64_t i = 0; i <= months_per_cycle; ++i) {
    const auto first = year{2000} / January / 1 + months{i};
    starts[static_cast<std::size_t>(i)] = (sys_days{first} - origin).count();
  }
  return starts;
}

HourRange hours_of_months(std::int64_t count) {
  static const auto starts = month_starts();
  const auto cycles = count / months_per_cycle;
  const auto rest = count % months_per_cycle;
  std::int64_t least = INT64_MAX;
  std::int64_t most = 0;
  for (std::int64_t from = 0; from < months_per_cycle; ++from) {
    const auto to = from + rest;
    const auto wrapped = to > months_per_cycle;
    const auto end = starts[static_cast<std::size_t>(wrapped ? to - months_per_cycle : to)] + (wrapped ? days_per_cycle : 0);
    const auto length = end - starts[static_cast<std::size_t>(from)];
    least = std::min(least, length);
    most = std::max(most, length);
  }
  return {(least + cycles * days_per_cycle) * 24, (most + cycles * days_per_cycle) * 24};
}

std::string_view unit_name(TimeUnit unit) {
  constexpr std::array<std::string_view, 5> names{"hour", "day", "business day", "month", "year"};
  return names[static_cast<std::size_t>(unit)];
}

}  // namespace

HourRange hours_of(Duration d) {
  switch (d.unit) {
    case TimeUnit::hours: return {d.amount, d.amount};
    case TimeUnit::days: return {d.amount * 24, d.amount * 24};
    case TimeUnit::business_days:
      if (d.amount == 0) return {0, 0};
      return {d.amount * 24, std::nullopt};
    case TimeUnit::months: return hours_of_months(d.amount);
    case TimeUnit::years: return hours_of_months(d.amount * 12);
  }
  return {};
}

Order compare(Duration a, Duration b) {
  const bool months_a = a.unit == TimeUnit::months || a.unit == TimeUnit::years;
  const bool months_b = b.unit == TimeUnit::months || b.unit == TimeUnit::years;
  const auto in_months = [](Duration d) { return d.unit == TimeUnit::years ? d.amount * 12 : d.amount; };
  const auto order = [](std::int64_t x, std::int64_t y) { return x < y ? Order::less : x > y ? Order::greater : Order::equal; };
  if (months_a && months_b) return order(in_months(a), in_months(b));
  if (a.unit == b.unit) return order(a.amount, b.amount);
  const auto left = hours_of(a);
  const auto right = hours_of(b);
  if (left.most && *left.most < right.least) return Order::less;
  if (right.most && *right.most < left.least) return Order::greater;
  const bool fixed = left.most == left.least && right.most == right.least;
  return fixed && left.least == right.least ? Order::equal : Order::unknown;
}

std::optional<bool> at_most(Duration a, Duration b) {
  const auto order = compare(a, b);
  if (order == Order::less || order == Order::equal) return true;
  if (order == Order::greater) return false;
  const auto left = hours_of(a);
  if (left.most && *left.most <= hours_of(b).least) return true;
  return std::nullopt;
}

std::string to_text(Duration d) { return fmt::format("{} {}{}", d.amount, unit_name(d.unit), d.amount == 1 ? "" : "s"); }

}  // namespace isonomy::base
