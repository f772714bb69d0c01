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

}  // namespace isonomy::decision
