// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "decision/range_index.h"
#include "decision/region.h"

namespace isonomy::decision {

/// Finds those of many terms whose boxes meet a box: by the one axis that tells them apart best. Cost of a question: see `RangeIndex`.
class TermIndex {
 public:
  /// The terms outlive the index.
  TermIndex(const Region& terms, const std::vector<Cell>& sizes);
  /// The axis that tells the terms apart; nothing where there are few.
  std::optional<AxisIndex> axis() const { return terms_.size() > few ? std::optional{axis_} : std::nullopt; }
  /// In the order of the terms.
  std::vector<const Term*> meeting(const Cube& box) const;

 private:
  static constexpr std::size_t few = 32;  ///< of which all are looked at

  Interval range(const Cube& box) const;
  AxisIndex best_axis(const std::vector<Cell>& sizes) const;

  const Region& terms_;
  AxisIndex axis_ = 0;
  Cell size_ = 0;
  RangeIndex index_;
};

}  // namespace isonomy::decision
