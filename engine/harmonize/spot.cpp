// SPDX-License-Identifier: Apache-2.0
#include "harmonize/spot.h"

#include <algorithm>

#include "decision/reference.h"

namespace isonomy::harmonize {

using decision::Outcome;
using decision::Seat;
using decision::State;
using model::Assignment;
using model::Condition;
using model::Truth;

void Spot::look(const Seat& seat, model::MeasureId measure) {
  const auto [it, is_new] = nodes_.emplace(std::pair{seat, measure}, Node{});
  if (!is_new) return;
  const auto standing = decision::reference::standing(library_, seat, measure, facts_);
  it->second.doubtful = standing.doubtful;
  if (!standing.doubtful)
    for (const auto rule : standing.rules) it->second.standing.push_back(changes_.variable(rule, measure));
  for (const auto one : it->second.standing)
    if (std::find(variables_.begin(), variables_.end(), one) == variables_.end()) variables_.push_back(one);
  look(seat, library_.measures[measure].asked_when);
}

void Spot::look(const Seat& seat, const Condition& asked_when) {
  if (asked_when.kind == Condition::Kind::test)
    if (const auto* ref = std::get_if<model::MeasureRef>(&asked_when.test.left)) look(seat, ref->measure);
  for (const auto& part : asked_when.parts) look(seat, part);
}

namespace {

template <class OfTest>
Truth combined(const Condition& condition, const OfTest& of_test) {
  using Kind = Condition::Kind;
  if (condition.kind == Kind::always) return Truth::yes;
  if (condition.kind == Kind::test) return of_test(condition);
  if (condition.kind == Kind::negation) return model::negate(combined(condition.parts[0], of_test));
  auto out = condition.kind == Kind::all ? Truth::yes : Truth::no;
  for (const auto& part : condition.parts) {
    const auto one = combined(part, of_test);
    out = condition.kind == Kind::all ? model::both(out, one) : model::either(out, one);
  }
  return out;
}

}  // namespace

Truth Spot::asked(const Seat& seat, const Condition& asked_when, const Labels& labels, bool& agree) const {
  return combined(asked_when, [&](const Condition& one) {
    if (const auto* ref = std::get_if<model::MeasureRef>(&one.test.left))
      return decision::truth_of(library_, outcome(seat, ref->measure, labels, agree), one.test);
    return decision::reference::holds(library_, seat, one, facts_);
  });
}

Truth Spot::truth(const Condition& condition, const SeatOf& seat_of, const Labels& labels, bool& agree) const {
  return combined(condition, [&](const Condition& one) {
    const auto& left = std::get<model::MeasureRef>(one.test.left);
    const auto answer = outcome(seat_of(left), left.measure, labels, agree);
    if (!one.test.right) return decision::truth_of(library_, answer, one.test);
    return decision::truth_of(library_, answer, one.test.relation,
                              outcome(seat_of(*one.test.right), one.test.right->measure, labels, agree));
  });
}

Outcome Spot::outcome(const Seat& seat, model::MeasureId measure, const Labels& labels, bool& agree) const {
  const auto& asked_of = library_.measures[measure];
  if (asked(seat, asked_of.asked_when, labels, agree) == Truth::no) return {State::not_applicable, {}};
  return said(nodes_.at({seat, measure}), asked_of.type.set, labels, agree);
}

Outcome Spot::said(const Node& node, bool set, const Labels& labels, bool& agree) const {
  if (node.doubtful) return {};
  std::vector<const Assignment*> valued;
  bool silent = false;
  for (const auto one : node.standing) {
    const auto& answer = changes_.option(one, labels[one]);
    if (answer.kind == Assignment::Kind::unknown) return {};
    if (answer.kind == Assignment::Kind::silent) silent = true;
    else valued.push_back(&answer);
  }
  if (valued.empty()) return {silent ? State::silent : State::unknown, {}};
  return together(valued, set, agree);
}

Outcome Spot::together(const std::vector<const Assignment*>& valued, bool set, bool& agree) const {
  for (const auto* one : valued)
    for (const auto* other : valued) {
      const bool exact = !set || one->kind == Assignment::Kind::equals;
      const bool same = set ? other->kind == Assignment::Kind::equals && other->value == one->value
                            : model::equal(one->value, other->value, library_.rates) == Truth::yes;
      if (exact && one != other && !same) agree = false;
    }
  if (!set) return {State::decided, valued[0]->value};
  model::SetOf all;
  for (const auto* one : valued) {
    const auto& part = std::get<model::SetOf>(one->value);
    all.all = all.all || part.all;
    for (const auto& item : part.items)
      if (std::find(all.items.begin(), all.items.end(), item) == all.items.end()) all.items.push_back(item);
  }
  if (all.all) all.items.clear();
  std::sort(all.items.begin(), all.items.end(), [&](const auto& a, const auto& b) {
    const auto* first = std::get_if<model::Enumerator>(&a);
    const auto* second = std::get_if<model::Enumerator>(&b);
    if (first != nullptr && second != nullptr) return first->index < second->index;
    return model::to_text(a, library_) < model::to_text(b, library_);
  });
  return {State::decided, std::move(all)};
}

}  // namespace isonomy::harmonize
