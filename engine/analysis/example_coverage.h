// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/examples.h"

namespace isonomy::analysis {

/// A rule, or a branch of its condition, that no passing example decides by.
struct Uncovered {
  model::RuleId rule;
  std::string branch;   ///< as a rule file has it; empty for the rule itself
  source::Span span;    ///< of the rule's name, or of the branch
  std::string example;  ///< a block to paste, which passes and covers it
};

/// How many rules and branches there are, and how many of them examples decide by.
struct CoverageCount {
  std::size_t rules = 0;
  std::size_t rules_covered = 0;
  std::size_t branches = 0;
  std::size_t branches_covered = 0;

  /// Of rules and branches together, rounded down; 100 if there are none.
  std::size_t percent() const;
};

/// How much of the law the examples pin down. Only what some transaction can reach is counted: rules that never answer are for `validate`.
struct ExampleCoverage {
  CoverageCount all;
  std::map<std::string, CoverageCount> owners;  ///< by jurisdiction or bloc that made the rules
  std::vector<Uncovered> uncovered;             ///< by rule, in order of declaration
};

/// A rule is covered if it decided what a passing example expects; a branch (see `branches_of`) if it held there as well.
/// Cost: as `validate`, and a few reference evaluations for each generated example.
ExampleCoverage coverage_of(const model::Library& library, const Decided& decided);

}  // namespace isonomy::analysis
