// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "analysis/validation/ground.h"
#include "source/codes.h"

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

// A question beyond a limit is told wherever its measure stands.
source::Diagnostics here(const validation::Ground& ground, const source::Diagnostics& found) {
  constexpr std::array limits{source::Code::question_too_large, source::Code::too_many_regions, source::Code::condition_too_large};
  source::Diagnostics out;
  for (const auto& one : found.items()) {
    const bool beside = std::any_of(one.related.begin(), one.related.end(), [&](const auto& note) { return ground.judges(note.span); });
    if (ground.judges(one.span) || beside || std::find(limits.begin(), limits.end(), one.code) != limits.end()) out.add(one);
  }
  return out;
}

}  // namespace

source::Diagnostics validate(const model::Library& library, const ValidateOptions& options) {
  source::Diagnostics out;
  validation::Ground ground{library, options};
  for (const auto check : check_list) check(ground, out);
  return options.only ? here(ground, out) : out;
}

}  // namespace isonomy::analysis
