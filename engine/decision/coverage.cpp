// SPDX-License-Identifier: Apache-2.0
#include "decision/coverage.h"

#include <algorithm>

namespace isonomy::decision {

Coverage::Coverage(std::vector<Cell> sizes, std::size_t steps) : sizes_{std::move(sizes)}, steps_{steps} {}

std::optional<Cube> Coverage::uncovered(const Cube& cube, const std::vector<Cube>& blockers) const {
  std::vector<const Cube*> open;
  open.reserve(blockers.size());
  for (const auto& blocker : blockers) open.push_back(&blocker);
  std::size_t steps = 0;
  return search(cube, std::move(open), steps);
}

// A guide for the search only: the answer does not depend on it, so rounding does no harm.
double Coverage::share(const Cube& cube, const Cube& blocker) const {
  double product = 1;
  for (const auto& [axis, cells] : blocker.sides()) {
    const auto* mine = cube.side(axis);
    const auto whole = mine == nullptr ? sizes_[axis] : mine->count();
    const auto common = mine == nullptr ? cells.count() : (*mine & cells).count();
    product *= static_cast<double>(common) / static_cast<double>(whole);
  }
  return product;
}

std::optional<Cube> Coverage::search(const Cube& cube, std::vector<const Cube*> blockers, std::size_t& steps) const {
  if (++steps > steps_) throw TooLarge{source::Code::question_too_large, "a coverage question needs too many steps"};
  std::erase_if(blockers, [&](const Cube* blocker) { return !meets(*blocker, cube); });
  if (blockers.empty()) return cube;
  const Cube* best = nullptr;
  double best_share = -1;
  for (const auto* blocker : blockers) {
    const auto s = share(cube, *blocker);
    if (s > best_share) {
      best = blocker;
      best_share = s;
    }
  }
  if (contains(*best, cube)) return std::nullopt;
  Cube rest = cube;
  for (const auto& [axis, cells] : best->sides()) {
    const auto* mine = rest.side(axis);
    const auto whole = mine == nullptr ? IntervalSet{0, sizes_[axis]} : *mine;
    auto outside = whole - cells;
    if (!outside.empty()) {
      Cube piece = rest;
      piece.set(axis, std::move(outside));
      if (auto found = search(piece, blockers, steps)) return found;
    }
    rest.set(axis, whole & cells);
  }
  return std::nullopt;
}

bool Coverage::empty(const Region& region) const {
  return std::all_of(region.begin(), region.end(), [&](const Term& term) { return empty(term); });
}

bool Coverage::apart(const Cube& cube, const Region& region) const {
  return std::all_of(region.begin(), region.end(), [&](const Term& term) {
    const auto common = intersect(cube, term.box);
    return !common || !uncovered(*common, term.holes);
  });
}

Region Coverage::pruned(Region region) const {
  std::erase_if(region, [&](const Term& term) { return empty(term); });
  return region;
}

}  // namespace isonomy::decision
