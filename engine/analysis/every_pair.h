// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/diff.h"

namespace isonomy::analysis {

/// Which measures of many jurisdictions are compared, each with each, for which facts.
struct EveryPairQuestion {
  std::vector<model::JurisdictionId> who;
  std::vector<model::MeasureId> measures;
  std::vector<model::Test> given;
};

/// How two answer a measure; where both are false they answer alike everywhere, and it is known.
struct PairLikeness {
  model::JurisdictionId a;
  model::JurisdictionId b;
  bool differs = false;  ///< for some facts both answers are known and not the same
  bool open = false;     ///< for some facts one is silent or unknown, or the two do not compare

  Likeness likeness() const { return differs ? Likeness::differs : open ? Likeness::unknown : Likeness::same; }
};

struct MeasureLikeness {
  model::MeasureId measure;
  model::End position = model::End::receiver;
  std::vector<PairLikeness> pairs;  ///< each pair once, in the order of the question
};

struct EveryPairAnswer {
  std::vector<model::JurisdictionId> who;
  std::optional<base::Date> on;
  std::vector<std::pair<std::string, std::string>> given;
  std::vector<MeasureLikeness> measures;  ///< by measure, sender before receiver
  source::Diagnostics diagnostics;        ///< if they hold an error, there is no answer
};

/// For each pair and measure what `diff` would find, without its regions. Diagrams answer, each decision made once; where they outgrow
/// `limits::pair_parts`, the pairs are compared one by one, so the answer is always complete.
/// Errors in the answer's diagnostics: as of `diff`. Cost: a diagram for each jurisdiction, measure and end, and for each pair mostly a path through two.
EveryPairAnswer every_pair(const model::Library& library, const EveryPairQuestion& question);

}  // namespace isonomy::analysis
