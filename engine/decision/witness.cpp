// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "decision/cover.h"
#include "decision/numbers.h"

namespace isonomy::decision {
namespace {

using base::Rational;
using model::Kind;

// The shortest code that begins at this ten-digit number and ends before the limit.
model::HsCode code_at(std::int64_t number, std::int64_t limit) {
  model::HsCode code{number, 10};
  while (code.digits > 2 && code.number % 100 == 0) {
    const model::HsCode shorter{code.number / 100, code.digits - 2};
    if (shorter.last() > limit) break;
    code = shorter;
  }
  return code;
}

model::Scalar whole_value(Kind kind, std::int64_t value, const Cut* high) {
  if (kind == Kind::date) return base::Date{static_cast<std::int32_t>(value)};
  if (kind == Kind::hs) return code_at(value, high == nullptr ? hs_end : integer(high->boundary.at));
  return model::Count{value};
}

model::Scalar dense_value(const Axis& axis, Rational value) {
  if (axis.kind == Kind::rate) return model::Rate{std::move(value)};
  if (axis.kind == Kind::mass) return model::Mass{std::move(value)};
  constexpr base::Currency fallback{{'U', 'S', 'D'}};
  return base::Money{std::move(value), axis.currency.value_or(fallback)};
}

constexpr std::int64_t first_chapter = 100'000'000;  // HS numbers begin at chapter 01

std::int64_t whole_in(const Axis& axis, const Cut* low, const Cut* high) {
  if (low != nullptr) return integer(low->boundary.at);
  if (axis.kind == Kind::hs) return high != nullptr && high->boundary.at <= first_chapter ? 0 : first_chapter;
  if (high != nullptr) return integer(high->boundary.at) - 1;
  return axis.kind == Kind::date ? base::parse_date("2026-01-01")->days : 1;
}

// A converted amount has no end of decimals, and could not be stated again.
Rational whole_cents_below(const Rational& at) {
  const Rational cents = at * 100;
  auto whole = numerator(cents) / denominator(cents);
  if (cents == whole) --whole;
  return {whole, 100};
}

Rational dense_in(const Axis& axis, const Cut* low, const Cut* high) {
  if (high != nullptr && high->boundary.after) return high->boundary.at;
  if (low != nullptr && !low->boundary.after) return low->boundary.at;
  const Rational from = low == nullptr ? Rational{0} : low->boundary.at;
  if (high == nullptr) return base::shortest_between(from, from + 1, axis.kind == Kind::money ? 2 : 1);
  const auto just_below = whole_cents_below(high->boundary.at);
  return just_below > from ? just_below : base::shortest_between(from, high->boundary.at, 2);
}

}  // namespace

model::Scalar value_in(const Axis& axis, Cell cell) {
  if (!axis.ordered()) return axis.values[cell];
  const auto* low = cell == 0 ? nullptr : &axis.cuts[cell - 1];
  const auto* high = cell == axis.cuts.size() ? nullptr : &axis.cuts[cell];
  if (whole_numbers(axis.kind)) return whole_value(axis.kind, whole_in(axis, low, high), high);
  const bool drawn = low != nullptr && high != nullptr && low->boundary.at == high->boundary.at;
  if (drawn) return low->constant;
  if (high != nullptr && high->boundary.after && axis.kind == Kind::money) return high->constant;
  if (low != nullptr && !low->boundary.after && axis.kind == Kind::money) return low->constant;
  return dense_value(axis, dense_in(axis, low, high));
}

Transaction transaction_at(const model::Library& library, const Space& space, const Point& point) {
  Transaction out;
  for (AxisIndex axis = 0; axis < space.axes().size(); ++axis) {
    const auto& of = space[axis];
    if (!of.element) {
      out[of.fact] = value_in(of, point[axis]);
      continue;
    }
    auto& value = out[of.fact];
    if (!std::holds_alternative<model::SetOf>(value)) value = model::SetOf{};
    if (point[axis] == 1)
      std::get<model::SetOf>(value).items.emplace_back(model::Enumerator{library.facts[of.fact].type.enumeration, *of.element});
  }
  return out;
}

}  // namespace isonomy::decision
