// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decision/packed.h"

namespace isonomy::decision {

/// Finds those of many rows that may meet a box, by the one axis that tells them apart best: sorted by where they begin, in blocks that know how far
/// their rows reach. Cost of a question: what is found, and a thousandth of the rows.
class RowIndex {
 public:
  using Word = Packed::Word;
  using Id = Packed::Id;

  RowIndex(const Packed& packed, std::span<const Id> ids);

  /// Calls `visit` with each row that meets the box on the chosen axis.
  template <class Visit>
  void each(const Word* box, Visit visit) const {
    // Where no row looks at any fact, all meet.
    const auto wanted = packed_.layout().width() == 0 ? Interval{0, 1} : range(box[slot_], bits_);
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
  struct Entry {
    Interval range;
    Id id = 0;
  };

  /// Bits count as the range between the first and the last of them.
  static Interval range(Word word, bool bits);
  std::size_t best_slot(std::span<const Id> ids) const;

  template <class Visit>
  void in_block(std::size_t block, Interval wanted, Visit& visit) const {
    const auto last = std::min(entries_.size(), (block + 1) * block_size);
    for (auto i = block * block_size; i < last && entries_[i].range.low < wanted.high; ++i)
      if (entries_[i].range.high > wanted.low) visit(entries_[i].id);
  }

  const Packed& packed_;
  std::size_t slot_ = 0;
  bool bits_ = true;
  std::vector<Entry> entries_;
  std::vector<Cell> blocks_;  ///< how far the rows of each block reach
  std::vector<Cell> groups_;
};

}  // namespace isonomy::decision
