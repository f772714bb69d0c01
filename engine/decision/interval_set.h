// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

namespace isonomy::decision {

/// The smallest part of an axis that no constant of the question divides.
using Cell = std::uint32_t;

/// Half-open range of cells.
struct Interval {
  Cell low = 0;
  Cell high = 0;

  friend bool operator==(Interval, Interval) = default;
};

/// A set of cells of one axis as sorted, disjoint, non-touching intervals.
class IntervalSet {
 public:
  IntervalSet() = default;
  IntervalSet(Cell low, Cell high);
  /// Any intervals, in any order.
  static IntervalSet of(std::vector<Interval> intervals);

  bool empty() const { return parts_.empty(); }
  bool contains(Cell cell) const;
  bool contains(const IntervalSet& other) const;
  bool meets(const IntervalSet& other) const;
  std::uint64_t count() const;
  Cell first() const { return parts_.front().low; }
  Cell last() const { return parts_.back().high - 1; }
  const std::vector<Interval>& parts() const { return parts_; }

  IntervalSet operator&(const IntervalSet& other) const;
  IntervalSet operator|(const IntervalSet& other) const;
  IntervalSet operator-(const IntervalSet& other) const;

  friend bool operator==(const IntervalSet&, const IntervalSet&) = default;

 private:
  std::vector<Interval> parts_;
};

}  // namespace isonomy::decision
