// SPDX-License-Identifier: Apache-2.0
#include "decision/coverage.h"

#include <algorithm>

#include "decision/ladder.h"

namespace isonomy::decision {
namespace {

void note(Layout& layout, const Term& term, const Cube& within) {
  layout.note(term.box);
  for (const auto& hole : term.holes)
    if (meets(hole->box, within)) note(layout, *hole, within);
}

// Narrows the box on one axis so that the hole misses it; false if it holds all of the box.
bool dodge(Cube& box, const Cube& hole, const std::vector<Cell>& sizes) {
  for (const auto& [axis, cells] : hole.sides()) {
    const auto* side = box.side(axis);
    auto left = (side == nullptr ? IntervalSet{0, sizes[axis]} : *side) - cells;
    if (left.empty()) continue;
    box.set(axis, std::move(left));
    return true;
  }
  return false;
}

}  // namespace

Coverage::Coverage(std::vector<Cell> sizes, std::shared_ptr<Budget> budget) : sizes_{std::move(sizes)}, budget_{std::move(budget)} {}

std::optional<Cube> Coverage::uncovered(const Cube& cube, const Region& blockers) const {
  std::vector<const Term*> terms;
  for (const auto& blocker : blockers)
    if (meets(blocker.box, cube)) terms.push_back(&blocker);
  return ask(cube, terms);
}

std::optional<Cube> Coverage::uncovered(const Cube& cube, const Holes& blockers) const {
  std::vector<const Term*> terms;
  for (const auto& blocker : blockers)
    if (meets(blocker->box, cube)) terms.push_back(blocker.get());
  return ask(cube, terms);
}

std::optional<Cube> Coverage::uncovered(const Cube& cube, std::span<const Term* const> blockers) const {
  std::vector<const Term*> terms;
  for (const auto* blocker : blockers)
    if (meets(blocker->box, cube)) terms.push_back(blocker);
  return ask(cube, terms);
}

// Steps aside from one hole after the other, each taken as solid: most boxes with few holes are seen to be open so, without a search.
bool Coverage::clearly_open(const Term& term) const {
  auto box = term.box;
  return std::all_of(term.holes.begin(), term.holes.end(),
                     [&](const auto& hole) { return !meets(hole->box, box) || dodge(box, hole->box, sizes_); });
}

std::optional<Cube> Coverage::ask(const Cube& cube, std::span<const Term* const> blockers) const {
  if (blockers.empty()) return cube;
  Layout layout{sizes_};
  layout.note(cube);
  for (const auto* blocker : blockers) {
    if (blocker->holes.empty() && contains(blocker->box, cube)) return std::nullopt;
    note(layout, *blocker, cube);
  }
  layout.finish();
  Packed packed{layout};
  std::vector<Packed::Id> ids;
  for (const auto* blocker : blockers) packed.add(*blocker, ids, &cube);
  const auto box = packed.target(cube, ids);
  Search search{packed, base::limits::question_work};
  std::vector<Packed::Word> place;
  if (!climb(search, packed, box.data(), ids, *budget_, place)) return std::nullopt;
  return layout.cube(place.data());
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
