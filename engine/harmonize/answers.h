// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "decision/decision.h"
#include "harmonize/profile.h"

namespace isonomy::harmonize {

/// What each jurisdiction answers to one measure, deal by deal: numbers into `outcomes`. A measure asked of both ends is asked of each, so
/// that it has two columns a deal.
struct Answers {
  std::vector<decision::Outcome> outcomes;          ///< each once
  std::vector<std::vector<std::uint32_t>> columns;  ///< per jurisdiction, per deal (and end)
  std::vector<std::int64_t> weights;                ///< per column
};

/// Asks the reference evaluator; deals that agree on every fact the rules look at are asked once. Where rules contradict each other the
/// answer is unknown. Cost: jurisdictions x distinct deals x rules of the measure.
Answers answers_of(const model::Library& library, model::MeasureId measure, const std::vector<model::JurisdictionId>& scope,
                   const Profile& profile, base::Date day);

}  // namespace isonomy::harmonize
