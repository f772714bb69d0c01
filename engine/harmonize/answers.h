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

/// What a jurisdiction is asked about a measure at one end: each question once, and which of them each deal asks. Deals that agree on
/// every fact the rules look at ask the same.
struct Put {
  decision::Seat seat;
  decision::Transaction facts;
};
struct Questions {
  std::vector<Put> puts;
  std::vector<std::size_t> of_deal;
};
Questions questions_of(const model::Library& library, model::MeasureId measure, model::End end, model::JurisdictionId who,
                       const Profile& profile, base::Date day);

/// The position of an outcome in a list that holds each once; adds it if it is new.
std::uint32_t number_of(std::vector<decision::Outcome>& outcomes, const decision::Outcome& one);

/// Asks the reference evaluator; deals that agree on every fact the rules look at are asked once. Where rules contradict each other the
/// answer is unknown. Cost: jurisdictions x distinct deals x rules of the measure.
Answers answers_of(const model::Library& library, model::MeasureId measure, const std::vector<model::JurisdictionId>& scope,
                   const Profile& profile, base::Date day);

}  // namespace isonomy::harmonize
