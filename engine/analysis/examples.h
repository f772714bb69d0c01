// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/answer.h"

namespace isonomy::analysis {

/// How one `example` of a rule file came out.
struct ExampleResult {
  std::string name;
  source::Span span;
  bool passed = false;
  std::vector<std::string> failures;  ///< one sentence per expectation that does not hold
};

/// Runs every example of the library against its own law. A line's facts belong to that line; an expectation must hold for each line.
/// Cost: one `check` per example and line.
std::vector<ExampleResult> run_examples(const model::Library& library);

/// The facts a journey states by its means of transport: the vocabulary's fact `mode`, if it has one and nothing else states it.
void add_modes(const model::Library& library, const model::Journey& journey, std::vector<model::Test>& given);

}  // namespace isonomy::analysis
