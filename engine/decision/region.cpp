// SPDX-License-Identifier: Apache-2.0
#include "decision/region.h"

#include <algorithm>

namespace isonomy::decision {
namespace {

bool swallows(const Term& hole, const Cube& box) { return hole.holes.empty() && contains(hole.box, box); }

// Adds the holes that matter to the box; false if one swallows it.
bool dig(Term& term, const Holes& holes) {
  for (const auto& hole : holes) {
    if (swallows(*hole, term.box)) return false;
    if (meets(hole->box, term.box)) term.holes.push_back(hole);
  }
  return true;
}

bool contains(const Term& term, const Point& point) {
  return contains(term.box, point) &&
         std::none_of(term.holes.begin(), term.holes.end(), [&](const auto& hole) { return contains(*hole, point); });
}

void each_cube(const Term& term, const std::function<void(const Cube&)>& visit) {
  visit(term.box);
  for (const auto& hole : term.holes) each_cube(*hole, visit);
}

}  // namespace

Region region_of(const std::vector<Cube>& cubes) {
  Region out;
  out.reserve(cubes.size());
  for (const auto& cube : cubes) out.push_back({cube, {}});
  return out;
}

Holes holes_of(const Region& region) {
  Holes out;
  out.reserve(region.size());
  for (const auto& term : region) out.push_back(std::make_shared<const Term>(term));
  return out;
}

Holes holes_of(const std::vector<Cube>& cubes) { return holes_of(region_of(cubes)); }

Region unite(Region a, const Region& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

Region intersect(const Region& a, const Region& b) {
  Region out;
  for (const auto& left : a)
    for (const auto& right : b) {
      auto box = intersect(left.box, right.box);
      if (!box) continue;
      Term term{std::move(*box), {}};
      if (dig(term, left.holes) && dig(term, right.holes)) out.push_back(std::move(term));
    }
  return out;
}

Region subtract(const Region& a, const Region& b) { return subtract(a, holes_of(b)); }

Region subtract(Region a, const Holes& b) {
  std::erase_if(a, [&](Term& term) { return !dig(term, b); });
  return a;
}

Region intersect(const Region& a, const Cube& b) { return intersect(a, Region{{b, {}}}); }

bool contains(const Region& region, const Point& point) {
  return std::any_of(region.begin(), region.end(), [&](const Term& term) { return contains(term, point); });
}

void each_cube(const Region& region, const std::function<void(const Cube&)>& visit) {
  for (const auto& term : region) each_cube(term, visit);
}

}  // namespace isonomy::decision
