// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>

#include "analysis/answer.h"

namespace isonomy::analysis {

/// How one `example` of a rule file came out.
struct ExampleResult {
  std::string name;
  source::Span span;
  bool passed = false;
  std::vector<std::string> failures;  ///< one sentence per expectation that does not hold
};

/// What the expectations of passing examples were decided by: each rule, with the numbers of its branches (see `branches_of`) that held.
using Decided = std::map<model::RuleId, std::set<std::size_t>>;

enum class ExampleWay : std::uint8_t {
  quick,   ///< by the reference evaluator, where the facts left out cannot matter
  regions  ///< by regions always; slow, and the judge of the other in tests
};

/// Runs every example of the library against its own law. A line's facts belong to that line; an expectation must hold for each line.
/// Only what is expected is decided: a clash elsewhere, or rules that disagree about another measure, fail no example.
/// `decided`, if given, gathers what was decided. Cost: one reference evaluation an expectation and line, where facts suffice.
std::vector<ExampleResult> run_examples(const model::Library& library, Decided* decided = nullptr, ExampleWay way = ExampleWay::quick);

/// The facts a journey states by its means of transport: the vocabulary's fact `mode`, if it has one and nothing else states it.
void add_modes(const model::Library& library, const model::Journey& journey, std::vector<model::Test>& given);

}  // namespace isonomy::analysis
