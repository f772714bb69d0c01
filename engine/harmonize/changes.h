// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "harmonize/problem.h"
#include "model/library.h"

namespace isonomy::harmonize {

/// What a change costs, by owner (a jurisdiction or bloc) and measure; an empty name stands for any. Nothing means never to be changed.
using Costs = std::map<std::pair<std::string, std::string>, std::optional<Cost>>;

/// The changes of law there are: each rule's answer to a measure is a variable, and its labels are the answers in use. A rule may say what any rule in force
/// in the library says of the measure, or what a commitment names; a silent rule may also stay silent. Ordered answers are numbered
/// in their order. Rows of tables, and rules that say the answer is unknown, are never changed.
class Changes {
 public:
  Changes(const model::Library& library, const Costs& costs) : library_{library}, costs_{costs} {}

  /// The number of a rule's answer; given on first use.
  Variable variable(model::RuleId rule, model::MeasureId measure);
  std::size_t count() const { return variables_.size(); }
  std::size_t size(Variable one) const { return variables_[one].options.size(); }
  const model::Assignment& option(Variable one, Label label) const { return variables_[one].options[label]; }
  model::RuleId rule(Variable one) const { return variables_[one].rule; }
  Label current(Variable one) const { return variables_[one].current; }
  Cost cost(Variable one, Label label) const { return label == current(one) ? 0 : variables_[one].cost; }

  /// Labels for every variable: those given, then what the law says now.
  Labels completed(Labels labels) const;
  std::vector<std::vector<Cost>> costs() const;
  /// The library as it would read. Cost: a copy.
  model::Library edited(const Labels& labels) const;

 private:
  struct One {
    model::RuleId rule;
    std::vector<model::Assignment> options;
    Label current = 0;
    Cost cost = 1;
  };
  One make(model::RuleId rule, model::MeasureId measure);
  const std::vector<model::Value>& in_use(model::MeasureId measure);
  std::optional<Cost> price(model::RuleId rule, model::MeasureId measure) const;

  const model::Library& library_;
  const Costs& costs_;
  std::vector<One> variables_;
  std::map<std::pair<model::RuleId, model::MeasureId>, Variable> numbers_;
  std::map<model::MeasureId, std::vector<model::Value>> in_use_;
};

}  // namespace isonomy::harmonize
