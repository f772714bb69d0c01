// SPDX-License-Identifier: Apache-2.0
#include "decision/layout.h"

#include <algorithm>
#include <bit>

namespace isonomy::decision {
namespace {

constexpr Cell word_bits = 64;

Layout::Word ones(Cell low, Cell high) {
  const auto below = [](Cell n) { return n >= word_bits ? ~Layout::Word{0} : (Layout::Word{1} << n) - 1; };
  return below(high) & ~below(low);
}

Cell stretch_of(const Layout::Slot& slot, Cell boundary) {
  return static_cast<Cell>(std::lower_bound(slot.starts.begin(), slot.starts.end(), boundary) - slot.starts.begin());
}

}  // namespace

void Layout::note(const Cube& cube) {
  for (const auto& [axis, cells] : cube.sides()) {
    if (slot_of_[axis] == none) {
      slot_of_[axis] = static_cast<std::uint32_t>(slots_.size());
      slots_.push_back({axis, sizes_[axis], sizes_[axis] <= word_bits, false, {}, 0});
    }
    auto& slot = slots_[slot_of_[axis]];
    if (slot.bits) continue;
    slot.several = slot.several || cells.parts().size() > 1;
    for (const auto part : cells.parts()) {
      slot.starts.push_back(part.low);
      slot.starts.push_back(part.high);
    }
  }
}

void Layout::finish() {
  for (auto& slot : slots_) {
    if (!slot.bits && slot.several) {
      slot.starts.push_back(0);
      std::sort(slot.starts.begin(), slot.starts.end());
      slot.starts.erase(std::unique(slot.starts.begin(), slot.starts.end()), slot.starts.end());
      if (slot.starts.back() == slot.size) slot.starts.pop_back();
      slot.bits = slot.starts.size() <= word_bits;
    }
    if (!slot.bits || !slot.several) slot.starts.clear();
    slot.full = word(slot, Interval{0, slot.size});
  }
  std::stable_sort(slots_.begin(), slots_.end(), [](const Slot& a, const Slot& b) { return a.bits && !b.bits; });
  for (std::uint32_t i = 0; i < slots_.size(); ++i) slot_of_[slots_[i].axis] = i;
  bit_slots_ = static_cast<std::size_t>(std::count_if(slots_.begin(), slots_.end(), [](const Slot& slot) { return slot.bits; }));
}

Layout::Word Layout::word(const Slot& slot, Interval interval) {
  if (!slot.bits) return pack(interval);
  if (slot.starts.empty()) return ones(interval.low, interval.high);
  return ones(stretch_of(slot, interval.low), stretch_of(slot, interval.high));
}

Layout::Word Layout::word(const Slot& slot, Cell cell) {
  if (slot.starts.empty()) return word(slot, Interval{cell, cell + 1});
  const auto next = std::upper_bound(slot.starts.begin(), slot.starts.end(), cell);
  return Word{1} << static_cast<unsigned>(next - slot.starts.begin() - 1);
}

Layout::Word Layout::word(const Slot& slot, const IntervalSet& cells) {
  if (!slot.bits) return pack({cells.first(), cells.last() + 1});
  Word out = 0;
  for (const auto part : cells.parts()) out |= word(slot, part);
  return out;
}

IntervalSet Layout::cells(const Slot& slot, Word word) const {
  if (!slot.bits) {
    const auto [low, high] = unpack(word);
    return {low, high};
  }
  std::vector<Interval> parts;
  for (Cell bit = 0; word != 0; word &= word - 1) {
    bit = static_cast<Cell>(std::countr_zero(word));
    if (slot.starts.empty()) parts.push_back({bit, bit + 1});
    else parts.push_back({slot.starts[bit], bit + 1 < slot.starts.size() ? slot.starts[bit + 1] : slot.size});
  }
  return IntervalSet::of(std::move(parts));
}

Cube Layout::cube(const Word* row) const {
  std::vector<std::pair<AxisIndex, std::size_t>> order;
  for (std::size_t i = 0; i < slots_.size(); ++i)
    if (row[i] != slots_[i].full) order.emplace_back(slots_[i].axis, i);
  std::sort(order.begin(), order.end());
  Cube out;
  for (const auto& [axis, slot] : order) out.set(axis, cells(slots_[slot], row[slot]));
  return out;
}

}  // namespace isonomy::decision
