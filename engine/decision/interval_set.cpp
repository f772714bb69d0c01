// SPDX-License-Identifier: Apache-2.0
#include "decision/interval_set.h"

#include <algorithm>
#include <utility>

namespace isonomy::decision {

IntervalSet::IntervalSet(Cell low, Cell high) {
  if (low >= high) return;
  one_ = {low, high};
  size_ = 1;
}

IntervalSet::IntervalSet(std::span<const Interval> sorted) : size_{static_cast<std::uint32_t>(sorted.size())} {
  if (size_ == 1) one_ = sorted.front();
  if (size_ < 2) return;
  many_ = std::make_unique_for_overwrite<Interval[]>(size_);
  std::copy(sorted.begin(), sorted.end(), many_.get());
}

IntervalSet::IntervalSet(const IntervalSet& other) : IntervalSet{other.parts()} {}

void IntervalSet::swap(IntervalSet& other) noexcept {
  std::swap(one_, other.one_);
  std::swap(size_, other.size_);
  std::swap(many_, other.many_);
}

bool operator==(const IntervalSet& a, const IntervalSet& b) {
  const auto mine = a.parts();
  const auto theirs = b.parts();
  return std::equal(mine.begin(), mine.end(), theirs.begin(), theirs.end());
}

IntervalSet IntervalSet::of(std::vector<Interval> intervals) {
  std::erase_if(intervals, [](Interval i) { return i.low >= i.high; });
  std::sort(intervals.begin(), intervals.end(), [](Interval a, Interval b) { return a.low < b.low; });
  std::size_t kept = 0;
  for (const auto interval : intervals) {
    if (kept > 0 && interval.low <= intervals[kept - 1].high) intervals[kept - 1].high = std::max(intervals[kept - 1].high, interval.high);
    else intervals[kept++] = interval;
  }
  return IntervalSet{std::span<const Interval>{intervals.data(), kept}};
}

bool IntervalSet::contains(Cell cell) const {
  const auto all = parts();
  const auto next = std::upper_bound(all.begin(), all.end(), cell, [](Cell c, Interval i) { return c < i.low; });
  return next != all.begin() && cell < std::prev(next)->high;
}

bool IntervalSet::contains(const IntervalSet& other) const {
  const auto all = near(other);
  auto mine = all.begin();
  for (const auto theirs : other.parts()) {
    while (mine != all.end() && mine->high <= theirs.low) ++mine;
    if (mine == all.end() || theirs.low < mine->low || mine->high < theirs.high) return false;
  }
  return true;
}

// One interval finds its place among many by halving.
std::span<const Interval> IntervalSet::near(const IntervalSet& other) const {
  const auto all = parts();
  if (all.size() < 8 || other.size_ != 1) return all;
  const auto first = std::partition_point(all.begin(), all.end(), [&](Interval i) { return i.high <= other.one_.low; });
  const auto last = std::partition_point(first, all.end(), [&](Interval i) { return i.low < other.one_.high; });
  return {first, last};
}

bool IntervalSet::meets(const IntervalSet& other) const {
  const auto mine = near(other);
  const auto theirs = other.near(*this);
  for (auto a = mine.begin(), b = theirs.begin(); a != mine.end() && b != theirs.end();) {
    if (a->low < b->high && b->low < a->high) return true;
    if (a->high < b->high) ++a;
    else ++b;
  }
  return false;
}

std::uint64_t IntervalSet::count() const {
  std::uint64_t total = 0;
  for (const auto part : parts()) total += part.high - part.low;
  return total;
}

IntervalSet IntervalSet::operator&(const IntervalSet& other) const {
  if (size_ == 1 && other.size_ == 1) return {std::max(one_.low, other.one_.low), std::min(one_.high, other.one_.high)};
  std::vector<Interval> out;
  const auto mine = near(other);
  const auto theirs = other.near(*this);
  for (auto a = mine.begin(), b = theirs.begin(); a != mine.end() && b != theirs.end();) {
    const Interval common{std::max(a->low, b->low), std::min(a->high, b->high)};
    if (common.low < common.high) out.push_back(common);
    if (a->high < b->high) ++a;
    else ++b;
  }
  return IntervalSet{std::span<const Interval>{out}};
}

IntervalSet IntervalSet::operator|(const IntervalSet& other) const {
  std::vector<Interval> all{parts().begin(), parts().end()};
  all.insert(all.end(), other.parts().begin(), other.parts().end());
  return of(std::move(all));
}

IntervalSet IntervalSet::operator-(const IntervalSet& other) const {
  std::vector<Interval> out;
  const auto cuts = other.near(*this);
  auto cut = cuts.begin();
  for (auto part : parts()) {
    while (cut != cuts.end() && cut->high <= part.low) ++cut;
    for (auto at = cut; at != cuts.end() && at->low < part.high; ++at) {
      if (part.low < at->low) out.push_back({part.low, at->low});
      part.low = std::max(part.low, at->high);
    }
    if (part.low < part.high) out.push_back(part);
  }
  return IntervalSet{std::span<const Interval>{out}};
}

IntervalSet exchanged(const IntervalSet& cells, Cell a, Cell b) {
  if (cells.contains(a) == cells.contains(b)) return cells;
  const IntervalSet one{a, a + 1};
  const IntervalSet other{b, b + 1};
  return cells.contains(a) ? (cells - one) | other : (cells - other) | one;
}

}  // namespace isonomy::decision
