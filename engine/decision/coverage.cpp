// SPDX-License-Identifier: Apache-2.0
#include "decision/coverage.h"

#include <algorithm>

namespace isonomy::decision {

Coverage::Coverage(std::vector<Cell> sizes, std::size_t steps) : sizes_{std::move(sizes)}, steps_{steps} {}

std::optional<Cube> Coverage::uncovered(const Cube& cube, const Region& blockers) const {
  Blockers open;
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

const Term* Coverage::largest(const Cube& cube, const Blockers& blockers) const {
  const Term* best = nullptr;
  double best_share = -1;
  for (const auto* blocker : blockers) {
    const auto s = share(cube, blocker->box);
    if (s <= best_share) continue;
    best = blocker;
    best_share = s;
  }
  return best;
}

std::optional<Cube> Coverage::search(const Cube& cube, Blockers blockers, std::size_t& steps) const {
  if (++steps > steps_) throw TooLarge{source::Code::question_too_large, "a coverage question needs too many steps"};
  std::erase_if(blockers, [&](const Term* blocker) { return !meets(blocker->box, cube); });
  for (const auto* blocker : blockers)
    if (blocker->holes.empty() && contains(blocker->box, cube)) return std::nullopt;
  if (blockers.empty()) return cube;
  const auto* best = largest(cube, blockers);
  if (auto found = outside(cube, *best, blockers, steps)) return found;
  return inside(cube, *best, blockers, steps);
}

// The parts of the cube beyond each side of the blocker in turn; they are disjoint.
std::optional<Cube> Coverage::outside(const Cube& cube, const Term& blocker, const Blockers& blockers, std::size_t& steps) const {
  Cube rest = cube;
  for (const auto& [axis, cells] : blocker.box.sides()) {
    const auto* mine = rest.side(axis);
    const auto whole = mine == nullptr ? IntervalSet{0, sizes_[axis]} : *mine;
    auto beyond = whole - cells;
    if (!beyond.empty()) {
      Cube piece = rest;
      piece.set(axis, std::move(beyond));
      if (auto found = search(piece, blockers, steps)) return found;
    }
    rest.set(axis, whole & cells);
  }
  return std::nullopt;
}

// Within the blocker's box, only its holes are free of it.
std::optional<Cube> Coverage::inside(const Cube& cube, const Term& blocker, const Blockers& blockers, std::size_t& steps) const {
  for (const auto& hole : blocker.holes) {
    auto box = intersect(cube, blocker.box);
    if (box) box = intersect(*box, hole.box);
    if (!box) continue;
    Blockers others;
    for (const auto* other : blockers)
      if (other != &blocker) others.push_back(other);
    for (const auto& filled : hole.holes) others.push_back(&filled);
    if (auto found = search(*box, std::move(others), steps)) return found;
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
