// SPDX-License-Identifier: Apache-2.0
#include "decision/answers.h"

#include <algorithm>

namespace isonomy::decision {
namespace {

std::pair<std::uint32_t, std::string> sort_key(const model::Scalar& scalar, const model::Library& library) {
  if (const auto* enumerator = std::get_if<model::Enumerator>(&scalar)) return {enumerator->index, {}};
  return {0, to_text(scalar, library)};
}

}  // namespace

std::size_t Answers::number(const model::Value& value) {
  const auto* scalar = std::get_if<model::Scalar>(&value);
  if (scalar == nullptr) return number_of_text(value);
  const auto it = scalars_.find(*scalar);
  return it != scalars_.end() ? it->second : scalars_.emplace(*scalar, number_of_text(value)).first->second;
}

std::size_t Answers::number_of_text(const model::Value& value) {
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

void add_to(model::SetOf& sum, const model::SetOf& added, const model::Library& library) {
  sum.all = sum.all || added.all;
  const auto before = [&](const auto& a, const auto& b) { return sort_key(a, library) < sort_key(b, library); };
  for (const auto& item : added.items) {
    const auto at = std::lower_bound(sum.items.begin(), sum.items.end(), item, before);
    if (at == sum.items.end() || !(*at == item)) sum.items.insert(at, item);
  }
  if (sum.all) sum.items.clear();
}

}  // namespace isonomy::decision
