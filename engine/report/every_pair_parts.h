// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "analysis/pair_summary.h"
#include "report/phrases.h"

namespace isonomy::report {

/// What the texts about many jurisdictions share.
class EveryPairParts {
 protected:
  EveryPairParts(const Desk& desk, const analysis::EveryPairAnswer& answer);

  struct Summarized {
    analysis::MeasureLikeness measure;
    analysis::PairSummary summary;
  };

  /// Who is open with every other in every measure; empty for nobody.
  std::string left_out() const { return names(left_out_, " "); }
  /// The codes, with something between them.
  std::string names(const std::vector<model::JurisdictionId>& who, std::string_view between) const;
  /// `AA BB; CC DD; and 3 more`.
  std::string groups(const analysis::PairSummary& summary) const;
  /// A command that shows the regions of a pair that differs, or else is open; empty if there is none.
  std::string command() const;
  /// How many measures differ for some pair, are the same for all, or are neither.
  std::string conclusion() const;

  const Desk& desk_;
  const analysis::EveryPairAnswer& answer_;
  std::vector<model::JurisdictionId> left_out_;  ///< said once, because else each measure would say it
  std::vector<Summarized> measures_;             ///< of the others

 private:
  std::string command_of(analysis::Likeness likeness) const;
  std::size_t count(analysis::Likeness worst) const;
};

}  // namespace isonomy::report
