// SPDX-License-Identifier: Apache-2.0
#include "decision/rule_rows.h"

#include <algorithm>

#include "source/codes.h"

namespace isonomy::decision {
namespace {

using model::Assignment;
using Places = std::vector<std::uint32_t>;

}  // namespace

RuleRows::RuleRows(const model::Library& library, KnownRules& rules, const Seat& seat, model::MeasureId measure)
    : library_{library}, measure_{measure} {
  Answers numbers{library};
  for (const auto& known : rules.of(seat, measure)) {
    const auto place = static_cast<std::uint32_t>(rules_.size());
    rules_.push_back(known.rule);
    assignments_.push_back(library.rules[known.rule].assignment(measure));
    answers_.push_back(numbers.number(assignments_.back()->value));
    add(place, known.surely, true);
    add(place, known.possibly, false);
  }
  std::size_t pairs = 0;
  for (const auto rule : rules_) {
    Places by;
    for (const auto other : library.overriders(rule, measure)) {
      const auto it = std::lower_bound(rules_.begin(), rules_.end(), other);
      if (it != rules_.end() && *it == other) by.push_back(static_cast<std::uint32_t>(it - rules_.begin()));
    }
    pairs += by.size();
    if (pairs > most_overrides) throw TooLarge{source::Code::question_too_large, "the rules of a measure override each other too often"};
    beaten_by_.push_back(std::move(by));
  }
}

void RuleRows::add(std::uint32_t rule, const std::vector<Cube>& cubes, bool surely) {
  for (const auto& cube : cubes) {
    rows_.push_back({rule, surely});
    cubes_.push_back(cube);
  }
}

Ending RuleRows::ending(std::span<const std::uint32_t> holding) const {
  Places surely;
  Places perhaps;
  for (const auto row : holding) (rows_[row].surely ? surely : perhaps).push_back(rows_[row].rule);
  for (auto* list : {&surely, &perhaps}) {
    std::sort(list->begin(), list->end());
    list->erase(std::unique(list->begin(), list->end()), list->end());
  }
  std::erase_if(perhaps, [&](std::uint32_t rule) { return std::binary_search(surely.begin(), surely.end(), rule); });
  using Kind = Assignment::Kind;
  if (const auto doubtful = standing(perhaps, surely); !doubtful.empty()) return with({State::unknown, {}}, doubtful);
  const auto left = standing(surely, surely);
  if (const auto unknown = of_kind(left, {Kind::unknown}); !unknown.empty()) return with({State::unknown, {}}, unknown);
  const auto valued = of_kind(left, {Kind::equals, Kind::includes});
  if (!valued.empty()) return library_.measures[measure_].type.set ? sum(valued) : agree(valued);
  if (const auto silent = of_kind(left, {Kind::silent}); !silent.empty()) return with({State::silent, {}}, silent);
  return {};
}

Places RuleRows::standing(const Places& rules, const Places& surely) const {
  Places out;
  for (const auto rule : rules)
    if (std::none_of(surely.begin(), surely.end(), [&](std::uint32_t by) { return beats(by, rule); })) out.push_back(rule);
  return out;
}

Places RuleRows::of_kind(const Places& rules, std::initializer_list<Assignment::Kind> kinds) const {
  Places out;
  for (const auto rule : rules)
    if (std::find(kinds.begin(), kinds.end(), assignments_[rule]->kind) != kinds.end()) out.push_back(rule);
  return out;
}

Ending RuleRows::with(const Outcome& outcome, const Places& rules) const {
  Ending out{outcome, {}, false};
  for (const auto rule : rules) out.rules.push_back(rules_[rule]);
  return out;
}

Ending RuleRows::agree(const Places& rules) const {
  auto out = with({State::decided, assignments_[rules[0]]->value}, rules);
  out.conflict = std::any_of(rules.begin(), rules.end(), [&](std::uint32_t rule) { return answers_[rule] != answers_[rules[0]]; });
  return out;
}

Ending RuleRows::sum(const Places& rules) const {
  model::SetOf total;
  const Assignment* exact = nullptr;
  for (const auto rule : rules) {
    if (assignments_[rule]->kind == Assignment::Kind::equals) exact = assignments_[rule];
    add_to(total, std::get<model::SetOf>(assignments_[rule]->value), library_);
  }
  auto out = with({State::decided, std::move(total)}, rules);
  out.conflict = exact != nullptr && std::any_of(rules.begin(), rules.end(), [&](std::uint32_t rule) {
                   const auto* one = assignments_[rule];
                   return one != exact && !(one->kind == Assignment::Kind::equals && one->value == exact->value);
                 });
  return out;
}

}  // namespace isonomy::decision
