// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decision/packed.h"
#include "decision/range_index.h"

namespace isonomy::decision {

/// Finds those of many rows that may meet a box, by the one axis that tells them apart best. Cost of a question: see `RangeIndex`.
class RowIndex {
 public:
  using Word = Packed::Word;
  using Id = Packed::Id;

  RowIndex(const Packed& packed, std::span<const Id> ids);

  /// Calls `visit` with each row that meets the box on the chosen axis.
  template <class Visit>
  void each(const Word* box, Visit visit) const {
    // Where no row looks at any fact, all meet.
    index_.each(packed_.layout().width() == 0 ? Interval{0, 1} : range(box[slot_], bits_), visit);
  }

 private:
  /// Bits count as the range between the first and the last of them.
  static Interval range(Word word, bool bits);
  std::size_t best_slot(std::span<const Id> ids) const;

  const Packed& packed_;
  std::size_t slot_ = 0;
  bool bits_ = true;
  RangeIndex index_;
};

}  // namespace isonomy::decision
