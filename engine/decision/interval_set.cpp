// SPDX-License-Identifier: Apache-2.0
#include "decision/interval_set.h"

#include <algorithm>

namespace isonomy::decision {

IntervalSet::IntervalSet(Cell low, Cell high) {
  if (low < high) parts_.push_back({low, high});
}

IntervalSet IntervalSet::of(std::vector<Interval> intervals) {
  std::erase_if(intervals, [](Interval i) { return i.low >= i.high; });
  std::sort(intervals.begin(), intervals.end(), [](Interval a, Interval b) { return a.low < b.low; });
  IntervalSet out;
  for (const auto interval : intervals) {
    if (!out.parts_.empty() && interval.low <= out.parts_.back().high)
      out.parts_.back().high = std::max(out.parts_.back().high, interval.high);
    else out.parts_.push_back(interval);
  }
  return out;
}

bool IntervalSet::contains(Cell cell) const {
  const auto next = std::upper_bound(parts_.begin(), parts_.end(), cell, [](Cell c, Interval i) { return c < i.low; });
  return next != parts_.begin() && cell < std::prev(next)->high;
}

bool IntervalSet::contains(const IntervalSet& other) const {
  auto mine = parts_.begin();
  for (const auto theirs : other.parts_) {
    while (mine != parts_.end() && mine->high <= theirs.low) ++mine;
    if (mine == parts_.end() || theirs.low < mine->low || mine->high < theirs.high) return false;
  }
  return true;
}

bool IntervalSet::meets(const IntervalSet& other) const {
  auto a = parts_.begin();
  auto b = other.parts_.begin();
  while (a != parts_.end() && b != other.parts_.end()) {
    if (a->low < b->high && b->low < a->high) return true;
    if (a->high < b->high) ++a;
    else ++b;
  }
  return false;
}

std::uint64_t IntervalSet::count() const {
  std::uint64_t total = 0;
  for (const auto part : parts_) total += part.high - part.low;
  return total;
}

IntervalSet IntervalSet::operator&(const IntervalSet& other) const {
  IntervalSet out;
  auto a = parts_.begin();
  auto b = other.parts_.begin();
  while (a != parts_.end() && b != other.parts_.end()) {
    const Interval common{std::max(a->low, b->low), std::min(a->high, b->high)};
    if (common.low < common.high) out.parts_.push_back(common);
    if (a->high < b->high) ++a;
    else ++b;
  }
  return out;
}

IntervalSet IntervalSet::operator|(const IntervalSet& other) const {
  auto all = parts_;
  all.insert(all.end(), other.parts_.begin(), other.parts_.end());
  return of(std::move(all));
}

IntervalSet IntervalSet::operator-(const IntervalSet& other) const {
  IntervalSet out;
  auto cut = other.parts_.begin();
  for (auto part : parts_) {
    while (cut != other.parts_.end() && cut->high <= part.low) ++cut;
    for (auto at = cut; at != other.parts_.end() && at->low < part.high; ++at) {
      if (part.low < at->low) out.parts_.push_back({part.low, at->low});
      part.low = std::max(part.low, at->high);
    }
    if (part.low < part.high) out.parts_.push_back(part);
  }
  return out;
}

}  // namespace isonomy::decision
