// SPDX-License-Identifier: Apache-2.0
#include "decision/excerpt.h"

#include <algorithm>

namespace isonomy::decision {
namespace {

IntervalSet renumbered(const IntervalSet& cells, const IntervalSet& kept) {
  std::vector<Interval> out;
  Cell first = 0;
  auto it = cells.parts().begin();
  const auto end = cells.parts().end();
  for (const auto part : kept.parts()) {
    while (it != end && it->high <= part.low) ++it;
    for (auto at = it; at != end && at->low < part.high; ++at)
      out.push_back({std::max(at->low, part.low) - part.low + first, std::min(at->high, part.high) - part.low + first});
    first += part.high - part.low;
  }
  return IntervalSet::of(std::move(out));
}

IntervalSet numbered_back(const IntervalSet& cells, const IntervalSet& kept) {
  std::vector<Interval> out;
  Cell first = 0;
  for (const auto part : kept.parts()) {
    const IntervalSet here = cells & IntervalSet{first, first + part.high - part.low};
    for (const auto one : here.parts()) out.push_back({one.low - first + part.low, one.high - first + part.low});
    first += part.high - part.low;
  }
  return IntervalSet::of(std::move(out));
}

}  // namespace

Excerpt::Excerpt(std::vector<Cell> sizes, Cube within) : within_{std::move(within)}, sizes_{std::move(sizes)} {
  for (const auto& [axis, cells] : within_.sides()) sizes_[axis] = static_cast<Cell>(cells.count());
}

std::optional<Cube> Excerpt::of(const Cube& cube) const {
  Cube out;
  for (const auto& [axis, cells] : cube.sides()) {
    const auto* kept = within_.side(axis);
    if (kept != nullptr && cells.contains(*kept)) continue;
    auto inside = kept == nullptr ? cells : renumbered(cells, *kept);
    if (inside.empty()) return std::nullopt;
    out.set(axis, std::move(inside));
  }
  return out;
}

IntervalSet Excerpt::in_space(AxisIndex axis, const IntervalSet& cells) const {
  const auto* kept = within_.side(axis);
  return kept == nullptr ? cells : numbered_back(cells, *kept);
}

}  // namespace isonomy::decision
