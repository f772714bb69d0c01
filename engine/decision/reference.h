// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "decision/cover.h"

namespace isonomy::decision::reference {

/// What the judge finds for one transaction.
struct Verdict {
  Outcome outcome;
  std::vector<model::RuleId> rules;  ///< those that made the outcome, by id
  bool conflict = false;             ///< two of them disagree
};

/// The slow, plain reading of docs/language.md: straight over the model, no cubes, no cells. It judges every faster way.
/// A fact the transaction lacks makes the comparisons that need it unknown. Cost: all rules of the measure, each pair of them.
Verdict decide(const model::Library& library, const Seat& seat, model::MeasureId measure, const Transaction& facts);

/// The rules that answer a measure for one transaction wherever it is asked: they apply and nothing that applies overrides them. `doubtful` if
/// nobody knows whether they apply; then the answer is unknown.
struct Standing {
  std::vector<model::RuleId> rules;
  bool doubtful = false;
};
Standing standing(const model::Library& library, const Seat& seat, model::MeasureId measure, const Transaction& facts);

/// Whether a condition over facts holds for the transaction.
model::Truth holds(const model::Library& library, const Seat& seat, const model::Condition& condition, const Transaction& facts);

}  // namespace isonomy::decision::reference
