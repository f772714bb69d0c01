// SPDX-License-Identifier: Apache-2.0
#include "model/value.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "model/library.h"
#include "source/codes.h"

namespace isonomy::model {
namespace {

using base::Order;

template <class T>
Order order_of(const T& a, const T& b) {
  return a < b ? Order::less : b < a ? Order::greater : Order::equal;
}

Order money_order(const base::Money& a, const base::Money& b, const base::RateTable& rates) {
  const auto converted = rates.convert(a, b.currency);
  return converted ? order_of(*converted, b.amount) : Order::unknown;
}

std::int64_t power_of_ten(int exponent) {
  std::int64_t out = 1;
  while (exponent-- > 0) out *= 10;
  return out;
}

Truth as_truth(bool known) { return known ? Truth::yes : Truth::no; }

bool holds(const SetOf& set, const Scalar& item) {
  return set.all || std::find(set.items.begin(), set.items.end(), item) != set.items.end();
}

struct OrderVisitor {
  const base::RateTable& rates;

  Order operator()(const base::Money& a, const base::Money& b) const { return money_order(a, b, rates); }
  Order operator()(const MoneyPerKilogram& a, const MoneyPerKilogram& b) const { return money_order(a.money, b.money, rates); }
  Order operator()(const base::Duration& a, const base::Duration& b) const { return compare(a, b); }
  Order operator()(Count a, Count b) const { return order_of(a.number, b.number); }
  Order operator()(const Rate& a, const Rate& b) const { return order_of(a.value, b.value); }
  Order operator()(const Mass& a, const Mass& b) const { return order_of(a.kilograms, b.kilograms); }
  Order operator()(base::Date a, base::Date b) const { return order_of(a, b); }
  Order operator()(HsCode a, HsCode b) const { return order_of(a.first(), b.first()); }
  Order operator()(Enumerator a, Enumerator b) const { return order_of(a.index, b.index); }
  Order operator()(bool a, bool b) const { return order_of(a, b); }
  Order operator()(JurisdictionId a, JurisdictionId b) const { return order_of(a, b); }
  Order operator()(base::Currency a, base::Currency b) const { return order_of(a, b); }
  Order operator()(Unlimited, Unlimited) const { return Order::equal; }
  Order operator()(Elsewhere, Elsewhere) const { return Order::equal; }
  template <class A, class B>
  Order operator()(const A&, const B&) const {
    if constexpr (std::is_same_v<A, Unlimited>) return Order::greater;
    if constexpr (std::is_same_v<B, Unlimited>) return Order::less;
    return Order::unknown;
  }
};

struct TextVisitor {
  const Library& library;

  std::string operator()(Unlimited) const { return "unlimited"; }
  std::string operator()(bool yes) const { return yes ? "yes" : "no"; }
  std::string operator()(Count count) const { return std::to_string(count.number); }
  std::string operator()(const Rate& rate) const {
    const auto percent = base::to_text(base::Rational{rate.value * 100});
    return percent.find('/') == std::string::npos ? percent + "%" : base::to_text(rate.value);
  }
  std::string operator()(const base::Money& money) const { return base::to_text(money); }
  std::string operator()(const MoneyPerKilogram& money) const { return base::to_text(money.money) + " per kg"; }
  std::string operator()(const Mass& mass) const { return base::to_text(mass.kilograms) + " kg"; }
  std::string operator()(const base::Duration& duration) const { return base::to_text(duration); }
  std::string operator()(base::Date date) const { return base::to_text(date); }
  std::string operator()(HsCode code) const { return to_text(code); }
  std::string operator()(JurisdictionId id) const { return library.jurisdictions[id].name; }
  std::string operator()(Elsewhere) const { return "none"; }
  std::string operator()(base::Currency currency) const { return std::string{currency.text()}; }
  std::string operator()(Enumerator e) const { return library.enumerations[e.of].values[e.index]; }
};

}  // namespace

std::int64_t HsCode::first() const { return number * power_of_ten(10 - digits); }
std::int64_t HsCode::last() const { return (number + 1) * power_of_ten(10 - digits); }

Truth both(Truth a, Truth b) {
  if (a == Truth::no || b == Truth::no) return Truth::no;
  return a == Truth::yes && b == Truth::yes ? Truth::yes : Truth::unknown;
}

Truth either(Truth a, Truth b) { return negate(both(negate(a), negate(b))); }

Truth negate(Truth a) { return a == Truth::unknown ? a : a == Truth::yes ? Truth::no : Truth::yes; }

base::Order order(const Scalar& a, const Scalar& b, const base::RateTable& rates) { return std::visit(OrderVisitor{rates}, a, b); }

Truth at_most(const Scalar& a, const Scalar& b, const base::RateTable& rates) {
  const auto* left = std::get_if<base::Duration>(&a);
  const auto* right = std::get_if<base::Duration>(&b);
  if (left != nullptr && right != nullptr) {
    const auto known = base::at_most(*left, *right);
    return known ? as_truth(*known) : Truth::unknown;
  }
  const auto found = order(a, b, rates);
  return found == base::Order::unknown ? Truth::unknown : as_truth(found != base::Order::greater);
}

Truth equal(const Value& a, const Value& b, const base::RateTable& rates) {
  const auto* left = std::get_if<Scalar>(&a);
  const auto* right = std::get_if<Scalar>(&b);
  if (left == nullptr || right == nullptr) return as_truth(a == b);
  const auto found = order(*left, *right, rates);
  return found == base::Order::unknown ? Truth::unknown : as_truth(found == base::Order::equal);
}

Truth shares_nothing(const SetOf& a, const SetOf& b) {
  if (a.all) return as_truth(!b.all && b.items.empty());
  return as_truth(std::none_of(a.items.begin(), a.items.end(), [&](const Scalar& item) { return holds(b, item); }));
}

Truth includes_all(const SetOf& a, const SetOf& b) {
  if (b.all) return as_truth(a.all);
  return as_truth(std::all_of(b.items.begin(), b.items.end(), [&](const Scalar& item) { return holds(a, item); }));
}

std::string to_text(HsCode code) { return fmt::format("{:0{}}", code.number, code.digits); }

std::string to_text(const Scalar& value, const Library& library) { return std::visit(TextVisitor{library}, value); }

std::string to_text(const Value& value, const Library& library) {
  if (const auto* scalar = std::get_if<Scalar>(&value)) return to_text(*scalar, library);
  const auto& set = std::get<SetOf>(value);
  if (set.all) return "all";
  std::vector<std::string> items;
  for (const auto& item : set.items) items.push_back(to_text(item, library));
  return fmt::format("{{{}}}", fmt::join(items, ", "));
}

std::string to_text(const Type& type, const Library& library) {
  constexpr std::array<std::string_view, 11> names{"yes/no",   "count", "rate", "money",        "money per kg", "mass",
                                                   "duration", "date",  "hs",   "jurisdiction", "currency"};
  const std::string one = type.kind == Kind::enumeration ? library.enumerations[type.enumeration].name
                                                         : std::string{names[static_cast<std::size_t>(type.kind)]};
  return type.set ? "set of " + one : one;
}

}  // namespace isonomy::model
