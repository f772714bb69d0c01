// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/answer.h"

namespace isonomy::analysis {

/// Why one jurisdiction answers as it does: the rules that won and lost, each condition with the actual value, and the nearest
/// changes of facts that would give another answer. Where facts left open matter, one transaction within the given facts is
/// explained and the regions are listed. `who` may be invalid if only one position is asked.
/// Errors: E0404 if the measure is not asked of anybody on the route, or of several and `who` does not say which; those of `check`.
ExplainAnswer explain(const model::Library& library, const Question& question, model::MeasureId measure, model::JurisdictionId who);

}  // namespace isonomy::analysis
