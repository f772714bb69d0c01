// SPDX-License-Identifier: Apache-2.0
#include "analysis/plain_case.h"

#include <algorithm>

#include "analysis/case.h"

namespace isonomy::analysis {
namespace {

using decision::Seat;
using decision::State;
using model::Relation;
using model::Truth;

std::optional<model::Value> single_value(const model::Library& library, const model::Test& test) {
  const auto& type = library.facts[std::get<model::FactId>(test.left)].type;
  if (test.relation != Relation::equal || test.all) return std::nullopt;
  if (!type.set) {
    const auto* scalar =
        test.constants.size() == 1 && !test.constants[0].to ? std::get_if<model::Scalar>(&test.constants[0].from) : nullptr;
    return scalar == nullptr ? std::nullopt : std::optional<model::Value>{*scalar};
  }
  model::SetOf out;
  for (const auto& item : test.constants) out.items.push_back(std::get<model::Scalar>(item.from));
  return out;
}

// One box, so that leaving the fact open is a question and not a mistake.
bool one_range(const model::Test& test) {
  const bool bound = test.relation >= Relation::less && test.relation <= Relation::greater_equal;
  return bound || (test.relation == Relation::in && test.constants.size() == 1);
}

bool within(const std::vector<model::Period>& periods, base::Date day) {
  return std::any_of(periods.begin(), periods.end(), [&](model::Period period) { return period.holds(day); });
}

}  // namespace

PlainCase::PlainCase(const model::Library& library, const std::vector<model::JurisdictionId>& stops, const std::vector<model::Test>& facts)
    : library_{library}, stops_{stops}, seats_{seats_along(library, stops)} {
  std::vector<model::FactId> seen;
  for (const auto& fact : facts) {
    const auto id = std::get<model::FactId>(fact.left);
    if (std::find(seen.begin(), seen.end(), id) != seen.end()) plain_ = false;
    seen.push_back(id);
    if (auto value = single_value(library, fact)) facts_.emplace(id, std::move(*value));
    else if (!one_range(fact)) plain_ = false;
  }
  plain_ = plain_ && facts_.contains(model::fact_id(model::BuiltIn::on));
}

// The judge takes a fact that is left out as unknown. Its verdict stands for every value of the fact if the measure is surely asked, and
// each rule that made it surely applies.
std::optional<decision::reference::Verdict> PlainCase::decide(const Seat& seat, model::MeasureId measure) const {
  if (!plain_) return std::nullopt;
  const auto& asked_when = library_.measures[measure].asked_when;
  const auto asked = decision::reference::holds(library_, seat, asked_when, facts_);
  if (asked == Truth::unknown) return std::nullopt;
  auto out = decision::reference::decide(library_, seat, measure, facts_);
  for (const auto rule : out.rules)
    if (decision::reference::holds(library_, seat, library_.rules[rule].when, facts_) != Truth::yes) return std::nullopt;
  return out;
}

Seat PlainCase::seat_for(const Seat& seat, model::MeasureRef ref, model::JurisdictionId carrier) const {
  const auto& measure = library_.measures[ref.measure];
  if (ref.place == model::Place::carrier) return {carrier, measure.flow, model::End::carrier, stops_.front(), stops_.back()};
  const bool same = library_.flows[measure.flow].outward == library_.flows[seat.flow].outward;
  const bool sender = (ref.place == model::Place::sender) == same;
  return decision::seat_at(library_, measure.flow, sender ? model::End::sender : model::End::receiver, stops_.front(), stops_.back());
}

std::optional<Truth> PlainCase::truth(const model::Test& test, const Seat& seat, model::JurisdictionId carrier) const {
  const auto* left = std::get_if<model::MeasureRef>(&test.left);
  if (left == nullptr) {
    const auto holds = decision::reference::holds(library_, seat, {model::Condition::Kind::test, test, {}}, facts_);
    return holds == Truth::unknown ? std::nullopt : std::optional{holds};
  }
  const auto mine = decide(seat_for(seat, *left, carrier), left->measure);
  if (!mine || mine->conflict) return std::nullopt;
  if (!test.right) return decision::truth_of(library_, mine->outcome, test);
  const auto theirs = decide(seat_for(seat, *test.right, carrier), test.right->measure);
  if (!theirs || theirs->conflict) return std::nullopt;
  return decision::truth_of(library_, mine->outcome, test.relation, theirs->outcome);
}

std::optional<Truth> PlainCase::truth(const model::Condition& condition, const Seat& seat, model::JurisdictionId carrier) const {
  using Kind = model::Condition::Kind;
  if (condition.kind == Kind::always) return Truth::yes;
  if (condition.kind == Kind::test) return truth(condition.test, seat, carrier);
  std::optional<Truth> out;
  for (const auto& part : condition.parts) {
    const auto next = truth(part, seat, carrier);
    if (!next) return std::nullopt;
    if (condition.kind == Kind::negation) return negate(*next);
    out = !out ? *next : condition.kind == Kind::all ? both(*out, *next) : either(*out, *next);
  }
  return out;
}

std::optional<Truth> PlainCase::clash(model::ClashId id) const {
  const auto& clash = library_.clashes[id];
  const auto seat = decision::seat_at(library_, clash.flow, model::End::sender, stops_.front(), stops_.back());
  if (!looks_at_carrier(clash.when)) return truth(clash.when, seat, {});
  auto out = Truth::no;
  if (library_.flows[clash.flow].has_carriers)
    for (std::size_t i = 1; i + 1 < stops_.size(); ++i) {
      const auto one = truth(clash.when, seat, stops_[i]);
      if (!one) return std::nullopt;
      out = either(out, *one);
    }
  return out;
}

std::optional<Truth> PlainCase::gap(model::CommitmentId id) const {
  if (!plain_) return std::nullopt;
  const auto& commitment = library_.commitments[id];
  const auto day = std::get<base::Date>(std::get<model::Scalar>(facts_.at(model::fact_id(model::BuiltIn::on))));
  auto out = Truth::no;
  for (const auto& seat : seats_) {
    if (!decision::asked_at(library_.measures[std::get<model::MeasureRef>(commitment.bound.left).measure], seat)) continue;
    const auto one = gap(commitment, seat, day);
    if (!one) return std::nullopt;
    out = either(out, *one);
  }
  return out;
}

std::optional<Truth> PlainCase::gap(const model::Commitment& commitment, const Seat& seat, base::Date day) const {
  const auto other = seat.self == seat.origin ? seat.destination : seat.origin;
  if (!commitment.period.holds(day) || !within(library_.memberships(commitment.bloc, seat.self), day)) return Truth::no;
  if (commitment.between_members && !within(library_.memberships(commitment.bloc, other), day)) return Truth::no;
  const auto line = library_.lineage(seat.self);
  for (const auto& one : commitment.except)
    if (one.period.holds(day) && std::find(line.begin(), line.end(), one.member) != line.end()) return Truth::no;
  const auto binds = decision::reference::holds(library_, seat, commitment.when, facts_);
  if (binds == Truth::unknown) return std::nullopt;
  if (binds == Truth::no) return Truth::no;
  const auto verdict = decide(seat, std::get<model::MeasureRef>(commitment.bound.left).measure);
  if (!verdict || verdict->conflict) return std::nullopt;
  return negate(decision::kept(library_, verdict->outcome, commitment.bound));
}

}  // namespace isonomy::analysis
