// SPDX-License-Identifier: Apache-2.0
#include "analysis/validation/ground.h"

namespace isonomy::analysis {
namespace {

// The one list of checks, in the order in which they run.
constexpr validation::Check check_list[] = {
    validation::inconsistent_rules,  //
    validation::incomplete_rulesets, validation::empty_conditions, validation::idle_rules, validation::redundant_rules,
};

}  // namespace

source::Diagnostics validate(const model::Library& library, const ValidateOptions& options) {
  source::Diagnostics out;
  validation::Ground ground{library, options};
  for (const auto check : check_list) check(ground, out);
  return out;
}

}  // namespace isonomy::analysis
