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
  Cube out;
  out.sides_.reserve(a.sides_.size() + b.sides_.size());
  auto mine = a.sides_.begin();
  for (const auto& side : b.sides_) {
    while (mine != a.sides_.end() && mine->first < side.first) out.sides_.push_back(*mine++);
    if (mine == a.sides_.end() || mine->first != side.first) {
      out.sides_.push_back(side);
      continue;
    }
    auto common = mine->second & side.second;
    if (common.empty()) return std::nullopt;
    out.sides_.emplace_back(side.first, std::move(common));
    ++mine;
  }
  out.sides_.insert(out.sides_.end(), mine, a.sides_.end());
  return out;
}

bool meets(const Cube& a, const Cube& b) {
  auto mine = a.sides().begin();
  for (const auto& [axis, cells] : b.sides()) {
    while (mine != a.sides().end() && mine->first < axis) ++mine;
    if (mine == a.sides().end()) return true;
    if (mine->first == axis && !mine->second.meets(cells)) return false;
  }
  return true;
}

bool contains(const Cube& outer, const Cube& inner) {
  auto theirs = inner.sides().begin();
  for (const auto& [axis, cells] : outer.sides()) {
    while (theirs != inner.sides().end() && theirs->first < axis) ++theirs;
    if (theirs == inner.sides().end() || theirs->first != axis || !cells.contains(theirs->second)) return false;
  }
  return true;
}

bool contains(const Cube& cube, const Point& point) {
  return std::all_of(cube.sides().begin(), cube.sides().end(),
                     [&](const Cube::Side& side) { return side.second.contains(point[side.first]); });
}

Cube exchanged(Cube cube, const std::vector<AxisIndex>& axes, Cell a, Cell b) {
  for (const auto axis : axes)
    if (const auto* side = cube.side(axis)) cube.set(axis, exchanged(*side, a, b));
  return cube;
}

}  // namespace isonomy::decision
