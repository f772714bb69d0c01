// SPDX-License-Identifier: Apache-2.0
#include "decision/conditions.h"

#include <algorithm>

#include "base/limits.h"
#include "source/codes.h"

namespace isonomy::decision {
namespace {

using model::FactId;
using model::Kind;
using model::Relation;
using model::Scalar;

using ConditionKind = model::Condition::Kind;
using Cubes = std::vector<Cube>;

Cubes everything() { return {Cube{}}; }

void add(Cubes& to, Cube cube) {
  if (std::any_of(to.begin(), to.end(), [&](const Cube& known) { return contains(known, cube); })) return;
  std::erase_if(to, [&](const Cube& known) { return contains(cube, known); });
  to.push_back(std::move(cube));
}

Cubes unite(Cubes a, const Cubes& b) {
  for (const auto& cube : b) add(a, cube);
  return a;
}

bool negative(Relation relation) {
  return relation == Relation::not_equal || relation == Relation::not_in || relation == Relation::shares_nothing;
}

class TestCompiler {
 public:
  TestCompiler(const model::Library& library, const Space& space, const Seat& seat, const model::Test& test)
      : library_{library}, space_{space}, seat_{seat}, test_{test}, fact_{std::get<FactId>(test.left)} {}

  Cubes compile(Reading reading, bool negated) const {
    const auto& type = library_.facts[fact_].type;
    if (type.set) return set_fact(negated);
    if (type.kind == Kind::jurisdiction) return jurisdictions(negated != negative(test_.relation));
    const auto axis = *space_.find(fact_);
    if (space_[axis].ordered()) return ordered(axis, reading, negated);
    return listed(axis, negated);
  }

 private:
  Cubes ordered(AxisIndex axis, Reading reading, bool negated) const {
    const auto cells = space_.cells(library_, axis, test_);
    if (!cells) return reading == Reading::possibly ? everything() : Cubes{};
    // "Not equal" is already read as what lies around the value.
    const bool outside = negated != (test_.relation == Relation::not_in);
    return on_axis(space_, axis, outside ? space_[axis].all() - *cells : *cells);
  }

  Cubes listed(AxisIndex axis, bool negated) const {
    const auto& values = space_[axis].values;
    std::vector<Interval> parts;
    for (const auto& item : test_.constants)
      for (Cell i = 0; i < values.size(); ++i)
        if (holds(item, values[i])) parts.push_back({i, i + 1});
    const auto cells = IntervalSet::of(std::move(parts));
    const bool outside = negated != (test_.relation == Relation::not_in || test_.relation == Relation::not_equal);
    return on_axis(space_, axis, outside ? space_[axis].all() - cells : cells);
  }

  bool holds(const model::Item& item, const Scalar& value) const {
    const auto& from = std::get<Scalar>(item.from);
    const auto order = model::order(value, from, library_.rates);
    switch (test_.relation) {
      case Relation::less: return order == base::Order::less;
      case Relation::less_equal: return order == base::Order::less || order == base::Order::equal;
      case Relation::greater: return order == base::Order::greater;
      case Relation::greater_equal: return order == base::Order::greater || order == base::Order::equal;
      default: break;
    }
    if (!item.to) return order == base::Order::equal;
    return order != base::Order::less && model::order(value, *item.to, library_.rates) != base::Order::greater;
  }

  // --- places: who is a member depends on the day ---------------------------------------------

  bool names(const model::Item& item, model::JurisdictionId id, base::Date day) const {
    if (const auto* bloc = std::get_if<model::BlocId>(&item.from)) {
      const auto periods = library_.memberships(*bloc, id);
      return std::any_of(periods.begin(), periods.end(), [&](model::Period p) { return p.holds(day); });
    }
    const auto* other = std::get_if<model::JurisdictionId>(&std::get<Scalar>(item.from));
    if (other == nullptr) return false;
    if (test_.relation == Relation::equal || test_.relation == Relation::not_equal) return *other == id;
    const auto line = library_.lineage(id);
    return std::find(line.begin(), line.end(), *other) != line.end();
  }

  bool named(const Scalar& place, base::Date day) const {
    const auto* id = std::get_if<model::JurisdictionId>(&place);
    return std::any_of(test_.constants.begin(), test_.constants.end(), [&](const model::Item& item) {
      if (id != nullptr) return names(item, *id, day);
      const auto* scalar = std::get_if<Scalar>(&item.from);
      return scalar != nullptr && std::holds_alternative<model::Elsewhere>(*scalar);
    });
  }

  // The first days of the stretches within which no membership named here changes.
  std::vector<base::Date> turning_days() const {
    std::vector<base::Date> days{base::first_date()};
    for (const auto& item : test_.constants)
      if (const auto* bloc = std::get_if<model::BlocId>(&item.from))
        for (const auto& membership : library_.blocs[*bloc].members) {
          days.push_back(membership.period.from);
          if (membership.period.through != base::last_date()) days.push_back({membership.period.through.days + 1});
        }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
  }

  // Groups consecutive stretches with the same answer, so that the date is named only where it matters.
  template <class Answer, class Emit>
  void by_day(Answer answer, Emit emit) const {
    const auto days = turning_days();
    for (std::size_t i = 0; i < days.size();) {
      const auto here = answer(days[i]);
      std::size_t next = i + 1;
      while (next < days.size() && answer(days[next]) == here) ++next;
      const auto last = next < days.size() ? base::Date{days[next].days - 1} : base::last_date();
      emit(here, model::Period{days[i], last});
      i = next;
    }
  }

  Cubes during(const Cubes& cubes, model::Period period) const { return product(cubes, on_axis(space_, space_.on(), space_.days(period))); }

  Cubes jurisdictions(bool negated) const {
    Cubes out;
    const bool built_in = fact_.index < model::built_in_facts;
    const auto place = built_in ? place_of(library_, seat_, static_cast<model::BuiltIn>(fact_.index)) : Place{fact_};
    if (const auto* fact = std::get_if<FactId>(&place)) {
      const auto axis = *space_.find(*fact);
      const auto answer = [&](base::Date day) { return cells_named(axis, day, negated); };
      by_day(answer, [&](const IntervalSet& cells, model::Period period) {
        for (auto& cube : during(on_axis(space_, axis, cells), period)) out.push_back(std::move(cube));
      });
      return out;
    }
    const Scalar known =
        std::holds_alternative<model::Elsewhere>(place) ? Scalar{model::Elsewhere{}} : Scalar{std::get<model::JurisdictionId>(place)};
    by_day([&](base::Date day) { return named(known, day) != negated; },
           [&](bool holds, model::Period period) {
             if (holds)
               for (auto& cube : during(everything(), period)) out.push_back(std::move(cube));
           });
    return out;
  }

  IntervalSet cells_named(AxisIndex axis, base::Date day, bool negated) const {
    std::vector<Interval> parts;
    const auto& values = space_[axis].values;
    for (Cell i = 0; i < values.size(); ++i)
      if (named(values[i], day) != negated) parts.push_back({i, i + 1});
    return IntervalSet::of(std::move(parts));
  }

  // --- set facts: one yes/no axis per element ---------------------------------------------------

  Cube element(std::uint32_t index, bool present) const {
    Cube out;
    out.set(*space_.find(fact_, index), present ? IntervalSet{1, 2} : IntervalSet{0, 1});
    return out;
  }

  bool mentions(std::uint32_t index) const {
    return std::any_of(test_.constants.begin(), test_.constants.end(),
                       [&](const model::Item& item) { return std::get<model::Enumerator>(std::get<Scalar>(item.from)).index == index; });
  }

  // Every listed element is as wanted: one cube; its negation: one cube per element.
  Cubes elements(bool all_elements, bool present, bool negated) const {
    const auto& of = library_.enumerations[library_.facts[fact_].type.enumeration];
    Cubes one = everything();
    Cubes none;
    for (std::uint32_t i = 0; i < of.values.size(); ++i) {
      const bool listed_here = mentions(i);
      if (!listed_here && !all_elements) continue;
      const bool wanted = listed_here == present;
      one = product(one, {element(i, wanted)});
      none.push_back(element(i, !wanted));
    }
    return negated ? none : one;
  }

  Cubes set_fact(bool negated) const {
    switch (test_.relation) {
      case Relation::includes_all: return elements(false, true, negated);
      case Relation::shares_nothing: return elements(false, false, negated);
      case Relation::includes_any: return elements(false, false, !negated);
      case Relation::not_equal: return elements(true, true, !negated);
      default: return elements(true, true, negated);
    }
  }

  const model::Library& library_;
  const Space& space_;
  const Seat& seat_;
  const model::Test& test_;
  FactId fact_;
};

}  // namespace

std::vector<Cube> on_axis(const Space& space, AxisIndex axis, const IntervalSet& cells) {
  if (cells.empty()) return {};
  if (cells == space[axis].all()) return everything();
  Cube out;
  out.set(axis, cells);
  return {out};
}

std::vector<Cube> product(const std::vector<Cube>& a, const std::vector<Cube>& b) {
  Cubes out;
  for (const auto& left : a)
    for (const auto& right : b)
      if (auto common = intersect(left, right)) add(out, std::move(*common));
  if (out.size() > base::limits::condition_cubes)
    throw TooLarge{source::Code::condition_too_large, "a condition expands to too many cases"};
  return out;
}

std::vector<Cube> cubes_of(const model::Library& library, const Space& space, const Seat& seat, const model::Test& test, Reading reading,
                           bool negated) {
  return TestCompiler{library, space, seat, test}.compile(reading, negated);
}

ConditionCubes::ConditionCubes(const model::Library& library, const Space& space, const Seat& seat)
    : library_{library}, space_{space}, seat_{seat} {}

std::vector<Cube> ConditionCubes::of(const model::Test& test, Reading reading, bool negated) {
  const auto number = space_.number(test);
  if (!number) return cubes_of(library_, space_, seat_, test, reading, negated);
  const auto key = std::size_t{*number} * 4 + (reading == Reading::surely ? 2U : 0U) + (negated ? 1U : 0U);
  if (const auto it = known_.find(key); it != known_.end()) return it->second;
  return known_.emplace(key, cubes_of(library_, space_, seat_, test, reading, negated)).first->second;
}

std::vector<Cube> ConditionCubes::of(const model::Condition& condition, Reading reading, bool negated) {
  if (condition.kind == ConditionKind::always) return negated ? Cubes{} : everything();
  if (condition.kind == ConditionKind::test) return of(condition.test, reading, negated);
  if (condition.kind == ConditionKind::negation) return of(condition.parts[0], reading, !negated);
  const bool conjunction = (condition.kind == ConditionKind::all) != negated;
  auto out = of(condition.parts[0], reading, negated);
  for (std::size_t i = 1; i < condition.parts.size(); ++i) {
    const auto cubes = of(condition.parts[i], reading, negated);
    out = conjunction ? product(out, cubes) : unite(std::move(out), cubes);
  }
  return out;
}

std::vector<Cube> cubes_of(const model::Library& library, const Space& space, const Seat& seat, const model::Condition& condition,
                           Reading reading, bool negated) {
  return ConditionCubes{library, space, seat}.of(condition, reading, negated);
}

bool in_doubt(const model::Library& library, const Space& space, const model::Condition& condition) {
  if (condition.kind != ConditionKind::test)
    return std::any_of(condition.parts.begin(), condition.parts.end(), [&](const auto& part) { return in_doubt(library, space, part); });
  const auto fact = std::get<FactId>(condition.test.left);
  if (library.facts[fact].type.kind != Kind::money) return false;
  return !space.cells(library, *space.find(fact), condition.test);
}

}  // namespace isonomy::decision
