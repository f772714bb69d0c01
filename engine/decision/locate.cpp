// SPDX-License-Identifier: Apache-2.0
#include "decision/locate.h"

#include <algorithm>
#include <limits>

#include "decision/numbers.h"

namespace isonomy::decision {
namespace {

Interval one(Cell cell) { return {cell, cell + 1}; }

}  // namespace

Locator::Locator(const model::Library& library, const Space& space) : library_{library} {
  for (const auto& axis : space.axes()) {
    Keys keys{axis.fact, axis.element, axis.ordered(), axis.values, axis.currency, {}, {}, {}};
    for (const auto& [boundary, constant] : axis.cuts) {
      if (whole_numbers(axis.kind)) keys.whole.push_back(static_cast<std::int64_t>(numerator(boundary.at)));
      else if (const auto at = fraction(boundary.at)) keys.dense.push_back({at->above, at->below, boundary.after});
    }
    if (!whole_numbers(axis.kind) && keys.dense.size() != axis.cuts.size())
      for (const auto& cut : axis.cuts) keys.exact.push_back(cut.boundary);
    axes_.push_back(std::move(keys));
  }
}

std::size_t Locator::bytes() const {
  std::size_t out = axes_.size() * sizeof(Keys);
  for (const auto& keys : axes_)
    out += keys.whole.size() * sizeof(std::int64_t) + keys.dense.size() * sizeof(Fraction) + keys.exact.size() * sizeof(Boundary) +
           keys.values.size() * sizeof(model::Scalar);
  return out;
}

std::optional<Locator::Fraction> Locator::fraction(const base::Rational& value) {
  constexpr auto most = std::numeric_limits<std::int64_t>::max();
  if (numerator(value) > most || numerator(value) < -most || denominator(value) > most) return std::nullopt;
  return Fraction{static_cast<std::int64_t>(numerator(value)), static_cast<std::int64_t>(denominator(value)), false};
}

bool Locator::beyond(const Fraction& value, const Fraction& cut) {
  const auto left = Wide{value.above} * cut.below;
  const auto right = Wide{cut.above} * value.below;
  return left > right || (left == right && !cut.after);
}

std::optional<Interval> Locator::find(AxisIndex axis, const Transaction& facts) const {
  const auto& keys = axes_[axis];
  const auto it = facts.find(keys.fact);
  if (it == facts.end()) return std::nullopt;
  if (keys.element) {
    const auto& set = std::get<model::SetOf>(it->second);
    const bool present = set.all || std::any_of(set.items.begin(), set.items.end(), [&](const model::Scalar& item) {
                           return std::get<model::Enumerator>(item).index == *keys.element;
                         });
    return one(present ? 1 : 0);
  }
  const auto& value = std::get<model::Scalar>(it->second);
  return keys.ordered ? ordered(keys, value) : listed(keys, value);
}

bool Locator::comparable(AxisIndex axis, const Transaction& facts) const {
  const auto& currency = axes_[axis].currency;
  const auto it = facts.find(axes_[axis].fact);
  if (!currency || it == facts.end()) return true;
  const auto& sum = std::get<base::Money>(std::get<model::Scalar>(it->second));
  return sum.currency == *currency || library_.rates.convert(sum, *currency);
}

std::optional<Interval> Locator::listed(const Keys& keys, const model::Scalar& value) const {
  if (const auto* place = std::get_if<model::JurisdictionId>(&value)) return one(place->index);
  if (const auto* flag = std::get_if<bool>(&value)) return one(*flag ? 1 : 0);
  if (const auto* enumerator = std::get_if<model::Enumerator>(&value)) return one(enumerator->index);
  const auto& values = keys.values;
  const auto at = std::find(values.begin(), values.end(), value);
  if (at == values.end()) return std::nullopt;
  return one(static_cast<Cell>(at - values.begin()));
}

std::optional<Interval> Locator::ordered(const Keys& keys, const model::Scalar& value) const {
  if (const auto* code = std::get_if<model::HsCode>(&value)) return whole(keys, code->first(), code->last() - 1);
  if (const auto* date = std::get_if<base::Date>(&value)) return whole(keys, date->days, date->days);
  if (const auto* count = std::get_if<model::Count>(&value)) return whole(keys, count->number, count->number);
  if (const auto* rate = std::get_if<model::Rate>(&value)) return amount(keys, rate->value);
  if (const auto* mass = std::get_if<model::Mass>(&value)) return amount(keys, mass->kilograms);
  if (const auto* sum = std::get_if<base::Money>(&value)) return money(keys, *sum);
  return std::nullopt;
}

Interval Locator::whole(const Keys& keys, std::int64_t first, std::int64_t last) {
  const auto cell = [&](std::int64_t number) {
    return static_cast<Cell>(std::upper_bound(keys.whole.begin(), keys.whole.end(), number) - keys.whole.begin());
  };
  const auto low = cell(first);
  return {low, (first == last ? low : cell(last)) + 1};
}

Interval Locator::amount(const Keys& keys, const base::Rational& value) {
  const auto first_beyond = [](const auto& cuts, auto past) {
    return one(static_cast<Cell>(std::partition_point(cuts.begin(), cuts.end(), past) - cuts.begin()));
  };
  if (const auto small = keys.exact.empty() ? fraction(value) : std::nullopt)
    return first_beyond(keys.dense, [&](const Fraction& cut) { return beyond(*small, cut); });
  if (!keys.exact.empty())
    return first_beyond(keys.exact, [&](const Boundary& cut) { return value > cut.at || (value == cut.at && !cut.after); });
  return first_beyond(keys.dense, [&](const Fraction& cut) {
    const base::Rational at{cut.above, cut.below};
    return value > at || (value == at && !cut.after);
  });
}

std::optional<Interval> Locator::money(const Keys& keys, const base::Money& value) const {
  if (!keys.currency) return one(0);
  if (value.currency == *keys.currency) return amount(keys, value.amount);
  const auto converted = library_.rates.convert(value, *keys.currency);
  return converted ? std::optional{amount(keys, *converted)} : std::nullopt;
}

}  // namespace isonomy::decision
