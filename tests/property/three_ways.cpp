// SPDX-License-Identifier: Apache-2.0
#include "property/three_ways.h"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/places.h"

namespace isonomy::test {
namespace {

using decision::Outcome;
using decision::Point;
using decision::State;
using decision::Transaction;
using decision::reference::Verdict;

// The judge lists a set in the order in which rules add to it.
bool same(const model::Library& library, const Outcome& a, const Outcome& b) { return analysis::same_outcome(library, a, b); }

// Of several reasons not to know, each evaluator may name its own.
bool names_reasons(const Verdict& verdict) { return verdict.outcome.state != State::unknown; }

bool same_rules(const decision::Piece& piece, const Verdict& verdict, const Point& point) {
  if (!names_reasons(verdict)) return true;
  std::vector<model::RuleId> makers;
  for (const auto& maker : piece.makers)
    if (contains(maker.region, point)) makers.push_back(maker.rule);
  std::sort(makers.begin(), makers.end());
  return makers == verdict.rules;
}

std::string names(const model::Library& library, std::span<const model::RuleId> rules) {
  std::string out;
  for (const auto rule : rules) out += library.rules[rule].name + " ";
  return out;
}

bool always_asked(const model::Measure& measure) { return measure.asked_when.kind == model::Condition::Kind::always; }

}  // namespace

ThreeWays::ThreeWays(analysis::Case& of, const decision::Seat& seat, model::MeasureId measure)
    : of_{of},
      library_{of.library()},
      seat_{seat},
      measure_{measure},
      decision_{of.now().decide(seat, measure)},
      fast_{library_, seat, measure},
      plain_{library_, seat, measure, 0} {}

bool ThreeWays::rests_on_conflict(analysis::Case& of, const decision::Seat& seat, model::MeasureId measure) {
  const auto all = analysis::with_asked_when(of.library(), measure);
  return std::any_of(all.begin() + 1, all.end(), [&](auto other) { return !of.now().decide(seat, other).conflicts.empty(); });
}

Verdict ThreeWays::judged(const Transaction& facts) const { return decision::reference::decide(library_, seat_, measure_, facts); }

bool ThreeWays::agree_at(const Point& point) {
  const auto facts = decision::transaction_at(library_, of_.space(), point);
  const auto verdict = judged(facts);
  return agree_cubes(point, facts, verdict) && agree_compiled(fast_, facts, verdict) && agree_compiled(plain_, facts, verdict);
}

bool ThreeWays::agree_cubes(const Point& point, const Transaction& facts, const Verdict& verdict) {
  ++compared_;
  const auto& name = library_.measures[measure_].name;
  if (verdict.conflict) return !decision_.conflicts.empty() || say("the judge sees a conflict, the cubes do not: " + name);
  std::vector<const decision::Piece*> here;
  for (const auto& piece : decision_.pieces)
    if (contains(piece.region, point)) here.push_back(&piece);
  if (here.size() != 1) return say(fmt::format("{} pieces at one point of {}", here.size(), name));
  if (!same(library_, here[0]->outcome, verdict.outcome))
    return say(fmt::format("{}: cubes {}, judge {}{}", name, said(here[0]->outcome), said(verdict.outcome), at(facts)));
  return same_rules(*here[0], verdict, point) || say(fmt::format("different rules for {} = {} at {}{}", name, said(verdict.outcome),
                                                                 library_.jurisdictions[seat_.self].name, at(facts)));
}

bool ThreeWays::agree_compiled(const decision::Compiled& compiled, const Transaction& facts, const Verdict& verdict) {
  ++compared_;
  const auto answer = compiled.decide(facts);
  if (answer.open && without_rate(*answer.open)) return true;
  if (answer.open) return say("a fact is open in a whole transaction: " + library_.facts[*answer.open].name + at(facts));
  if (answer.conflict != verdict.conflict) return say("only one of compiled rules and judge sees a conflict" + at(facts));
  if (verdict.conflict) return true;
  if (!same(library_, *answer.outcome, verdict.outcome))
    return say(fmt::format("{} says {}, judge {}{}", &compiled == &fast_ ? "the diagram" : "the index", said(*answer.outcome),
                           said(verdict.outcome), at(facts)));
  return !names_reasons(verdict) || std::equal(answer.rules.begin(), answer.rules.end(), verdict.rules.begin(), verdict.rules.end()) ||
         say(fmt::format("for {} the compiled rules name {}, the judge {}{}", said(verdict.outcome), names(library_, answer.rules),
                         names(library_, verdict.rules), at(facts)));
}

// An amount can be compared with nothing if all rules of a measure state theirs in a currency that has no rate.
bool ThreeWays::without_rate(model::FactId fact) const {
  decision::SpaceBuilder builder{library_};
  analysis::collect_measure(library_, seat_, measure_, builder);
  const auto space = builder.build();
  const auto axis = space.find(fact);
  return axis && space[*axis].currency && !library_.rates.units_per_base.contains(*space[*axis].currency);
}

bool ThreeWays::agree_without(const Point& point, std::size_t fact) {
  auto facts = decision::transaction_at(library_, of_.space(), point);
  const auto whole = judged(facts);
  if (const auto all = fast_.decide(facts).open; all && without_rate(*all)) return true;
  facts.erase(std::next(facts.begin(), static_cast<std::ptrdiff_t>(fact % facts.size())));
  const auto answer = fast_.decide(facts);
  if (!answer.open)
    return whole.conflict || same(library_, *answer.outcome, whole.outcome) || say("a fact that matters was not missed" + at(facts));
  if (!fast_.has_diagram()) return true;  // then all facts that the rules look at are asked for
  // The judge asks a measure where nobody knows whether it is asked, so its answer there is not that of every whole transaction.
  if (!always_asked(library_.measures[measure_]) || without_rate(*answer.open)) return true;
  const auto judge = judged(facts);
  return judge.outcome.state == State::unknown ||
         say(fmt::format("{} is open for {}, but the judge says {}{}", library_.facts[*answer.open].name, library_.measures[measure_].name,
                         said(judge.outcome), at(facts)));
}

bool ThreeWays::agree_on(const Transaction& facts) {
  const auto verdict = judged(facts);
  if (verdict.outcome.state == State::unknown || !always_asked(library_.measures[measure_])) return true;
  for (const auto* compiled : {&fast_, &plain_})
    if (!compiled->decide(facts).open && !agree_compiled(*compiled, facts, verdict)) return false;
  const auto open = fast_.decide(facts).open;
  return !open || without_rate(*open) || say("the judge knows without " + library_.facts[*open].name + at(facts));
}

bool ThreeWays::agree_on_regions() {
  if (!decision_.conflicts.empty()) return true;
  return std::all_of(decision_.pieces.begin(), decision_.pieces.end(), [&](const auto& piece) { return agree_on_piece(piece); });
}

bool ThreeWays::agree_on_piece(const decision::Piece& piece) {
  const auto& coverage = of_.now().coverage();
  decision::Region rest;
  for (const auto& other : decision_.pieces)
    if (&other != &piece) rest = unite(std::move(rest), other.region);
  const auto boxes = decision::cover(coverage, of_.space(), of_.now().base(), piece.region);
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    if (!coverage.apart(boxes[i], rest)) return say("a region reaches into another answer");
    auto others = boxes;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
    if (!coverage.uncovered(boxes[i], others)) return say("a region is covered by the others");
    if (!agree_at(analysis::typical_point(library_, of_.space(), boxes[i], {seat_.self, {}}))) return false;
  }
  return coverage.empty(subtract(piece.region, decision::region_of(boxes))) || say("the regions are not complete");
}

std::string ThreeWays::said(const Outcome& outcome) const { return analysis::to_text(library_, outcome); }

std::string ThreeWays::at(const Transaction& facts) const {
  std::string out = " at";
  for (const auto& [fact, value] : facts) out += fmt::format(" {}={}", library_.facts[fact].name, model::to_text(value, library_));
  return out;
}

bool ThreeWays::say(const std::string& why) {
  why_ = library_.measures[measure_].name + " of " + library_.jurisdictions[seat_.self].name + ": " + why;
  return false;
}

}  // namespace isonomy::test
