// SPDX-License-Identifier: Apache-2.0
#include "decision/row_index.h"

#include <algorithm>
#include <bit>

namespace isonomy::decision {
namespace {

constexpr std::size_t sample_size = 48;

std::vector<Packed::Id> sample_of(std::span<const Packed::Id> ids) {
  std::vector<Packed::Id> out;
  const auto taken = std::min(ids.size(), sample_size);
  for (std::size_t i = 0; i < taken; ++i) out.push_back(ids[i * ids.size() / taken]);
  return out;
}

}  // namespace

RowIndex::RowIndex(const Packed& packed, std::span<const Id> ids) : packed_{packed}, slot_{best_slot(ids)} {
  bits_ = packed.layout().width() == 0 || packed.layout().slots()[slot_].bits;
  std::vector<RangeIndex::Entry> entries;
  entries.reserve(ids.size());
  for (const auto id : ids) entries.push_back({packed.layout().width() == 0 ? Interval{0, 1} : range(packed.row(id)[slot_], bits_), id});
  index_ = RangeIndex{std::move(entries)};
}

Interval RowIndex::range(Word word, bool bits) {
  if (!bits) return unpack(word);
  return {static_cast<Cell>(std::countr_zero(word)), static_cast<Cell>(64 - std::countl_zero(word))};
}

std::size_t RowIndex::best_slot(std::span<const Id> ids) const {
  const auto sample = sample_of(ids);
  return most_telling(packed_.layout().width(), [&](std::size_t slot) {
    std::vector<Interval> out;
    for (const auto id : sample) out.push_back(range(packed_.row(id)[slot], packed_.layout().slots()[slot].bits));
    return out;
  });
}

}  // namespace isonomy::decision
