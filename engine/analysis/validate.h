// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <string>

#include "model/library.h"
#include "source/diagnostic.h"

namespace isonomy::analysis {

/// What `validate` judges the rules by, beside the rules themselves.
struct ValidateOptions {
  base::Date today;                         ///< on which `checked` is stale
  int stale_after_days = 365;               ///< how long reading a source counts as recent
  std::set<std::string> hs_codes{};         ///< codes of the reference nomenclature, of 2, 4 and 6 digits; empty if there is none
  std::optional<source::FileId> only = {};  ///< what stands in this file alone is judged, by all law that binds whom its rules bind
};

/// Everything that is wrong or doubtful in a library without mistakes of form, found by exact reasoning: each jurisdiction is asked each
/// measure with the other end of the route and all facts open. One check a code: E0604 and the E08xx, W08xx and N08xx of `codes.def`.
/// Every witness has been replayed in the reference evaluator and is cut down to the facts that matter.
/// A question beyond a limit is reported with its code (E060x) and the other checks go on.
/// Cost: each measure is decided once for each group of jurisdictions with the same law, and once more for each rule left out.
source::Diagnostics validate(const model::Library& library, const ValidateOptions& options);

}  // namespace isonomy::analysis
