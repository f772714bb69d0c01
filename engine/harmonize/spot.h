// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <vector>

#include "decision/cover.h"
#include "harmonize/changes.h"

namespace isonomy::harmonize {

/// One transaction, and what each measure is answered there whatever its rules come to say. Which rules decide at a transaction depends on
/// facts alone; so its answers are a function of the labels of a few variables.
class Spot {
 public:
  using SeatOf = decision::Compiler::SeatOf;

  Spot(const model::Library& library, Changes& changes, decision::Transaction facts)
      : library_{library}, changes_{changes}, facts_{std::move(facts)} {}

  /// Makes ready to answer a measure at a seat; finds the variables on which the answer hangs.
  void look(const decision::Seat& seat, model::MeasureId measure);
  const std::vector<Variable>& variables() const { return variables_; }

  /// The answer under the labels. `agree` becomes false if two rules of one law say different things. Both must have been looked at.
  decision::Outcome outcome(const decision::Seat& seat, model::MeasureId measure, const Labels& labels, bool& agree) const;
  model::Truth truth(const model::Condition& condition, const SeatOf& seat_of, const Labels& labels, bool& agree) const;

 private:
  /// The rules that stand where a measure is asked, as variables.
  struct Node {
    std::vector<Variable> standing;
    bool doubtful = false;
  };
  void look(const decision::Seat& seat, const model::Condition& asked_when);
  model::Truth asked(const decision::Seat& seat, const model::Condition& asked_when, const Labels& labels, bool& agree) const;
  decision::Outcome said(const Node& node, bool set, const Labels& labels, bool& agree) const;
  decision::Outcome together(const std::vector<const model::Assignment*>& valued, bool set, bool& agree) const;

  const model::Library& library_;
  Changes& changes_;
  decision::Transaction facts_;
  std::map<std::pair<decision::Seat, model::MeasureId>, Node> nodes_;
  std::vector<Variable> variables_;
};

/// The labels of the spot's variables for which `bad` holds, as clauses over those on which it hangs at all. Tries every combination; beyond
/// `limits::plan_answers` only boxes around the labels `now`, which rules out less but nothing wrongly.
std::vector<Clause> clauses_of(const Changes& changes, const std::vector<Variable>& variables, const Labels& now,
                               const std::function<bool(const Labels&)>& bad);

}  // namespace isonomy::harmonize
