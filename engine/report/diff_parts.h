// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "analysis/diff.h"
#include "report/phrases.h"

namespace isonomy::report {

/// What the texts about a difference share.
class DiffParts {
 protected:
  DiffParts(const Desk& desk, const analysis::DiffAnswer& answer)
      : desk_{desk}, answer_{answer}, a_{desk.library.jurisdictions[answer.a].name}, b_{desk.library.jurisdictions[answer.b].name} {}

  /// The measures that are so, in order.
  std::vector<const analysis::MeasureDifference*> those(analysis::Likeness likeness) const {
    std::vector<const analysis::MeasureDifference*> out;
    for (const auto& one : answer_.measures)
      if (one.likeness() == likeness) out.push_back(&one);
    return out;
  }
  /// In how many cases the measure differs or is open, and for which values of its facts if several regions say so; or that nobody counted. Empty if
  /// it is the same.
  std::string cases(const analysis::MeasureDifference& one) const;
  /// Instead of the value of a side that varies.
  static constexpr std::string_view varying = "answers, not always the same";

  const Desk& desk_;
  const analysis::DiffAnswer& answer_;
  std::string a_;  ///< the names of the two
  std::string b_;
};

}  // namespace isonomy::report
