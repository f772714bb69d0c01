// SPDX-License-Identifier: Apache-2.0
#include "analysis/explain.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "analysis/case.h"
#include "analysis/check.h"
#include "decision/reference.h"
#include "model/print.h"
#include "source/codes.h"

namespace isonomy::analysis {
namespace {

using decision::AxisIndex;
using decision::Cell;
using decision::Cube;
using decision::Point;
using decision::Seat;

std::optional<Seat> find_seat(const Case& of, model::MeasureId measure, model::JurisdictionId who, source::Diagnostics& diagnostics) {
  const auto& library = of.library();
  std::vector<Seat> found;
  std::vector<std::string> names;
  for (const auto& seat : of.seats()) {
    if (!decision::asked_at(library.measures[measure], seat)) continue;
    names.push_back(library.jurisdictions[seat.self].name);
    if (!who.valid() || seat.self == who) found.push_back(seat);
  }
  if (found.size() == 1) return found[0];
  const auto& name = library.measures[measure].name;
  if (names.empty() || found.empty())
    diagnostics.add(
        source::Code::wrong_place, {}, fmt::format("`{}` is not asked there on this route", name),
        names.empty() ? "choose a route on which somebody is asked" : fmt::format("ask {} with --at", fmt::join(names, " or ")));
  else
    diagnostics.add(source::Code::wrong_place, {}, fmt::format("`{}` is asked of {}", name, fmt::join(names, " and of ")),
                    "choose one with --at");
  return std::nullopt;
}

void collect_tests(const model::Condition& condition, std::vector<const model::Test*>& out) {
  if (condition.kind == model::Condition::Kind::test) out.push_back(&condition.test);
  for (const auto& part : condition.parts) collect_tests(part, out);
}

/// Tries other facts around one point, to see what else the law would answer.
class Explainer {
 public:
  Explainer(Case& of, Seat seat, model::MeasureId measure) : case_{of}, library_{of.library()}, seat_{seat}, measure_{measure} {}

  void explain(ExplainAnswer& out) {
    const auto& decision = case_.now().decide(seat_, measure_);
    out.decision = {seat_, measure_, {}, regions_of(case_, decision)};
    point_ = point_in(case_.space(), *case_.now().coverage().uncovered(case_.now().base(), decision::Region{}));
    facts_ = decision::transaction_at(library_, case_.space(), point_);
    const auto verdict = decision::reference::decide(library_, seat_, measure_, facts_);
    out.won = verdict.rules;
    losers(out);
    conditions(out);
    for (const auto fact : used_) out.at[library_.facts[fact].name] = model::to_text(facts_.at(fact), library_);
    flips(out, verdict.outcome);
  }

 private:
  void losers(ExplainAnswer& out) {
    used_.push_back(model::fact_id(model::BuiltIn::on));
    for (const auto& binding : decision::binding_rules(library_, seat_.self, measure_)) {
      const auto& rule = library_.rules[binding.rule];
      std::vector<const model::Test*> tests;
      collect_tests(rule.when, tests);
      for (const auto* test : tests) use(std::get<model::FactId>(test->left));
      if (std::find(out.won.begin(), out.won.end(), binding.rule) != out.won.end() || !in_force(binding)) continue;
      if (decision::reference::holds(library_, seat_, rule.when, facts_) == model::Truth::yes) out.overridden.push_back(binding.rule);
    }
  }

  bool in_force(const decision::BindingRule& binding) const {
    const auto day = std::get<base::Date>(std::get<model::Scalar>(facts_.at(model::fact_id(model::BuiltIn::on))));
    const auto& rule = library_.rules[binding.rule];
    const auto holds = [&](model::Period period) { return period.holds(day); };
    return rule.period.holds(day) && std::any_of(binding.periods().begin(), binding.periods().end(), holds) &&
           std::none_of(rule.suspended.begin(), rule.suspended.end(), holds);
  }

  void use(model::FactId fact) {
    const bool stated = facts_.contains(fact);
    if (stated && std::find(used_.begin(), used_.end(), fact) == used_.end()) used_.push_back(fact);
  }

  std::string actual(model::FactId fact) const {
    if (const auto it = facts_.find(fact); it != facts_.end()) return model::to_text(it->second, library_);
    const auto place = decision::place_of(library_, seat_, static_cast<model::BuiltIn>(fact.index));
    const auto* id = std::get_if<model::JurisdictionId>(&place);
    return id == nullptr ? "none" : library_.jurisdictions[*id].name;
  }

  void conditions(ExplainAnswer& out) const {
    for (const auto id : out.won) {
      const auto& rule = library_.rules[id];
      std::vector<const model::Test*> tests;
      collect_tests(rule.when, tests);
      for (const auto* test : tests) {
        const auto holds = decision::reference::holds(library_, seat_, {model::Condition::Kind::test, *test, {}}, facts_);
        out.conditions.push_back({model::to_text(*test, library_), actual(std::get<model::FactId>(test->left)), holds});
      }
      const auto day = actual(model::fact_id(model::BuiltIn::on));
      if (rule.period.from != base::first_date())
        out.conditions.push_back({"from " + base::to_text(rule.period.from), day, model::Truth::yes});
      if (rule.period.through != base::last_date())
        out.conditions.push_back({"through " + base::to_text(rule.period.through), day, model::Truth::yes});
    }
  }

  // --- what would change the answer ------------------------------------------------------------

  const decision::Piece* piece_at(const Point& point) {
    const auto& pieces = case_.anything().decide(seat_, measure_).pieces;
    const auto it = std::find_if(pieces.begin(), pieces.end(), [&](const auto& piece) { return contains(piece.region, point); });
    return it == pieces.end() ? nullptr : &*it;
  }

  // The other cells of an axis, nearest first; on listed axes all are equally near.
  std::vector<Cell> neighbours(AxisIndex axis) const {
    std::vector<Cell> out;
    const auto size = case_.space()[axis].size();
    for (Cell step = 1; step < size; ++step) {
      if (point_[axis] >= step) out.push_back(point_[axis] - step);
      if (point_[axis] + step < size) out.push_back(point_[axis] + step);
    }
    return out;
  }

  std::string words(AxisIndex axis, const decision::IntervalSet& cells) const {
    Cube cube;
    cube.set(axis, cells);
    const auto said = decision::restrictions(library_, case_.space(), cube, Cube{});
    return said.empty() ? "any" : said[0].words;
  }

  // One change of one fact: for an ordered fact the nearest on each side, for a listed one every value.
  void flip_axis(AxisIndex axis, const decision::Outcome& outcome, std::vector<Flip>& out) {
    const bool ordered = case_.space()[axis].ordered();
    bool below = false;
    bool above = false;
    for (const auto cell : neighbours(axis)) {
      auto& done = cell < point_[axis] ? below : above;
      if (ordered && done) continue;
      auto other = point_;
      other[axis] = cell;
      const auto* piece = piece_at(other);
      if (piece == nullptr || same_outcome(library_, piece->outcome, outcome)) continue;
      done = true;
      out.push_back({{{library_.facts[case_.space()[axis].fact].name, words(axis, same_answer(other, axis, piece))}}, piece->outcome});
    }
  }

  // The run of cells around the changed one that keep the new answer; for listed facts only the value itself.
  decision::IntervalSet same_answer(Point other, AxisIndex axis, const decision::Piece* piece) {
    const auto start = other[axis];
    Cell low = start;
    Cell high = start + 1;
    if (!case_.space()[axis].ordered()) return {low, high};
    const auto same = [&](Cell cell) {
      other[axis] = cell;
      return contains(piece->region, other);
    };
    while (low > 0 && same(low - 1)) --low;
    while (high < case_.space()[axis].size() && same(high)) ++high;
    return {low, high};
  }

  // No single fact decides: the fewest facts that lead into another answer.
  void flip_several(const decision::Outcome& outcome, std::vector<Flip>& out) {
    const auto& pieces = case_.anything().decide(seat_, measure_).pieces;
    std::optional<Flip> best;
    for (const auto& piece : pieces) {
      if (same_outcome(library_, piece.outcome, outcome)) continue;
      for (const auto& term : piece.region)
        if (auto flip = into(piece, term); flip && (!best || flip->change.size() < best->change.size())) best = std::move(flip);
    }
    if (best) out.push_back(std::move(*best));
  }

  std::optional<Flip> into(const decision::Piece& piece, const decision::Term& term) {
    Cube box = term.box;
    std::vector<AxisIndex> changed;
    for (AxisIndex axis = 0; axis < point_.size(); ++axis) {
      const auto* side = term.box.side(axis);
      if (side == nullptr || side->contains(point_[axis])) box.set(axis, {point_[axis], point_[axis] + 1});
      else changed.push_back(axis);
    }
    const auto open = case_.anything().coverage().uncovered(box, term.holes);
    if (!open) return std::nullopt;
    Flip out{{}, piece.outcome};
    for (const auto axis : changed) out.change.emplace_back(library_.facts[case_.space()[axis].fact].name, words(axis, *open->side(axis)));
    return out;
  }

  void flips(ExplainAnswer& out, const decision::Outcome& outcome) {
    for (AxisIndex axis = 0; axis < case_.space().axes().size(); ++axis) flip_axis(axis, outcome, out.flips);
    if (out.flips.empty()) flip_several(outcome, out.flips);
  }

  Case& case_;
  const model::Library& library_;
  Seat seat_;
  model::MeasureId measure_;
  Point point_;
  decision::Transaction facts_;
  std::vector<model::FactId> used_;
};

}  // namespace

ExplainAnswer explain(const model::Library& library, const Question& question, model::MeasureId measure, model::JurisdictionId who) {
  ExplainAnswer out;
  out.stops = question.stops;
  out.on = fixed_day(question);
  out.given = given_words(library, question);
  auto facts = question.given;
  if (!question.lines.empty()) facts.insert(facts.end(), question.lines[0].begin(), question.lines[0].end());
  try {
    Case of{library, question.stops, facts, out.diagnostics};
    if (!of.valid()) return out;
    const auto seat = find_seat(of, measure, who, out.diagnostics);
    if (seat) Explainer{of, *seat, measure}.explain(out);
  } catch (const decision::TooLarge& error) {
    out.diagnostics.add(error.code, {}, error.what(), "give more facts");
  }
  return out;
}

}  // namespace isonomy::analysis
