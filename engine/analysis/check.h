// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/answer.h"

namespace isonomy::analysis {

/// Everything the law of the route says about a consignment: the decision of each measure at each position, the clashes between the
/// ends (found and possible), the commitments that are not kept, what is silent and what is unknown. Complete for the facts left open.
/// Errors in the answer's diagnostics: E0413, E0704 for the given facts, E0604 where rules disagree, E060x for limits; then there
/// is no answer. Cost: the decisions of every measure at every seat, plus one coverage question per widening of a printed region.
CheckAnswer check(const model::Library& library, const Question& question);

/// The facts in words, and the date if it is fixed to one day.
std::vector<std::pair<std::string, std::string>> given_words(const model::Library& library, const Question& question);
std::optional<base::Date> fixed_day(const Question& question);

}  // namespace isonomy::analysis
