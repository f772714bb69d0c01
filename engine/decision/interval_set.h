// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>
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

/// A set of cells of one axis as sorted, disjoint, non-touching intervals. A single interval, by far the most frequent, takes no heap.
class IntervalSet {
 public:
  IntervalSet() = default;
  IntervalSet(Cell low, Cell high);
  IntervalSet(const IntervalSet& other);
  IntervalSet(IntervalSet&& other) noexcept { swap(other); }
  IntervalSet& operator=(IntervalSet other) noexcept {
    swap(other);
    return *this;
  }
  ~IntervalSet() = default;
  /// Any intervals, in any order.
  static IntervalSet of(std::vector<Interval> intervals);

  bool empty() const { return size_ == 0; }
  bool contains(Cell cell) const;
  bool contains(const IntervalSet& other) const;
  bool meets(const IntervalSet& other) const;
  std::uint64_t count() const;
  Cell first() const { return parts().front().low; }
  Cell last() const { return parts().back().high - 1; }
  std::span<const Interval> parts() const { return {size_ > 1 ? many_.get() : &one_, size_}; }

  IntervalSet operator&(const IntervalSet& other) const;
  IntervalSet operator|(const IntervalSet& other) const;
  IntervalSet operator-(const IntervalSet& other) const;

  friend bool operator==(const IntervalSet& a, const IntervalSet& b);

 private:
  explicit IntervalSet(std::span<const Interval> sorted);
  /// Those of the intervals that may meet the other.
  std::span<const Interval> near(const IntervalSet& other) const;
  void swap(IntervalSet& other) noexcept;

  Interval one_;
  std::uint32_t size_ = 0;
  std::unique_ptr<Interval[]> many_;  ///< all of them, if there is more than one
};

/// The set with two cells of the axis exchanged: what was said of one is said of the other.
IntervalSet exchanged(const IntervalSet& cells, Cell a, Cell b);

}  // namespace isonomy::decision
