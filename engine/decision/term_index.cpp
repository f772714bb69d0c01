// SPDX-License-Identifier: Apache-2.0
#include "decision/term_index.h"

namespace isonomy::decision {
namespace {

constexpr std::size_t terms_sampled = 32;

Interval hull(const Cube& box, AxisIndex axis, Cell size) {
  const auto* side = box.side(axis);
  return side == nullptr ? Interval{0, size} : Interval{side->first(), side->last() + 1};
}

}  // namespace

TermIndex::TermIndex(const Region& terms, const std::vector<Cell>& sizes) : terms_{terms} {
  if (terms.size() <= few) return;
  axis_ = best_axis(sizes);
  size_ = sizes[axis_];
  std::vector<RangeIndex::Entry> entries;
  for (std::uint32_t i = 0; i < terms.size(); ++i) entries.push_back({range(terms[i].box), i});
  index_ = RangeIndex{std::move(entries)};
}

Interval TermIndex::range(const Cube& box) const { return hull(box, axis_, size_); }

AxisIndex TermIndex::best_axis(const std::vector<Cell>& sizes) const {
  return static_cast<AxisIndex>(most_telling(sizes.size(), [&](std::size_t axis) {
    std::vector<Interval> out;
    for (std::size_t i = 0; i < terms_sampled; ++i)
      out.push_back(hull(terms_[i * terms_.size() / terms_sampled].box, static_cast<AxisIndex>(axis), sizes[axis]));
    return out;
  }));
}

std::vector<const Term*> TermIndex::meeting(const Cube& box) const {
  std::vector<const Term*> out;
  const auto look = [&](std::uint32_t i) {
    if (meets(terms_[i].box, box)) out.push_back(&terms_[i]);
  };
  if (terms_.size() <= few)
    for (std::uint32_t i = 0; i < terms_.size(); ++i) look(i);
  else index_.each(range(box), look);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace isonomy::decision
