// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "decision/cover.h"

namespace isonomy::harmonize {

/// One kind of transaction, with how much of the trade it stands for. Its facts hold the other end (`origin`, `destination`) only where
/// that is a jurisdiction; otherwise it is a third country without agreements, as in a most-favoured-nation comparison.
struct Deal {
  std::string name;
  std::int64_t weight = 1;  ///< at least 1
  decision::Transaction facts;
  model::Scalar other_end = model::Elsewhere{};
};

/// The transactions over which answers are averaged; a fact that a deal leaves out is unknown to the rules that ask for it.
struct Profile {
  std::string origin;  ///< the file it came from
  std::vector<Deal> deals;
};

/// Weights of measures; a measure that is not named has its importance.
using Weights = std::map<model::MeasureId, base::Rational>;

}  // namespace isonomy::harmonize
