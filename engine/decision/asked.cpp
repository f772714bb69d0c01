// SPDX-License-Identifier: Apache-2.0
#include "decision/asked.h"

#include <algorithm>

#include "decision/collect.h"

namespace isonomy::decision {
namespace {

using model::Truth;
using ConditionKind = model::Condition::Kind;

std::uint32_t number(Truth truth) { return static_cast<std::uint32_t>(truth); }
Truth truth_of(std::uint32_t terminal) { return static_cast<Truth>(terminal); }

bool holds(const std::vector<Cube>& boxes, const Point& point) {
  return std::any_of(boxes.begin(), boxes.end(), [&](const Cube& box) { return contains(box, point); });
}

}  // namespace

// --- endings -----------------------------------------------------------------------------------------

std::uint32_t Endings::outcome_number(const Outcome& outcome) {
  const auto answer = outcome.state == State::decided ? answers_.number(outcome.value) : 0;
  const auto [it, fresh] = known_outcomes_.emplace(std::pair{outcome.state, answer}, static_cast<std::uint32_t>(outcomes_.size()));
  if (fresh) outcomes_.push_back(outcome);
  return it->second;
}

std::uint32_t Endings::number(const Ending& ending) {
  const auto outcome = outcome_number(ending.outcome);
  const auto [it, fresh] = known_.emplace(std::tuple{outcome, ending.rules, ending.conflict}, static_cast<std::uint32_t>(slim_.size()));
  if (!fresh) return it->second;
  slim_.push_back({outcome, static_cast<std::uint32_t>(rules_.size()), static_cast<std::uint32_t>(ending.rules.size()), ending.conflict});
  rules_.insert(rules_.end(), ending.rules.begin(), ending.rules.end());
  return it->second;
}

std::size_t Endings::bytes() const {
  return slim_.size() * sizeof(Slim) + outcomes_.size() * sizeof(Outcome) + rules_.size() * sizeof(model::RuleId);
}

void Endings::freeze() {
  known_.clear();
  known_outcomes_.clear();
  slim_.shrink_to_fit();
  outcomes_.shrink_to_fit();
  rules_.shrink_to_fit();
}

// --- what a measure rests on ---------------------------------------------------------------------------

AskedMeasures::AskedMeasures(const model::Library& library, const Space& space, KnownRules& rules, const Seat& seat,
                             model::MeasureId measure, View view)
    : library_{library}, space_{space}, seat_{seat}, measure_{measure}, view_{std::move(view)} {
  for (const auto each : with_asked_when(library, measure)) add(each, rules);
}

void AskedMeasures::add(model::MeasureId measure, KnownRules& rules) {
  rows_.emplace(measure, RuleRows{library_, rules, seat_, measure});
  add(library_.measures[measure].asked_when);
}

void AskedMeasures::add(const model::Condition& condition) {
  for (const auto& part : condition.parts) add(part);
  if (condition.kind != ConditionKind::test || !std::holds_alternative<model::FactId>(condition.test.left)) return;
  boxes_.emplace(&condition.test, Boxes{cubes_of(library_, space_, seat_, condition.test, Reading::surely, false),
                                        cubes_of(library_, space_, seat_, condition.test, Reading::surely, true)});
}

Ending AskedMeasures::at(const Point& point, model::MeasureId measure) const {
  if (truth(point, library_.measures[measure].asked_when) == Truth::no) return {{State::not_applicable, {}}, {}, false};
  const auto& rows = rows_.at(measure);
  std::vector<std::uint32_t> holding;
  for (std::uint32_t i = 0; i < rows.cubes().size(); ++i)
    if (contains(rows.cubes()[i], point)) holding.push_back(i);
  return rows.ending(holding);
}

Truth AskedMeasures::truth(const Point& point, const model::Test& test) const {
  if (const auto it = boxes_.find(&test); it != boxes_.end())
    return holds(it->second.yes, point) ? Truth::yes : holds(it->second.no, point) ? Truth::no : Truth::unknown;
  const auto left = at(point, std::get<model::MeasureRef>(test.left).measure).outcome;
  if (!test.right) return decision::truth_of(library_, left, test);
  return decision::truth_of(library_, left, test.relation, at(point, test.right->measure).outcome);
}

Truth AskedMeasures::truth(const Point& point, const model::Condition& condition) const {
  if (condition.kind == ConditionKind::always) return Truth::yes;
  if (condition.kind == ConditionKind::test) return truth(point, condition.test);
  if (condition.kind == ConditionKind::negation) return negate(truth(point, condition.parts[0]));
  const bool all = condition.kind == ConditionKind::all;
  auto out = all ? Truth::yes : Truth::no;
  for (const auto& part : condition.parts) out = all ? both(out, truth(point, part)) : either(out, truth(point, part));
  return out;
}

// --- the same as diagrams --------------------------------------------------------------------------------

std::optional<Diagram> AskedMeasures::diagram(Diagrams& store, const Boxes& boxes) const {
  auto all = boxes.yes;
  all.insert(all.end(), boxes.no.begin(), boxes.no.end());
  const auto terminal = [&](std::span<const std::uint32_t> holding) {
    if (holding.empty()) return number(Truth::unknown);
    return number(holding.front() < boxes.yes.size() ? Truth::yes : Truth::no);
  };
  return diagram(store, all, {terminal, [](auto&, const auto&) {}});
}

std::optional<Diagram> AskedMeasures::diagram(Diagrams& store, const std::vector<Cube>& boxes, const Meaning& meaning) const {
  if (!view_) return build(store, boxes, meaning);
  std::vector<Cube> seen(boxes.size());
  std::vector<std::uint32_t> open;
  for (std::uint32_t i = 0; i < boxes.size(); ++i) {
    auto one = view_(boxes[i]);
    if (!one) continue;
    seen[i] = std::move(*one);
    open.push_back(i);
  }
  return build(store, seen, meaning, std::move(open));
}

std::optional<Diagram> AskedMeasures::diagram(Diagrams& store, Endings& endings, const model::Test& test) const {
  if (const auto it = boxes_.find(&test); it != boxes_.end()) return diagram(store, it->second);
  const auto left = diagram(store, endings, std::get<model::MeasureRef>(test.left).measure);
  if (!left) return std::nullopt;
  if (!test.right)
    return store.map(*left, [&](std::uint32_t ending) { return number(decision::truth_of(library_, endings.outcome(ending), test)); });
  const auto right = diagram(store, endings, test.right->measure);
  if (!right) return std::nullopt;
  return store.combine(*left, *right, [&](std::uint32_t a, std::uint32_t b) {
    return number(decision::truth_of(library_, endings.outcome(a), test.relation, endings.outcome(b)));
  });
}

std::optional<Diagram> AskedMeasures::diagram(Diagrams& store, Endings& endings, const model::Condition& condition) const {
  if (condition.kind == ConditionKind::always) return Diagram::terminal(number(Truth::yes));
  if (condition.kind == ConditionKind::test) return diagram(store, endings, condition.test);
  const bool all = condition.kind == ConditionKind::all;
  auto out = diagram(store, endings, condition.parts[0]);
  if (out && condition.kind == ConditionKind::negation)
    return store.map(*out, [](std::uint32_t truth) { return number(negate(truth_of(truth))); });
  for (std::size_t i = 1; out && i < condition.parts.size(); ++i) {
    const auto next = diagram(store, endings, condition.parts[i]);
    if (!next) return std::nullopt;
    out = store.combine(*out, *next, [all](std::uint32_t a, std::uint32_t b) {
      return number(all ? both(truth_of(a), truth_of(b)) : either(truth_of(a), truth_of(b)));
    });
  }
  return out;
}

std::optional<Diagram> AskedMeasures::diagram(Diagrams& store, Endings& endings, model::MeasureId measure) const {
  const auto& rows = rows_.at(measure);
  const auto terminal = [&](std::span<const std::uint32_t> holding) { return endings.number(rows.ending(holding)); };
  const auto drop = [&](std::vector<std::uint32_t>& open, const auto& settled) { rows.drop_beaten(open, settled); };
  const auto decided = diagram(store, rows.cubes(), {terminal, drop});
  const auto& asked_when = library_.measures[measure].asked_when;
  if (!decided || asked_when.kind == ConditionKind::always) return decided;
  const auto asked = diagram(store, endings, asked_when);
  if (!asked) return std::nullopt;
  const auto not_asked = endings.number({{State::not_applicable, {}}, {}, false});
  return store.combine(*asked, *decided,
                       [&](std::uint32_t truth, std::uint32_t ending) { return truth_of(truth) == Truth::no ? not_asked : ending; });
}

}  // namespace isonomy::decision
