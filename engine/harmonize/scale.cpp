// SPDX-License-Identifier: Apache-2.0
#include "harmonize/scale.h"

#include <algorithm>

namespace isonomy::harmonize {
namespace {

using base::Rational;
using decision::State;
using model::Scalar;
using model::SetOf;

// A mean Gregorian year has 365.2425 days; five of seven days are business days.
Rational mean_hours(base::Duration duration) {
  Rational amount{duration.amount};
  switch (duration.unit) {
    case base::TimeUnit::hours: return amount;
    case base::TimeUnit::days: return amount * 24;
    case base::TimeUnit::business_days: return amount * 24 * 7 / 5;
    case base::TimeUnit::months: return amount * 24 * Rational{3652425, 120000};
    default: return amount * 24 * Rational{3652425, 10000};
  }
}

// The share of the union that only one of them has; a metric (Jaccard distance).
Rational apart(const SetOf& a, const SetOf& b) {
  if (a.all || b.all) return a.all == b.all ? 0 : 1;
  const auto common = std::count_if(a.items.begin(), a.items.end(),
                                    [&](const Scalar& item) { return std::find(b.items.begin(), b.items.end(), item) != b.items.end(); });
  const auto together = static_cast<std::ptrdiff_t>(a.items.size() + b.items.size()) - common;
  return together == 0 ? Rational{0} : Rational{together - common, together};
}

}  // namespace

Scale::Scale(const model::Library& library, model::MeasureId measure) : library_{library}, measure_{measure} { collect(); }

void Scale::collect() {
  const auto& type = library_.measures[measure_].type;
  if (type.set && type.kind == model::Kind::enumeration) elements_ = library_.enumerations[type.enumeration].values.size();
  if (type.set) return;
  for (const auto& rule : library_.rules) {
    const auto* assignment = rule.assignment(measure_);
    if (assignment == nullptr || assignment->kind != model::Assignment::Kind::equals) continue;
    const auto& value = std::get<Scalar>(assignment->value);
    if (const auto* money = std::get_if<base::Money>(&value); money != nullptr && !currency_) currency_ = money->currency;
    if (const auto* rate = std::get_if<model::MoneyPerKilogram>(&value); rate != nullptr && !currency_) currency_ = rate->money.currency;
    unlimited_ = unlimited_ || std::holds_alternative<model::Unlimited>(value);
    const auto at = number(value);
    if (at && (!least_ || *at < *least_)) least_ = at;
    if (at && (!greatest_ || *at > *greatest_)) greatest_ = at;
  }
}

std::optional<Rational> Scale::number(const Scalar& value) const {
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? 1 : 0;
  if (const auto* count = std::get_if<model::Count>(&value)) return count->number;
  if (const auto* rate = std::get_if<model::Rate>(&value)) return rate->value;
  if (const auto* mass = std::get_if<model::Mass>(&value)) return mass->kilograms;
  if (const auto* duration = std::get_if<base::Duration>(&value)) return mean_hours(*duration);
  if (const auto* date = std::get_if<base::Date>(&value)) return date->days;
  const auto* money = std::get_if<base::Money>(&value);
  if (const auto* rate = std::get_if<model::MoneyPerKilogram>(&value)) money = &rate->money;
  if (money != nullptr && currency_) return library_.rates.convert(*money, *currency_);
  return std::nullopt;
}

std::optional<Rational> Scale::position(const Scalar& value) const {
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? 1 : 0;
  if (const auto* one = std::get_if<model::Enumerator>(&value)) {
    const auto& of = library_.enumerations[one->of];
    if (!of.ordered) return std::nullopt;
    return of.values.size() < 2 ? Rational{0} : Rational{one->index, of.values.size() - 1};
  }
  if (std::holds_alternative<model::Unlimited>(value)) return 1;
  const auto at = number(value);
  if (!at || !least_) return std::nullopt;
  const Rational range = *greatest_ - *least_;
  if (range == 0) return 0;
  return std::clamp<Rational>((*at - *least_) / range, 0, 1) / (unlimited_ ? 2 : 1);
}

std::optional<Difference> Scale::difference(const decision::Outcome& a, const decision::Outcome& b) const {
  if (!known(a) || !known(b)) return std::nullopt;
  if (a.state != b.state) return Difference{1, 1};
  if (a.state == State::not_applicable) return Difference{0, 0};
  const auto same = model::equal(a.value, b.value, library_.rates);
  if (same == model::Truth::unknown) return std::nullopt;
  if (same == model::Truth::yes) return Difference{0, 0};
  if (const auto* set = std::get_if<SetOf>(&a.value)) return Difference{1, apart(*set, std::get<SetOf>(b.value))};
  const auto from = position(std::get<Scalar>(a.value));
  const auto to = position(std::get<Scalar>(b.value));
  if (!from || !to) return Difference{1, 1};
  return Difference{1, *from < *to ? Rational{*to - *from} : Rational{*from - *to}};
}

Rational Scale::share(const SetOf& set) const {
  if (set.all) return 1;
  if (elements_ == 0) return set.items.empty() ? 0 : Rational{1, 2};
  return Rational{set.items.size(), elements_};
}

std::optional<Rational> Scale::restrictiveness(const decision::Outcome& outcome) const {
  const auto direction = library_.measures[measure_].direction;
  if (direction == model::Direction::neutral || outcome.state != State::decided) return std::nullopt;
  const auto* set = std::get_if<SetOf>(&outcome.value);
  const auto open = set != nullptr ? std::optional{share(*set)} : position(std::get<Scalar>(outcome.value));
  if (!open) return std::nullopt;
  return direction == model::Direction::higher ? Rational{1 - *open} : *open;
}

}  // namespace isonomy::harmonize
