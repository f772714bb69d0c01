// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "analysis/validation/conditions.h"
#include "analysis/validation/ground.h"
#include "source/codes.h"

namespace isonomy::analysis::validation {
namespace {

class Currencies {
 public:
  Currencies(const model::Library& library, source::Diagnostics& diagnostics) : library_{library}, diagnostics_{diagnostics} {}

  void check() {
    for (const auto& one : library_.jurisdictions)
      if (one.currency) check(*one.currency, one.span);
    each_test(library_, [&](const model::Test& test) {
      for (const auto& item : test.constants) {
        if (const auto* from = std::get_if<model::Scalar>(&item.from)) check(*from, test.span);
        if (item.to) check(*item.to, test.span);
      }
    });
    for (const auto& rule : library_.rules)
      for (const auto& one : rule.assignments)
        if (const auto* scalar = std::get_if<model::Scalar>(&one.value)) check(*scalar, one.span);
  }

 private:
  void check(const model::Scalar& scalar, source::Span span) {
    if (const auto* money = std::get_if<base::Money>(&scalar)) check(money->currency, span);
    if (const auto* money = std::get_if<model::MoneyPerKilogram>(&scalar)) check(money->money.currency, span);
    if (const auto* currency = std::get_if<base::Currency>(&scalar)) check(*currency, span);
  }

  void check(base::Currency currency, source::Span span) {
    if (library_.rates.units_per_base.contains(currency)) return;
    diagnostics_.add(source::Code::currency_without_rate, span,
                     fmt::format("`{}` has no exchange rate on {}, so its amounts compare with no other currency",
                                 model::to_text(model::Scalar{currency}, library_), base::to_text(library_.rates.date)),
                     "correct the currency, or add it to the table of rates");
  }

  const model::Library& library_;
  source::Diagnostics& diagnostics_;
};

}  // namespace

// W0809: currencies without an exchange rate, where there is a table of rates.
void currencies_without_rate(Ground& ground, source::Diagnostics& diagnostics) {
  if (!ground.library().rates.units_per_base.empty()) Currencies{ground.library(), diagnostics}.check();
}

}  // namespace isonomy::analysis::validation
