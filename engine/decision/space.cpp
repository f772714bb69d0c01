// SPDX-License-Identifier: Apache-2.0
#include "decision/space.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace isonomy::decision {
namespace {

using model::FactId;
using model::Kind;
using model::Scalar;

// The first and the last boundary of a kind's domain; no upper one where amounts grow without end.
Boundary domain_start(Kind kind) {
  if (kind == Kind::date) return {base::first_date().days, false};
  return {0, false};
}

std::optional<Boundary> domain_end(Kind kind) {
  if (kind == Kind::date) return Boundary{base::last_date().days + 1, false};
  if (kind == Kind::hs) return Boundary{10'000'000'000, false};
  return std::nullopt;
}

bool inside(const Boundary& boundary, Kind kind) {
  const auto end = domain_end(kind);
  return domain_start(kind) < boundary && (!end || boundary < *end);
}

// Of two sums that draw one boundary, the one in the axis's currency names it, else the first by currency.
bool names_better(const Cut& a, const Cut& b, const std::optional<base::Currency>& currency) {
  const auto* mine = std::get_if<base::Money>(&a.constant);
  const auto* other = std::get_if<base::Money>(&b.constant);
  if (mine == nullptr || other == nullptr) return false;
  return std::pair{mine->currency != currency, mine->currency} < std::pair{other->currency != currency, other->currency};
}

void sort_cuts(std::vector<Cut>& cuts, Kind kind, const std::optional<base::Currency>& currency) {
  std::erase_if(cuts, [&](const Cut& cut) { return !inside(cut.boundary, kind); });
  std::stable_sort(cuts.begin(), cuts.end(), [&](const Cut& a, const Cut& b) {
    return a.boundary == b.boundary ? names_better(a, b, currency) : a.boundary < b.boundary;
  });
  const auto same = [](const Cut& a, const Cut& b) { return a.boundary == b.boundary; };
  cuts.erase(std::unique(cuts.begin(), cuts.end(), same), cuts.end());
}

// Every currency that has a rate or is a jurisdiction's.
std::set<base::Currency> usual_currencies(const model::Library& library) {
  std::set<base::Currency> found;
  for (const auto& [currency, rate] : library.rates.units_per_base) found.insert(currency);
  for (const auto& jurisdiction : library.jurisdictions)
    if (jurisdiction.currency) found.insert(*jurisdiction.currency);
  return found;
}

std::vector<Cell> jurisdictions_by_name(const model::Library& library) {
  std::vector<Cell> out(library.jurisdictions.size());
  std::iota(out.begin(), out.end(), 0U);
  const auto name = [&](Cell cell) -> const std::string& { return library.jurisdictions[model::JurisdictionId{cell}].name; };
  std::sort(out.begin(), out.end(), [&](Cell a, Cell b) { return name(a) < name(b); });
  return out;
}

void visit_facts(const model::Condition& condition, SpaceBuilder& builder) {
  if (condition.kind == model::Condition::Kind::test) builder.add(condition.test);
  for (const auto& part : condition.parts) visit_facts(part, builder);
}

}  // namespace

IntervalSet Axis::ranked(const IntervalSet& ranks) const {
  if (by_name.empty()) return ranks;
  std::vector<Interval> out;
  for (const auto part : ranks.parts())
    for (Cell rank = part.low; rank < part.high; ++rank) out.push_back({by_name[rank], by_name[rank] + 1});
  return IntervalSet::of(std::move(out));
}

IntervalSet Axis::ranks(const IntervalSet& cells) const {
  if (by_name.empty()) return cells;
  std::vector<Interval> out;
  for (Cell rank = 0; rank < by_name.size(); ++rank)
    if (cells.contains(by_name[rank])) out.push_back({rank, rank + 1});
  return IntervalSet::of(std::move(out));
}

std::optional<AxisIndex> Space::find(FactId fact, std::optional<std::uint32_t> element) const {
  const auto it = index_.find({fact, element});
  return it == index_.end() ? std::nullopt : std::optional{it->second};
}

IntervalSet Space::cells(AxisIndex axis, const Stretch& stretch) const {
  const auto& of = axes_[axis];
  // The first cell beyond the boundary; every boundary inside the domain was drawn as a cut.
  const auto cell = [&](const Boundary& boundary) {
    const auto at =
        std::upper_bound(of.cuts.begin(), of.cuts.end(), boundary, [](const Boundary& b, const Cut& c) { return b < c.boundary; });
    const auto end = domain_end(of.kind);
    return end && !(boundary < *end) ? of.size() : static_cast<Cell>(at - of.cuts.begin());
  };
  const auto start = domain_start(of.kind);
  const Cell low = stretch.from && start < stretch.from->boundary ? cell(stretch.from->boundary) : 0;
  const Cell high = stretch.to ? (start < stretch.to->boundary ? cell(stretch.to->boundary) : 0) : of.size();
  return {low, high};
}

std::optional<IntervalSet> Space::cells(const model::Library& library, AxisIndex axis, const model::Test& test) const {
  if (const auto number = known_.find(test)) return cells_[*number];
  const auto found = stretches(library, test, axes_[axis].currency);
  if (!found) return std::nullopt;
  std::vector<Interval> parts;
  for (const auto& stretch : *found) {
    const auto part = cells(axis, stretch);
    parts.insert(parts.end(), part.parts().begin(), part.parts().end());
  }
  return IntervalSet::of(std::move(parts));
}

IntervalSet Space::days(model::Period period) const { return cells(on(), stretch_of(period)); }

std::vector<Cell> Space::sizes() const {
  std::vector<Cell> out;
  for (const auto& axis : axes_) out.push_back(axis.size());
  return out;
}

SpaceBuilder::SpaceBuilder(const model::Library& library) : library_{library} { tests_[model::fact_id(model::BuiltIn::on)]; }

void SpaceBuilder::add(const model::Condition& condition) { visit_facts(condition, *this); }

void SpaceBuilder::add(const model::Test& test) {
  const auto* fact = std::get_if<FactId>(&test.left);
  if (fact == nullptr) return;
  const auto number = known_.add(test);
  if (number < used_.size()) {
    ++used_[number].times;
    return;
  }
  used_.push_back({&test, 1});
  for (const auto& item : test.constants)
    if (const auto* bloc = std::get_if<model::BlocId>(&item.from))
      for (const auto& membership : library_.blocs[*bloc].members) add(membership.period);
  const bool place = fact->index > 0 && fact->index < model::built_in_facts;
  if (!place) tests_[*fact].push_back(number);
}

void SpaceBuilder::add(model::Period period) { periods_.push_back(period); }

void SpaceBuilder::add_place(FactId fact) { tests_[fact]; }

// Positions are counted in the currency most constants use, so that most of them stay short decimals; one without a rate only where no other is
// used, because nothing else could be compared with it.
std::optional<base::Currency> SpaceBuilder::usual_currency(const model::Library& library, const Tests& tests) {
  std::map<base::Currency, int> uses;
  for (const auto& [test, times] : tests)
    for (const auto& item : test->constants)
      if (const auto* scalar = std::get_if<Scalar>(&item.from))
        if (const auto* money = std::get_if<base::Money>(scalar)) uses[money->currency] += times;
  const auto weight = [&](const auto& use) { return std::pair{library.rates.units_per_base.contains(use.first), use.second}; };
  const auto best = std::max_element(uses.begin(), uses.end(), [&](const auto& a, const auto& b) { return weight(a) < weight(b); });
  return best == uses.end() ? std::nullopt : std::optional{best->first};
}

Axis SpaceBuilder::listed(FactId fact, const Tests& tests) const {
  const auto& type = library_.facts[fact].type;
  Axis out{fact, {}, type.kind, {}, {}, {}, {}};
  if (type.kind == Kind::flag) out.values = {false, true};
  if (type.kind == Kind::currency) {
    auto found = usual_currencies(library_);
    for (const auto& [test, times] : tests)
      for (const auto& item : test->constants) found.insert(std::get<base::Currency>(std::get<Scalar>(item.from)));
    out.values = {found.begin(), found.end()};
  }
  if (type.kind == Kind::jurisdiction)
    for (const auto id : library_.jurisdictions.ids()) out.values.emplace_back(id);
  if (type.kind == Kind::jurisdiction) out.by_name = jurisdictions_by_name(library_);
  if (type.kind == Kind::jurisdiction && fact.index >= model::built_in_facts) {
    out.by_name.push_back(static_cast<Cell>(out.values.size()));
    out.values.emplace_back(model::Elsewhere{});
  }
  if (type.kind == Kind::enumeration)
    for (std::uint32_t i = 0; i < library_.enumerations[type.enumeration].values.size(); ++i)
      out.values.emplace_back(model::Enumerator{type.enumeration, i});
  return out;
}

Axis SpaceBuilder::ordered(FactId fact, const Tests& tests) const {
  Axis out{fact, {}, library_.facts[fact].type.kind, {}, {}, usual_currency(library_, tests), {}};
  for (const auto& [test, times] : tests) {
    const auto found = stretches(library_, *test, out.currency);
    if (!found) continue;
    for (const auto& stretch : *found) {
      if (stretch.from) out.cuts.push_back(*stretch.from);
      if (stretch.to) out.cuts.push_back(*stretch.to);
    }
  }
  if (fact == model::fact_id(model::BuiltIn::on))
    for (const auto& period : periods_) {
      const auto stretch = stretch_of(period);
      if (stretch.from) out.cuts.push_back(*stretch.from);
      if (stretch.to) out.cuts.push_back(*stretch.to);
    }
  sort_cuts(out.cuts, out.kind, out.currency);
  return out;
}

std::vector<AxisIndex> SpaceBuilder::sorted_by_name(const Space& space) const {
  std::vector<AxisIndex> out(space.axes().size());
  std::iota(out.begin(), out.end(), 0U);
  const auto named =
      std::partition_point(out.begin(), out.end(), [&](AxisIndex axis) { return space[axis].fact.index < model::built_in_facts; });
  std::stable_sort(named, out.end(),
                   [&](AxisIndex a, AxisIndex b) { return library_.facts[space[a].fact].name < library_.facts[space[b].fact].name; });
  return out;
}

void SpaceBuilder::add_axes(Space& space, FactId fact) const {
  const auto add = [&](Axis axis) {
    space.index_.emplace(std::pair{axis.fact, axis.element}, static_cast<AxisIndex>(space.axes_.size()));
    space.axes_.push_back(std::move(axis));
  };
  const auto& type = library_.facts[fact].type;
  if (type.set) {
    const auto elements = library_.enumerations[type.enumeration].values.size();
    for (std::uint32_t i = 0; i < elements; ++i) add({fact, i, Kind::flag, {}, {false, true}, {}, {}});
    return;
  }
  Tests tests;
  for (const auto number : tests_.at(fact)) tests.push_back(used_[number]);
  const bool has_order = type.kind == Kind::count || type.kind == Kind::rate || type.kind == Kind::money || type.kind == Kind::mass ||
                         type.kind == Kind::date || type.kind == Kind::hs;
  add(has_order ? ordered(fact, tests) : listed(fact, tests));
}

Space SpaceBuilder::build() {
  Space space;
  for (const auto& [fact, tests] : tests_) add_axes(space, fact);
  space.by_name_ = sorted_by_name(space);
  std::vector<std::optional<IntervalSet>> cells(used_.size());
  for (std::uint32_t axis = 0; axis < space.axes_.size(); ++axis)
    if (space[axis].ordered())
      for (const auto number : tests_.at(space[axis].fact)) cells[number] = space.cells(library_, axis, *used_[number].test);
  space.known_ = std::move(known_);
  space.cells_ = std::move(cells);
  return space;
}

}  // namespace isonomy::decision
