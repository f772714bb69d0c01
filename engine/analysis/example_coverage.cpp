// SPDX-License-Identifier: Apache-2.0
#include "analysis/example_coverage.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "analysis/branches.h"
#include "analysis/plain_case.h"
#include "analysis/sums.h"
#include "analysis/validation/ground.h"
#include "model/print.h"

namespace isonomy::analysis {
namespace {

using decision::Cube;
using decision::Transaction;
using model::BuiltIn;
using validation::Ground;
using validation::Role;

model::Test states(model::FactId fact, const model::Value& value) {
  model::Test out{fact, model::Relation::equal, {}, false, {}, {}};
  if (const auto* set = std::get_if<model::SetOf>(&value))
    for (const auto& item : set->items) out.constants.push_back({item, std::nullopt});
  else out.constants.push_back({std::get<model::Scalar>(value), std::nullopt});
  return out;
}

// One transaction that a rule decides, as an example with no more facts than it needs.
class Writer {
 public:
  Writer(const Role& role, const model::Condition* branch)
      : asking_{*role.asking}, library_{asking_.library()}, rule_{role.binding->rule}, branch_{branch} {}

  // Nothing if the rule never answers there on this branch.
  std::optional<std::string> write() {
    const auto where = find();
    if (!where) return std::nullopt;
    take(*where);
    outcome_ = asking_.verdict(facts_).outcome;
    free_sums();
    if (!holds(facts_, false)) return std::nullopt;
    shrink();
    return text();
  }

 private:
  std::optional<Cube> find() const {
    for (const auto& piece : asking_.decision().pieces)
      for (const auto& maker : piece.makers) {
        if (maker.rule != rule_) continue;
        auto region = maker.region;
        if (branch_ != nullptr) {
          const auto& space = asking_.space();
          region = intersect(region,
                             decision::region_of(decision::cubes_of(library_, space, asking_.seat(), *branch_, decision::Reading::surely)));
        }
        for (const auto& term : region)
          if (auto cube = asking_.coverage().uncovered(term.box, term.holes)) return cube;
      }
    return std::nullopt;
  }

  // The transaction at a point of the cube; its two ends differ.
  void take(const Cube& cube) {
    auto point = decision::point_in(asking_.space(), cube);
    const auto origin = asking_.space().find(model::fact_id(BuiltIn::origin));
    const auto destination = asking_.space().find(model::fact_id(BuiltIn::destination));
    if (asking_.seat().end == model::End::carrier && origin && destination && point[*origin] == point[*destination]) {
      const auto* side = cube.side(*destination);
      for (decision::Cell cell = 0; cell < asking_.space()[*destination].size(); ++cell)
        if (cell != point[*origin] && cell != asking_.seat().self.index && (side == nullptr || side->contains(cell)))
          point[*destination] = cell;
    }
    facts_ = decision::transaction_at(library_, asking_.space(), point);
    seat_ = asking_.seat();
    for (const auto& [end, fact] : {std::pair{&seat_.origin, BuiltIn::origin}, std::pair{&seat_.destination, BuiltIn::destination}})
      if (const auto it = facts_.find(model::fact_id(fact)); it != facts_.end()) {
        *end = std::get<model::JurisdictionId>(std::get<model::Scalar>(it->second));
        facts_.erase(it);
      }
    stops_ = {seat_.origin, seat_.destination};
    if (seat_.end == model::End::carrier) stops_.insert(stops_.begin() + 1, seat_.self);
  }

  // A sum that is no sum of its parts at that point is stated with one part less, if the rule can spare one.
  void free_sums() {
    for (const auto fact : library_.facts.ids())
      for (const auto part : library_.facts[fact].addends) {
        if (holds(facts_, false)) return;
        auto fewer = facts_;
        fewer.erase(part);
        if (facts_.contains(fact) && holds(fewer, true)) facts_ = std::move(fewer);
      }
  }

  // Whether the rule decides on the branch; if some facts are left out, whatever they are.
  bool holds(const Transaction& facts, bool left_out) const {
    std::vector<model::Test> tests;
    for (const auto& [fact, value] : facts) tests.push_back(states(fact, value));
    source::Diagnostics sums;
    add_sums(library_, tests, sums);
    if (sums.has_errors()) return false;
    auto verdict = PlainCase{library_, stops_, tests}.decide(seat_, asking_.measure());
    if (!verdict && left_out) return false;
    if (!verdict) verdict = decision::reference::decide(library_, seat_, asking_.measure(), facts);
    const bool made = std::find(verdict->rules.begin(), verdict->rules.end(), rule_) != verdict->rules.end();
    if (verdict->conflict || !made || !(verdict->outcome == outcome_)) return false;
    return branch_ == nullptr || decision::reference::holds(library_, seat_, *branch_, facts) == model::Truth::yes;
  }

  void shrink() {
    const auto all = facts_;
    for (const auto& [fact, value] : all) {
      auto fewer = facts_;
      fewer.erase(fact);
      if (holds(fewer, true)) facts_ = std::move(fewer);
    }
  }

  std::string list(bool per_line) const {
    std::vector<std::string> out;
    for (const auto& [fact, value] : facts_)
      if (library_.facts[fact].per_line == per_line) out.push_back(library_.facts[fact].name + " = " + model::to_text(value, library_));
    return fmt::format("{}", fmt::join(out, ", "));
  }

  std::string expected() const {
    const auto& measure = library_.measures[asking_.measure()].name;
    const auto answer =
        outcome_.state == decision::State::decided ? "= " + to_text(library_, outcome_) : "is " + to_text(library_, outcome_);
    return fmt::format("{}.{} {} by {}", position_name(seat_.end), measure, answer, library_.rules[rule_].name);
  }

  std::string text() const {
    std::vector<std::string> stops;
    for (const auto stop : stops_) stops.push_back(library_.jurisdictions[stop].name);
    auto name = library_.rules[rule_].name + (branch_ == nullptr ? "" : ": " + model::to_text(*branch_, library_));
    auto out = fmt::format("example \"{}\" {{\n  route {}\n", name, fmt::join(stops, " -> "));
    if (const auto given = list(false); !given.empty()) out += fmt::format("  given {}\n", given);
    if (const auto line = list(true); !line.empty()) out += fmt::format("  line {}\n", line);
    return out + fmt::format("  expect {}\n}}\n", expected());
  }

  validation::Asking& asking_;
  const model::Library& library_;
  model::RuleId rule_;
  const model::Condition* branch_;
  decision::Seat seat_;
  std::vector<model::JurisdictionId> stops_;
  Transaction facts_;
  decision::Outcome outcome_;
};

class Counter {
 public:
  Counter(const model::Library& library, const Decided& decided) : library_{library}, decided_{decided}, ground_{library, options_} {}

  ExampleCoverage count() {
    for (const auto id : library_.rules.ids())
      if (library_.rules[id].decides()) count(id);
    return std::move(out_);
  }

 private:
  void count(model::RuleId id) {
    const auto& rule = library_.rules[id];
    const auto it = decided_.find(id);
    if (it == decided_.end()) {
      const auto example = write(id, nullptr);
      if (!example) return;
      out_.uncovered.push_back({id, {}, rule.name_span, *example});
    }
    add(id, &CoverageCount::rules, &CoverageCount::rules_covered, it != decided_.end());
    const auto branches = branches_of(rule.when);
    for (std::size_t i = 0; i < branches.size(); ++i) {
      const bool covered = it != decided_.end() && it->second.contains(i);
      const auto example = covered ? std::nullopt : write(id, &branches[i]);
      if (!covered && !example) continue;
      add(id, &CoverageCount::branches, &CoverageCount::branches_covered, covered);
      if (!covered) out_.uncovered.push_back({id, model::to_text(branches[i], library_), span_of(branches[i]), *example});
    }
  }

  void add(model::RuleId id, std::size_t CoverageCount::*all, std::size_t CoverageCount::*covered_of_them, bool covered) {
    for (auto* count : {&out_.all, &out_.owners[library_.owner_name(library_.rulesets[library_.rules[id].ruleset].owner)]}) {
      ++(count->*all);
      count->*covered_of_them += covered ? 1 : 0;
    }
  }

  std::optional<std::string> write(model::RuleId id, const model::Condition* branch) {
    source::Diagnostics beyond_limits;
    std::optional<std::string> out;
    for (const auto& one : library_.rules[id].assignments)
      for (const auto& role : ground_.roles(id, one.measure)) {
        ground_.within_limits(*role.asking, beyond_limits, [&] { out = Writer{role, branch}.write(); });
        if (out) return out;
      }
    return out;
  }

  const model::Library& library_;
  const Decided& decided_;
  ValidateOptions options_;
  Ground ground_;
  ExampleCoverage out_;
};

}  // namespace

std::size_t CoverageCount::percent() const {
  const auto all = rules + branches;
  return all == 0 ? 100 : 100 * (rules_covered + branches_covered) / all;
}

ExampleCoverage coverage_of(const model::Library& library, const Decided& decided) { return Counter{library, decided}.count(); }

}  // namespace isonomy::analysis
