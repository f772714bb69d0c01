// SPDX-License-Identifier: Apache-2.0
#include "analysis/validation/ground.h"

namespace isonomy::analysis {
namespace {

// The one list of checks, in the order in which they run.
constexpr validation::Check check_list[] = {
    validation::inconsistent_rules,       //
    validation::incomplete_rulesets,      //
    validation::empty_conditions,         //
    validation::idle_rules,               //
    validation::redundant_rules,          //
    validation::threshold_holes,          //
    validation::overlapping_days,         //
    validation::unknown_hs_codes,         //
    validation::currencies_without_rate,  //
    validation::many_rules,               //
    validation::sources_checked,          //
};

}  // namespace

source::Diagnostics validate(const model::Library& library, const ValidateOptions& options) {
  source::Diagnostics out;
  validation::Ground ground{library, options};
  for (const auto check : check_list) check(ground, out);
  return out;
}

}  // namespace isonomy::analysis
