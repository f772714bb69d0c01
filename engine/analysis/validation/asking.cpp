// SPDX-License-Identifier: Apache-2.0
#include "analysis/validation/asking.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "analysis/case.h"
#include "analysis/diff.h"
#include "analysis/places.h"

namespace isonomy::analysis::validation {
namespace {

using decision::Cube;
using decision::Region;
using decision::Seat;
using model::BuiltIn;
using model::FactId;
using model::MeasureId;

decision::Space space_for(const model::Library& library, const Seat& seat, MeasureId measure) {
  decision::SpaceBuilder builder{library};
  collect_measure(library, seat, measure, builder);
  decision::collect_open_ends(seat, builder);
  for (const auto& ruleset : library.rulesets)
    if (ruleset.complete_from && ruleset.domain == library.measures[measure].domain) {
      builder.add(ruleset.applies);
      builder.add({*ruleset.complete_from, base::last_date()});
      if (const auto* bloc = std::get_if<model::BlocId>(&ruleset.owner))
        for (const auto period : library.memberships(*bloc, seat.self)) builder.add(period);
    }
  return builder.build();
}

Cube others(const decision::Space& space, const Seat& seat) {
  Cube out;
  for (const auto& [known, fact] : {std::pair{seat.origin, BuiltIn::origin}, std::pair{seat.destination, BuiltIn::destination}}) {
    if (known.valid()) continue;
    const auto axis = *space.find(model::fact_id(fact));
    const auto rest = space[axis].all() - decision::IntervalSet{seat.self.index, seat.self.index + 1};
    if (!rest.empty()) out.set(axis, rest);
  }
  return out;
}

// What a condition can make of the jurisdiction itself.
void describe_self(const model::Library& library, const Seat& seat, const model::Condition& condition, std::string& out) {
  for (const auto& part : condition.parts) describe_self(library, seat, part, out);
  const auto* fact = condition.kind == model::Condition::Kind::test ? std::get_if<FactId>(&condition.test.left) : nullptr;
  if (fact == nullptr || fact->index == 0 || fact->index >= model::built_in_facts) return;
  const auto place = decision::place_of(library, seat, static_cast<BuiltIn>(fact->index));
  if (!std::holds_alternative<model::JurisdictionId>(place)) return;
  const auto line = library.lineage(seat.self);
  for (const auto& item : condition.test.constants) {
    if (const auto* bloc = std::get_if<model::BlocId>(&item.from)) {
      for (const auto period : library.memberships(*bloc, seat.self)) out += fmt::format("{}-{},", period.from.days, period.through.days);
    } else if (const auto* other = std::get_if<model::JurisdictionId>(&std::get<model::Scalar>(item.from))) {
      out += *other == seat.self ? '=' : std::find(line.begin(), line.end(), *other) != line.end() ? '<' : '-';
    }
    out += ';';
  }
}

}  // namespace

Asking::Asking(const model::Library& library, const Seat& seat, MeasureId measure)
    : library_{library},
      seat_{seat},
      measure_{measure},
      rules_{decision::binding_rules(library, seat.self, measure)},
      space_{space_for(library, seat, measure)},
      compiler_{library, space_, others(space_, seat)} {}

const decision::Decision& Asking::decision() { return compiler_.decide(seat_, measure_); }

bool Asking::makes(model::RuleId rule) {
  if (!makers_) {
    makers_.emplace();
    for (const auto& piece : decision().pieces)
      for (const auto& maker : piece.makers) makers_->insert(maker.rule);
  }
  return makers_->contains(rule);
}

Region Asking::asked() {
  const auto& asked_when = library_.measures[measure_].asked_when;
  const auto truth = compiler_.truth(asked_when, seat_, [&](model::MeasureRef) { return seat_; });
  return coverage().pruned(subtract({{base(), {}}}, truth.no));
}

Region Asking::unanswered() {
  Region out;
  for (const auto& piece : decision().pieces) {
    if (piece.outcome.state != decision::State::unknown) continue;
    auto region = piece.region;
    for (const auto& maker : piece.makers) region = subtract(region, maker.region);
    out = unite(std::move(out), coverage().pruned(std::move(region)));
  }
  return out;
}

std::vector<Cube> Asking::condition(const decision::BindingRule& rule) const {
  return decision::product({base()},
                           decision::cubes_of(library_, space_, seat_, library_.rules[rule.rule].when, decision::Reading::possibly));
}

std::vector<Cube> Asking::applies(const decision::BindingRule& binding) const {
  const auto& rule = library_.rules[binding.rule];
  decision::IntervalSet days;
  for (const auto period : binding.periods()) days = days | decision::days_in_force(space_, rule, period);
  return decision::product(condition(binding), decision::on_axis(space_, space_.on(), days));
}

decision::Transaction Asking::transaction(const Cube& cube) const {
  return decision::transaction_at(library_, space_, decision::point_in(space_, cube));
}

decision::reference::Verdict Asking::verdict(const decision::Transaction& facts) const {
  return decision::reference::decide(library_, seat_, measure_, facts);
}

std::map<std::string, std::string> Asking::witness(decision::Transaction facts,
                                                   const std::function<bool(const decision::Transaction&)>& shows) const {
  if (!shows(facts)) throw std::logic_error{"a witness for " + library_.measures[measure_].name + " does not replay"};
  std::vector<FactId> stated;
  for (const auto& [fact, value] : facts) stated.push_back(fact);
  for (const auto fact : stated) {
    auto without = facts;
    without.erase(fact);
    if (shows(without)) facts = std::move(without);
  }
  std::map<std::string, std::string> out;
  for (const auto& [fact, value] : facts) out[library_.facts[fact].name] = model::to_text(value, library_);
  return out;
}

std::string Asking::who() const { return fmt::format("{} as {}", library_.jurisdictions[seat_.self].name, position_name(seat_.end)); }

std::vector<Seat> open_seats(const model::Library& library, MeasureId id, model::JurisdictionId jurisdiction) {
  const auto& measure = library.measures[id];
  std::vector<Seat> out;
  for (const auto end : ends_of(measure)) out.push_back(open_seat(library, measure.flow, end, jurisdiction));
  return out;
}

std::string law_of(const model::Library& library, const Seat& seat, MeasureId measure) {
  std::string out = fmt::format("{} {}", measure.index, static_cast<int>(seat.end));
  for (const auto id : with_asked_when(library, measure)) {
    out += '|';
    for (const auto& binding : decision::binding_rules(library, seat.self, id)) {
      out += fmt::format(" {}:", binding.rule.index);
      for (const auto period : binding.periods()) out += fmt::format("{}-{},", period.from.days, period.through.days);
      describe_self(library, seat, library.rules[binding.rule].when, out);
    }
    describe_self(library, seat, library.measures[id].asked_when, out);
  }
  return out;
}

}  // namespace isonomy::analysis::validation
