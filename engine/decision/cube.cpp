// SPDX-License-Identifier: Apache-2.0
#include "decision/cube.h"

#include <algorithm>

namespace isonomy::decision {
namespace {

auto find(const std::vector<Cube::Side>& sides, AxisIndex axis) {
  return std::lower_bound(sides.begin(), sides.end(), axis, [](const Cube::Side& side, AxisIndex a) { return side.first < a; });
}

}  // namespace

const IntervalSet* Cube::side(AxisIndex axis) const {
  const auto it = find(sides_, axis);
  return it != sides_.end() && it->first == axis ? &it->second : nullptr;
}

void Cube::set(AxisIndex axis, IntervalSet cells) {
  const auto it = sides_.begin() + (find(sides_, axis) - sides_.begin());
  if (it != sides_.end() && it->first == axis) it->second = std::move(cells);
  else sides_.insert(it, {axis, std::move(cells)});
}

void Cube::drop(AxisIndex axis) {
  std::erase_if(sides_, [&](const Side& side) { return side.first == axis; });
}

std::optional<Cube> intersect(const Cube& a, const Cube& b) {
  Cube out = a;
  for (const auto& [axis, cells] : b.sides()) {
    const auto* mine = a.side(axis);
    auto common = mine == nullptr ? cells : *mine & cells;
    if (common.empty()) return std::nullopt;
    out.set(axis, std::move(common));
  }
  return out;
}

bool meets(const Cube& a, const Cube& b) {
  return std::all_of(b.sides().begin(), b.sides().end(), [&](const Cube::Side& side) {
    const auto* mine = a.side(side.first);
    return mine == nullptr || mine->meets(side.second);
  });
}

bool contains(const Cube& outer, const Cube& inner) {
  return std::all_of(outer.sides().begin(), outer.sides().end(), [&](const Cube::Side& side) {
    const auto* theirs = inner.side(side.first);
    return theirs != nullptr && side.second.contains(*theirs);
  });
}

bool contains(const Cube& cube, const Point& point) {
  return std::all_of(cube.sides().begin(), cube.sides().end(),
                     [&](const Cube::Side& side) { return side.second.contains(point[side.first]); });
}

}  // namespace isonomy::decision
