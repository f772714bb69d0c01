// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "decision/diagram_build.h"
#include "decision/rule_rows.h"

namespace isonomy::decision {

/// The different endings of measures, numbered; outcomes are kept once.
class Endings {
 public:
  struct Slim {
    std::uint32_t outcome = 0;
    std::uint32_t first_rule = 0;
    std::uint32_t rules = 0;
    bool conflict = false;
  };

  explicit Endings(const model::Library& library) : answers_{library} {}
  std::uint32_t number(const Ending& ending);
  const Slim& operator[](std::uint32_t number) const { return slim_[number]; }
  const Outcome& outcome(std::uint32_t number) const { return outcomes_[slim_[number].outcome]; }
  std::span<const model::RuleId> rules(std::uint32_t number) const {
    return {rules_.data() + slim_[number].first_rule, slim_[number].rules};
  }
  std::size_t bytes() const;
  /// Forgets what only numbering needs.
  void freeze();

 private:
  std::uint32_t outcome_number(const Outcome& outcome);

  Answers answers_;
  std::vector<Slim> slim_;
  std::vector<Outcome> outcomes_;
  std::vector<model::RuleId> rules_;
  std::map<std::tuple<std::uint32_t, std::vector<model::RuleId>, bool>, std::uint32_t> known_;
  std::map<std::pair<State, std::size_t>, std::uint32_t> known_outcomes_;
};

/// Everything a measure's answer at a seat rests on: its rules, and those of the measures that decide whether it is asked.
class AskedMeasures {
 public:
  /// How a diagram sees a box of the rules: in other numbers, or not at all.
  using View = std::function<std::optional<Cube>(const Cube&)>;

  /// `space` holds what `collect_measure` adds; `rules` are over it. Without a `view` a diagram is over that space.
  AskedMeasures(const model::Library& library, const Space& space, KnownRules& rules, const Seat& seat, model::MeasureId measure,
                View view = {});

  /// The measure as a diagram whose terminals are numbers of `endings`; nothing if the budget of `store` ends.
  std::optional<Diagram> diagram(Diagrams& store, Endings& endings) const { return diagram(store, endings, measure_); }
  /// The answer at a point. Cost: all boxes.
  Ending at(const Point& point) const { return at(point, measure_); }
  /// Whether the measure is asked at a point.
  model::Truth asked(const Point& point) const { return truth(point, library_.measures[measure_].asked_when); }
  const RuleRows& rows() const { return rows_.at(measure_); }

 private:
  struct Boxes {
    std::vector<Cube> yes;
    std::vector<Cube> no;
  };
  void add(model::MeasureId measure, KnownRules& rules);
  void add(const model::Condition& condition);
  Ending at(const Point& point, model::MeasureId measure) const;
  model::Truth truth(const Point& point, const model::Condition& condition) const;
  model::Truth truth(const Point& point, const model::Test& test) const;
  std::optional<Diagram> diagram(Diagrams& store, Endings& endings, model::MeasureId measure) const;
  std::optional<Diagram> diagram(Diagrams& store, Endings& endings, const model::Condition& condition) const;
  std::optional<Diagram> diagram(Diagrams& store, Endings& endings, const model::Test& test) const;
  std::optional<Diagram> diagram(Diagrams& store, const Boxes& boxes) const;
  std::optional<Diagram> diagram(Diagrams& store, const std::vector<Cube>& boxes, const Meaning& meaning) const;

  const model::Library& library_;
  const Space& space_;
  Seat seat_;
  model::MeasureId measure_;
  View view_;
  std::map<model::MeasureId, RuleRows> rows_;
  std::map<const model::Test*, Boxes> boxes_;
};

}  // namespace isonomy::decision
