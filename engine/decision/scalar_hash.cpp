// SPDX-License-Identifier: Apache-2.0
#include "decision/scalar_hash.h"

namespace isonomy::decision {
namespace {

std::size_t lowest_digits(const base::Rational& value) {
  const auto& fraction = value.backend().data();
  return fraction.numerator().backend().limbs()[0] * 31 + fraction.denominator().backend().limbs()[0];
}

struct Visitor {
  std::size_t operator()(const model::HsCode& code) const {
    return static_cast<std::size_t>(code.number) * 11 + static_cast<std::size_t>(code.digits);
  }
  std::size_t operator()(const base::Money& money) const { return lowest_digits(money.amount); }
  std::size_t operator()(const model::MoneyPerKilogram& rate) const { return lowest_digits(rate.money.amount); }
  std::size_t operator()(const model::Rate& rate) const { return lowest_digits(rate.value); }
  std::size_t operator()(const model::Mass& mass) const { return lowest_digits(mass.kilograms); }
  std::size_t operator()(const model::Count& count) const { return static_cast<std::size_t>(count.number); }
  std::size_t operator()(const base::Duration& duration) const { return static_cast<std::size_t>(duration.amount); }
  std::size_t operator()(base::Date date) const { return static_cast<std::size_t>(date.days); }
  std::size_t operator()(model::JurisdictionId id) const { return id.index; }
  std::size_t operator()(const model::Enumerator& value) const { return value.index; }
  template <class Other>
  std::size_t operator()(const Other& /*value*/) const {
    return 0;
  }
};

}  // namespace

std::size_t ScalarHash::operator()(const model::Scalar& scalar) const { return std::visit(Visitor{}, scalar) * 16 + scalar.index(); }

}  // namespace isonomy::decision
