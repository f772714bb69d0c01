// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <functional>

#include "decision/interval_set.h"

namespace isonomy::decision {

/// Finds those of many intervals that meet one: sorted by where they begin, in blocks that know how far their intervals reach.
/// Cost of a question: what is found, and a thousandth of all.
class RangeIndex {
 public:
  struct Entry {
    Interval range;
    std::uint32_t id = 0;
  };

  RangeIndex() = default;
  explicit RangeIndex(std::vector<Entry> entries);

  /// Calls `visit` with the id of each that meets the interval.
  template <class Visit>
  void each(Interval wanted, Visit visit) const {
    for (std::size_t group = 0; group < groups_.size() && entries_[group * group_size].range.low < wanted.high; ++group) {
      if (groups_[group] <= wanted.low) continue;
      const auto last = std::min(blocks_.size(), (group + 1) * blocks_in_group);
      for (auto block = group * blocks_in_group; block < last; ++block)
        if (blocks_[block] > wanted.low) in_block(block, wanted, visit);
    }
  }

 private:
  static constexpr std::size_t block_size = 32;
  static constexpr std::size_t blocks_in_group = 32;
  static constexpr std::size_t group_size = block_size * blocks_in_group;

  template <class Visit>
  void in_block(std::size_t block, Interval wanted, Visit& visit) const {
    const auto last = std::min(entries_.size(), (block + 1) * block_size);
    for (auto i = block * block_size; i < last && entries_[i].range.low < wanted.high; ++i)
      if (entries_[i].range.high > wanted.low) visit(entries_[i].id);
  }

  std::vector<Entry> entries_;
  std::vector<Cell> blocks_;  ///< how far the intervals of each block reach
  std::vector<Cell> groups_;
};

/// Of several axes the one that tells rows apart best: on which the fewest pairs of a sample of them meet; the first of those that are alike.
/// `sample` gives where the sampled rows lie on an axis.
std::size_t most_telling(std::size_t axes, const std::function<std::vector<Interval>(std::size_t axis)>& sample);

}  // namespace isonomy::decision
