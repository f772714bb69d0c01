// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "decision/cube.h"

namespace isonomy::decision {

/// Which word of a row holds which axis. An axis that no cube mentions has none. One of at most 64 cells, or of at most 64 stretches that
/// the cubes can tell apart, is a word of bits; any other holds the two ends of one interval.
class Layout {
 public:
  using Word = std::uint64_t;
  struct Slot {
    AxisIndex axis = 0;
    Cell size = 0;
    bool bits = true;
    bool several = false;      ///< some cube has more than one interval here
    std::vector<Cell> starts;  ///< of the stretches, if the bits stand for stretches rather than cells
    Word full = 0;
  };

  explicit Layout(const std::vector<Cell>& sizes) : sizes_{sizes}, slot_of_(sizes.size(), none) {}
  /// Every cube that will be packed has to be noted first.
  void note(const Cube& cube);
  void finish();

  const std::vector<Slot>& slots() const { return slots_; }
  std::size_t width() const { return slots_.size(); }
  std::size_t bit_slots() const { return bit_slots_; }
  /// The word of an interval of the axis, whose ends are ends of cubes that were noted.
  static Word word(const Slot& slot, Interval interval);
  /// The word of one cell of the axis, which need not be an end of any cube.
  static Word word(const Slot& slot, Cell cell);
  /// All cells of a set in one word; only the outermost ends if the slot has no bits.
  static Word word(const Slot& slot, const IntervalSet& cells);
  std::size_t slot_of(AxisIndex axis) const { return slot_of_[axis]; }
  IntervalSet cells(const Slot& slot, Word word) const;
  Cube cube(const Word* row) const;

 private:
  static constexpr std::uint32_t none = UINT32_MAX;
  const std::vector<Cell>& sizes_;
  std::vector<std::uint32_t> slot_of_;
  std::vector<Slot> slots_;
  std::size_t bit_slots_ = 0;
};

/// Ends of an interval in one word.
inline Layout::Word pack(Interval interval) { return interval.low | (std::uint64_t{interval.high} << 32); }
inline Interval unpack(Layout::Word word) { return {static_cast<Cell>(word), static_cast<Cell>(word >> 32)}; }

}  // namespace isonomy::decision
