// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "decision/space.h"

namespace isonomy::decision {
namespace {

using model::Relation;
using model::Scalar;

/// Where a constant begins and ends on its axis; an HS code has a width, other constants are points.
struct Extent {
  Boundary before;
  Boundary after;
};

struct Positioner {
  const model::Library& library;
  std::optional<base::Currency> currency;

  std::optional<Extent> operator()(model::Count count) const { return whole(count.number, count.number + 1); }
  std::optional<Extent> operator()(base::Date date) const { return whole(date.days, date.days + 1); }
  std::optional<Extent> operator()(model::HsCode code) const { return whole(code.first(), code.last()); }
  std::optional<Extent> operator()(const model::Rate& rate) const { return dense(rate.value); }
  std::optional<Extent> operator()(const model::Mass& mass) const { return dense(mass.kilograms); }
  std::optional<Extent> operator()(const base::Money& money) const {
    const auto amount = currency ? library.rates.convert(money, *currency) : std::nullopt;
    return amount ? dense(*amount) : std::nullopt;
  }
  template <class Other>
  std::optional<Extent> operator()(const Other& /*value*/) const {
    return std::nullopt;
  }

  static std::optional<Extent> whole(std::int64_t first, std::int64_t next) { return Extent{{first, false}, {next, false}}; }
  static std::optional<Extent> dense(const base::Rational& at) { return Extent{{at, false}, {at, true}}; }
};

std::vector<Stretch> complement(const std::vector<Stretch>& one) {
  std::vector<Stretch> out;
  if (one[0].from) out.push_back({std::nullopt, one[0].from});
  if (one[0].to) out.push_back({one[0].to, std::nullopt});
  return out;
}

// Nothing is above `unlimited`.
std::vector<Stretch> against_unlimited(Relation relation) {
  const bool below = relation == Relation::less || relation == Relation::less_equal || relation == Relation::not_equal;
  return below ? std::vector<Stretch>{Stretch{}} : std::vector<Stretch>{};
}

std::vector<Stretch> compared(Relation relation, const Cut& before, const Cut& after) {
  switch (relation) {
    case Relation::less: return {{std::nullopt, before}};
    case Relation::less_equal: return {{std::nullopt, after}};
    case Relation::greater: return {{after, std::nullopt}};
    case Relation::greater_equal: return {{before, std::nullopt}};
    case Relation::not_equal: return complement({{before, after}});
    default: return {{before, after}};
  }
}

}  // namespace

std::optional<std::vector<Stretch>> stretches(const model::Library& library, const model::Test& test,
                                              std::optional<base::Currency> currency) {
  const Positioner position{library, currency};
  const bool membership = test.relation == Relation::in || test.relation == Relation::not_in;
  std::vector<Stretch> out;
  for (const auto& item : test.constants) {
    const auto& low = std::get<Scalar>(item.from);
    const auto& high = item.to ? *item.to : low;
    if (std::holds_alternative<model::Unlimited>(high)) {
      if (!membership) return against_unlimited(test.relation);
      if (!item.to) continue;
    }
    const auto from = std::visit(position, low);
    const auto to = std::visit(position, high);
    if (!from || (!to && !std::holds_alternative<model::Unlimited>(high))) return std::nullopt;
    if (!to) out.push_back({Cut{from->before, low}, std::nullopt});
    else if (membership) out.push_back({Cut{from->before, low}, Cut{to->after, high}});
    else return compared(test.relation, Cut{from->before, low}, Cut{from->after, low});
  }
  return out;
}

Stretch stretch_of(model::Period period) {
  Stretch out;
  if (period.from != base::first_date()) out.from = Cut{{period.from.days, false}, period.from};
  if (period.through != base::last_date()) out.to = Cut{{period.through.days + 1, false}, base::Date{period.through.days + 1}};
  return out;
}

}  // namespace isonomy::decision
