// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "harmonize/plan.h"
#include "harmonize/study.h"
#include "source/diagnostic.h"

namespace isonomy::harmonize {

/// All that `harmonize` says of a scope.
struct Answer {
  std::string scope;  ///< as asked for
  base::Date on;
  std::optional<Study> study;
  std::optional<Plan> plan;         ///< if one was asked for
  source::Diagnostics diagnostics;  ///< if they hold an error, nothing else is said
};

}  // namespace isonomy::harmonize
