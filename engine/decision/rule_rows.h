// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "decision/answers.h"
#include "decision/decision.h"

namespace isonomy::decision {

/// What a measure's answer is at a point, and why.
struct Ending {
  Outcome outcome;
  std::vector<model::RuleId> rules;  ///< those that make it, by id
  bool conflict = false;             ///< two of them disagree: a mistake in the rules (E0604)
};

/// The rules that bind a seat on one measure, as boxes with a number each, and what follows from those that hold at a point.
class RuleRows {
 public:
  /// Pairs of rules of which one overrides the other, chains included, that are kept.
  static constexpr std::size_t most_overrides = 20'000'000;

  /// Error: `TooLarge` with E0602 beyond `most_overrides`, and as `cubes_of`.
  RuleRows(const model::Library& library, KnownRules& rules, const Seat& seat, model::MeasureId measure);

  const std::vector<Cube>& cubes() const { return cubes_; }
  /// The answer where exactly these boxes hold.
  Ending ending(std::span<const std::uint32_t> holding) const;
  /// Drops the boxes that cannot matter any more, given which of them hold for certain: those of rules that are overridden, or that apply already.
  template <class Settled>
  void drop_beaten(std::vector<std::uint32_t>& open, Settled settled) const;

 private:
  struct Row {
    std::uint32_t rule = 0;  ///< place in `rules_`
    bool surely = true;      ///< else the rule may apply here
  };
  void add(std::uint32_t rule, const std::vector<Cube>& cubes, bool surely);
  bool beats(std::uint32_t winner, std::uint32_t loser) const {
    return std::binary_search(beaten_by_[loser].begin(), beaten_by_[loser].end(), winner);
  }
  std::vector<std::uint32_t> standing(const std::vector<std::uint32_t>& rules, const std::vector<std::uint32_t>& surely) const;
  std::vector<std::uint32_t> of_kind(const std::vector<std::uint32_t>& rules, std::initializer_list<model::Assignment::Kind> kinds) const;
  Ending with(const Outcome& outcome, const std::vector<std::uint32_t>& rules) const;
  Ending agree(const std::vector<std::uint32_t>& rules) const;
  Ending sum(const std::vector<std::uint32_t>& rules) const;

  const model::Library& library_;
  model::MeasureId measure_;
  std::vector<model::RuleId> rules_;
  std::vector<const model::Assignment*> assignments_;
  std::vector<std::size_t> answers_;
  std::vector<std::vector<std::uint32_t>> beaten_by_;  ///< per rule those that override it, sorted
  std::vector<Row> rows_;
  std::vector<Cube> cubes_;
};

template <class Settled>
void RuleRows::drop_beaten(std::vector<std::uint32_t>& open, Settled settled) const {
  std::vector<std::uint32_t> winners;
  for (const auto row : open)
    if (rows_[row].surely && settled(row)) winners.push_back(row);
  if (winners.empty()) return;
  std::erase_if(open, [&](std::uint32_t row) {
    const auto rule = rows_[row].rule;
    return std::any_of(winners.begin(), winners.end(), [&](std::uint32_t winner) {
      const auto by = rows_[winner].rule;
      return by == rule ? winner < row || !rows_[row].surely || !settled(row) : beats(by, rule);
    });
  });
}

}  // namespace isonomy::decision
