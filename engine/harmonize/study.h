// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "harmonize/distance.h"

namespace isonomy::harmonize {

/// Exports in US dollars of one year; where they come from is said in the rules' `reference/README.md`.
struct Trade {
  std::string year;
  std::map<std::pair<model::JurisdictionId, model::JurisdictionId>, std::int64_t> exports;
};

/// What one jurisdiction would have to move on one measure, and what hangs on it. Places are positions in the comparison.
struct Need {
  std::size_t who = 0;
  std::size_t measure = 0;
  base::Rational share;                     ///< of all distance in the scope, from 0 to 1; all needs together have 1
  decision::Outcome own;                    ///< its answer to most of the profile
  decision::Outcome target;                 ///< that of the benchmark
  bool at_target = false;                   ///< it answers as the benchmark does, wherever both are known
  std::vector<model::CommitmentId> agreed;  ///< commitments on the measure that bind it on the day
  std::optional<std::int64_t> trade;        ///< its exports to and imports from the rest of the scope, US dollars
};

struct Study {
  Distances distances;
  std::optional<std::size_t> benchmark;
  std::vector<Need> needs;  ///< largest first; those that add nothing are left out
  std::string trade_year;   ///< empty without trade figures
};

/// How far apart the jurisdictions are and what makes them so: distances, the benchmark (medoid), and the needs ranked.
/// Cost: the answers of every jurisdiction to every measure, then pairs x measures.
Study study(const model::Library& library, Comparison comparison, const Trade& trade);

}  // namespace isonomy::harmonize
