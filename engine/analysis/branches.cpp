// SPDX-License-Identifier: Apache-2.0
#include "analysis/branches.h"

namespace isonomy::analysis {
namespace {

using model::Condition;

void collect(const Condition& condition, bool negated, std::vector<Condition>& out) {
  if (condition.kind == Condition::Kind::negation) return collect(condition.parts[0], !negated, out);
  const bool alternatives = condition.kind == (negated ? Condition::Kind::all : Condition::Kind::any);
  for (const auto& part : condition.parts) {
    if (alternatives) out.push_back(negated ? Condition{Condition::Kind::negation, {}, {part}} : part);
    collect(part, negated, out);
  }
}

}  // namespace

std::vector<Condition> branches_of(const Condition& condition) {
  std::vector<Condition> out;
  collect(condition, false, out);
  return out;
}

source::Span span_of(const Condition& condition) {
  return condition.kind == Condition::Kind::test || condition.parts.empty() ? condition.test.span : span_of(condition.parts[0]);
}

}  // namespace isonomy::analysis
