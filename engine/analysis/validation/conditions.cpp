// SPDX-License-Identifier: Apache-2.0
#include "analysis/validation/conditions.h"

namespace isonomy::analysis::validation {
namespace {

using Visit = std::function<void(const model::Test&)>;

void visit_condition(const model::Condition& condition, const Visit& visit) {
  if (condition.kind == model::Condition::Kind::test) visit(condition.test);
  for (const auto& part : condition.parts) visit_condition(part, visit);
}

}  // namespace

void each_test(const model::Library& library, const Visit& visit) {
  for (const auto& rule : library.rules) visit_condition(rule.when, visit);
  for (const auto& commitment : library.commitments) {
    visit(commitment.bound);
    visit_condition(commitment.when, visit);
  }
  for (const auto& clash : library.clashes) visit_condition(clash.when, visit);
  for (const auto& example : library.examples) {
    for (const auto& test : example.given) visit(test);
    for (const auto& line : example.lines)
      for (const auto& test : line) visit(test);
  }
}

}  // namespace isonomy::analysis::validation
