// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/every_pair.h"

namespace isonomy::analysis {

/// What a reader asks first of one measure of many jurisdictions.
struct PairSummary {
  std::size_t pairs = 0;
  std::size_t same = 0;
  std::size_t differ = 0;  ///< pairs that differ somewhere, open elsewhere or not
  std::size_t unknown = 0;
  /// Groups of which each two answer alike, none within another; each pair that does is in one, and where likeness is no equivalence (the partner of one
  /// may be another), some jurisdictions are in several.
  std::vector<std::vector<model::JurisdictionId>> alike;
  std::vector<model::JurisdictionId> open;  ///< those of which no pair is known to differ or to be the same

  /// What all pairs are, if they are one; `same` where there are none.
  std::optional<Likeness> all() const;
};

/// Those of which no pair is known to differ or to be the same in any measure; nobody where that is so of all, so at least two are left.
std::vector<model::JurisdictionId> open_throughout(const EveryPairAnswer& answer);

/// The measure without the pairs of some.
MeasureLikeness without(MeasureLikeness measure, const std::vector<model::JurisdictionId>& some);

/// Cost: for each group the product of its size and the number of jurisdictions.
PairSummary summary_of(const MeasureLikeness& measure, const std::vector<model::JurisdictionId>& who);

/// How a measure stands over all its pairs: differs if one does, else unknown if one is.
Likeness worst_of(const PairSummary& summary);

}  // namespace isonomy::analysis
