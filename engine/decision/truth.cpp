// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "decision/decision.h"

namespace isonomy::decision {
namespace {

using model::Relation;
using model::Scalar;
using model::SetOf;
using model::Truth;

Truth compare(const model::Library& library, const Scalar& left, Relation relation, const Scalar& right) {
  const auto& rates = library.rates;
  switch (relation) {
    case Relation::equal: return model::equal(left, right, rates);
    case Relation::not_equal: return negate(model::equal(left, right, rates));
    case Relation::less_equal: return at_most(left, right, rates);
    case Relation::greater: return negate(at_most(left, right, rates));
    case Relation::greater_equal: return at_most(right, left, rates);
    default: return negate(at_most(right, left, rates));
  }
}

Truth compare_sets(const SetOf& left, Relation relation, const SetOf& right) {
  switch (relation) {
    case Relation::equal: return left == right ? Truth::yes : Truth::no;
    case Relation::not_equal: return left == right ? Truth::no : Truth::yes;
    case Relation::shares_nothing: return shares_nothing(left, right);
    case Relation::includes_any: return negate(shares_nothing(left, right));
    default: return includes_all(left, right);
  }
}

SetOf set_of(const model::Test& test) {
  SetOf out{test.all, {}};
  if (test.all) return out;
  for (const auto& item : test.constants) out.items.push_back(std::get<Scalar>(item.from));
  return out;
}

// The order of a set's items says nothing.
bool same_items(const SetOf& a, const SetOf& b) { return includes_all(a, b) == Truth::yes && includes_all(b, a) == Truth::yes; }

Truth in_item(const model::Library& library, const Scalar& value, const model::Item& item) {
  const auto* from = std::get_if<Scalar>(&item.from);
  if (from == nullptr) return Truth::unknown;
  if (!item.to) return model::equal(value, *from, library.rates);
  return both(at_most(*from, value, library.rates), at_most(value, *item.to, library.rates));
}

Truth against_constants(const model::Library& library, const model::Value& value, const model::Test& test) {
  if (const auto* set = std::get_if<SetOf>(&value)) {
    const auto constants = set_of(test);
    if (test.relation == Relation::equal) return same_items(*set, constants) ? Truth::yes : Truth::no;
    if (test.relation == Relation::not_equal) return same_items(*set, constants) ? Truth::no : Truth::yes;
    return compare_sets(*set, test.relation, constants);
  }
  const auto& scalar = std::get<Scalar>(value);
  if (test.relation != Relation::in && test.relation != Relation::not_in)
    return compare(library, scalar, test.relation, std::get<Scalar>(test.constants[0].from));
  auto found = Truth::no;
  for (const auto& item : test.constants) found = either(found, in_item(library, scalar, item));
  return test.relation == Relation::in ? found : negate(found);
}

bool denies(Relation relation) {
  return relation == Relation::not_equal || relation == Relation::not_in || relation == Relation::shares_nothing;
}

Truth as_truth(bool known) { return known ? Truth::yes : Truth::no; }

Region& part(TruthRegions& regions, Truth truth) {
  return truth == Truth::yes ? regions.yes : truth == Truth::no ? regions.no : regions.unknown;
}

TruthRegions conjunction(const Coverage& coverage, const TruthRegions& a, const TruthRegions& b) {
  TruthRegions out;
  out.yes = intersect(a.yes, b.yes);
  out.no = unite(a.no, intersect(b.no, unite(a.yes, a.unknown)));
  out.unknown = unite(intersect(a.unknown, unite(b.yes, b.unknown)), intersect(a.yes, b.unknown));
  return {coverage.pruned(std::move(out.yes)), coverage.pruned(std::move(out.no)), coverage.pruned(std::move(out.unknown))};
}

TruthRegions negation(TruthRegions a) { return {std::move(a.no), std::move(a.yes), std::move(a.unknown)}; }

}  // namespace

model::Truth truth_of(const model::Library& library, const Outcome& outcome, const model::Test& test) {
  if (test.relation == Relation::is_silent) return as_truth((outcome.state == State::silent) != test.denied);
  if (test.relation == Relation::is_unknown) return as_truth((outcome.state == State::unknown) != test.denied);
  if (test.relation == Relation::is_not_applicable) return as_truth((outcome.state == State::not_applicable) != test.denied);
  if (outcome.state == State::not_applicable) return as_truth(denies(test.relation));
  if (outcome.state != State::decided) return Truth::unknown;
  return against_constants(library, outcome.value, test);
}

model::Truth kept(const model::Library& library, const Outcome& outcome, const model::Test& bound) {
  if (outcome.state == State::unknown) return Truth::unknown;
  if (outcome.state == State::not_applicable && bound.relation != Relation::is_not_applicable) return Truth::yes;
  return truth_of(library, outcome, bound);
}

model::Truth truth_of(const model::Library& library, const Outcome& left, Relation relation, const Outcome& right) {
  const auto open = [](const Outcome& outcome) { return outcome.state == State::silent || outcome.state == State::unknown; };
  if (open(left) || open(right)) return Truth::unknown;
  if (left.state == State::not_applicable || right.state == State::not_applicable) {
    const bool same = left.state == right.state;
    if (relation == Relation::equal || relation == Relation::less_equal || relation == Relation::greater_equal) return as_truth(same);
    return as_truth(relation == Relation::not_equal && !same);
  }
  if (const auto* set = std::get_if<SetOf>(&left.value)) return compare_sets(*set, relation, std::get<SetOf>(right.value));
  return compare(library, std::get<Scalar>(left.value), relation, std::get<Scalar>(right.value));
}

TruthRegions Compiler::truth(const model::Test& test, const Seat& seat, const SeatOf& seat_of) {
  TruthRegions out;
  if (std::holds_alternative<model::FactId>(test.left)) {
    const auto within = [&](Reading reading, bool negated) {
      return region_of(product({base_}, cubes_of(library_, space_, seat, test, reading, negated)));
    };
    out.yes = within(Reading::surely, false);
    out.no = within(Reading::surely, true);
    if (out.yes.empty() && out.no.empty()) out.unknown = {{base_, {}}};
    return out;
  }
  const auto left_ref = std::get<model::MeasureRef>(test.left);
  const auto& left = decide(seat_of(left_ref), left_ref.measure);
  if (!test.right) {
    for (const auto& piece : left.pieces) {
      auto& to = part(out, truth_of(library_, piece.outcome, test));
      to = unite(std::move(to), piece.region);
    }
    return out;
  }
  const auto& right = decide(seat_of(*test.right), test.right->measure);
  for (const auto& mine : left.pieces)
    for (const auto& theirs : right.pieces) {
      auto common = coverage_.pruned(intersect(mine.region, theirs.region));
      auto& to = part(out, truth_of(library_, mine.outcome, test.relation, theirs.outcome));
      to = unite(std::move(to), common);
    }
  return out;
}

TruthRegions Compiler::truth(const model::Condition& condition, const Seat& seat, const SeatOf& seat_of) {
  using Kind = model::Condition::Kind;
  if (condition.kind == Kind::always) return {{{base_, {}}}, {}, {}};
  if (condition.kind == Kind::test) return truth(condition.test, seat, seat_of);
  if (condition.kind == Kind::negation) return negation(truth(condition.parts[0], seat, seat_of));
  auto out = truth(condition.parts[0], seat, seat_of);
  const bool all = condition.kind == Kind::all;
  for (std::size_t i = 1; i < condition.parts.size(); ++i) {
    auto next = truth(condition.parts[i], seat, seat_of);
    out = all ? conjunction(coverage_, out, next) : negation(conjunction(coverage_, negation(std::move(out)), negation(std::move(next))));
  }
  return out;
}

}  // namespace isonomy::decision
