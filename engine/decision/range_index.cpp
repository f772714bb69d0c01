// SPDX-License-Identifier: Apache-2.0
#include "decision/range_index.h"

namespace isonomy::decision {

RangeIndex::RangeIndex(std::vector<Entry> entries) : entries_{std::move(entries)} {
  std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return a.range.low < b.range.low; });
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (i % block_size == 0) blocks_.push_back(0);
    if (i % group_size == 0) groups_.push_back(0);
    blocks_.back() = std::max(blocks_.back(), entries_[i].range.high);
    groups_.back() = std::max(groups_.back(), entries_[i].range.high);
  }
}

std::size_t most_telling(std::size_t axes, const std::function<std::vector<Interval>(std::size_t axis)>& sample) {
  std::size_t best = 0;
  std::size_t fewest = SIZE_MAX;
  for (std::size_t axis = 0; axis < axes; ++axis) {
    const auto ranges = sample(axis);
    std::size_t meeting = 0;
    for (const auto a : ranges)
      for (const auto b : ranges) meeting += a.low < b.high && b.low < a.high ? 1 : 0;
    if (meeting >= fewest) continue;
    fewest = meeting;
    best = axis;
  }
  return best;
}

}  // namespace isonomy::decision
