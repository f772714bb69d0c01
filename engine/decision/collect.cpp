// SPDX-License-Identifier: Apache-2.0
#include "decision/collect.h"

#include <algorithm>

#include "decision/decision.h"

namespace isonomy::decision {
namespace {

void add_asked(const model::Library& library, const model::Condition& condition, std::vector<model::MeasureId>& out) {
  const auto add = [&](model::MeasureRef ref) {
    if (std::find(out.begin(), out.end(), ref.measure) != out.end()) return;
    out.push_back(ref.measure);
    add_asked(library, library.measures[ref.measure].asked_when, out);
  };
  if (condition.kind == model::Condition::Kind::test) {
    if (const auto* left = std::get_if<model::MeasureRef>(&condition.test.left)) add(*left);
    if (condition.test.right) add(*condition.test.right);
  }
  for (const auto& part : condition.parts) add_asked(library, part, out);
}

}  // namespace

std::vector<model::MeasureId> with_asked_when(const model::Library& library, model::MeasureId measure) {
  std::vector<model::MeasureId> out{measure};
  add_asked(library, library.measures[measure].asked_when, out);
  return out;
}

void collect_rules(const model::Library& library, const Seat& seat, model::MeasureId measure, SpaceBuilder& builder) {
  for (const auto& binding : binding_rules(library, seat.self, measure)) {
    const auto& rule = library.rules[binding.rule];
    builder.add(rule.when);
    builder.add(rule.period);
    for (const auto suspended : rule.suspended) builder.add(suspended);
    for (const auto period : binding.periods()) builder.add(period);
  }
  builder.add(library.measures[measure].asked_when);
}

void collect_measure(const model::Library& library, const Seat& seat, model::MeasureId measure, SpaceBuilder& builder) {
  for (const auto each : with_asked_when(library, measure)) collect_rules(library, seat, each, builder);
}

void collect_open_ends(const Seat& seat, SpaceBuilder& builder) {
  if (!seat.origin.valid()) builder.add_place(model::fact_id(model::BuiltIn::origin));
  if (!seat.destination.valid()) builder.add_place(model::fact_id(model::BuiltIn::destination));
}

}  // namespace isonomy::decision
