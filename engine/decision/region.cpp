// SPDX-License-Identifier: Apache-2.0
#include "decision/region.h"

#include <algorithm>

namespace isonomy::decision {
namespace {

// The term inside the cube, with the holes that still matter; nothing if a hole swallows it.
std::optional<Term> clip(const Term& term, const Cube& cube) {
  auto box = intersect(term.box, cube);
  if (!box) return std::nullopt;
  Term out{std::move(*box), {}};
  for (const auto& hole : term.holes) {
    if (contains(hole, out.box)) return std::nullopt;
    if (meets(hole, out.box)) out.holes.push_back(hole);
  }
  return out;
}

std::optional<Term> without(const Term& term, const Cube& cube) {
  if (contains(cube, term.box)) return std::nullopt;
  Term out = term;
  const bool known = std::any_of(out.holes.begin(), out.holes.end(), [&](const Cube& hole) { return contains(hole, cube); });
  if (!known && meets(cube, term.box)) out.holes.push_back(cube);
  return out;
}

void add(Region& region, std::optional<Term> term) {
  if (term) region.push_back(std::move(*term));
}

// a - (box - holes) = (a - box) + (a and each hole)
Region subtract(const Region& a, const Term& b) {
  Region out;
  for (const auto& term : a) {
    if (!meets(term.box, b.box)) {
      out.push_back(term);
      continue;
    }
    add(out, without(term, b.box));
    for (const auto& hole : b.holes)
      if (const auto inside = intersect(hole, b.box)) add(out, clip(term, *inside));
  }
  return out;
}

}  // namespace

Region region_of(const std::vector<Cube>& cubes) {
  Region out;
  for (const auto& cube : cubes) out.push_back({cube, {}});
  return out;
}

Region unite(Region a, const Region& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

Region intersect(const Region& a, const Region& b) {
  Region out;
  for (const auto& left : a)
    for (const auto& right : b) {
      auto common = clip(left, right.box);
      for (const auto& hole : right.holes)
        if (common) common = without(*common, hole);
      add(out, std::move(common));
    }
  return out;
}

Region subtract(const Region& a, const Region& b) {
  Region out = a;
  for (const auto& term : b) out = subtract(out, term);
  return out;
}

Region intersect(const Region& a, const Cube& b) { return intersect(a, Region{{b, {}}}); }

bool contains(const Region& region, const Point& point) {
  return std::any_of(region.begin(), region.end(), [&](const Term& term) {
    return contains(term.box, point) &&
           std::none_of(term.holes.begin(), term.holes.end(), [&](const Cube& hole) { return contains(hole, point); });
  });
}

}  // namespace isonomy::decision
