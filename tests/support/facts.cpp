// SPDX-License-Identifier: Apache-2.0
#include "support/facts.h"

namespace isonomy::test {

base::Date some_day() { return *base::parse_date("2026-01-01"); }

model::Test on_some_day() {
  return {model::fact_id(model::BuiltIn::on), model::Relation::equal, {{model::Scalar{some_day()}, {}}}, false, {}, {}};
}

model::Scalar euros(int amount) { return base::Money{amount, *base::parse_currency("EUR")}; }

decision::Transaction worth(const model::Library& library, int amount) {
  return {{library.fact_names.at("value"), euros(amount)}, {model::fact_id(model::BuiltIn::on), model::Scalar{some_day()}}};
}

}  // namespace isonomy::test
