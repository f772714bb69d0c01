// SPDX-License-Identifier: Apache-2.0
#include "decision/answers.h"

namespace isonomy::decision {

std::size_t Answers::number(const model::Value& value) {
  const auto text = key(value);
  if (const auto it = known_.find(text); it != known_.end()) return it->second;
  return known_.emplace(text, known_.size()).first->second;
}

std::string Answers::key(const model::Value& value) {
  const auto* scalar = std::get_if<model::Scalar>(&value);
  if (scalar == nullptr) return to_text(value, library_);
  if (const auto* money = std::get_if<base::Money>(scalar)) return key(*money);
  if (const auto* rate = std::get_if<model::MoneyPerKilogram>(scalar)) return key(rate->money) + " per kg";
  if (std::holds_alternative<base::Duration>(*scalar)) {
    for (const auto& known : durations_)
      if (equal(value, known, library_.rates) == model::Truth::yes) return to_text(known, library_);
    durations_.push_back(value);
  }
  return to_text(*scalar, library_);
}

// All amounts in the currency of the first; those without a rate stand for themselves.
std::string Answers::key(const base::Money& money) {
  if (!currency_) currency_ = money.currency;
  if (money.currency == *currency_) return base::to_text(money);
  const auto amount = library_.rates.convert(money, *currency_);
  return base::to_text(amount ? base::Money{*amount, *currency_} : money);
}

}  // namespace isonomy::decision
