// SPDX-License-Identifier: Apache-2.0
#include "decision/region.h"

#include <algorithm>

namespace isonomy::decision {
namespace {

bool swallows(const Term& hole, const Cube& box) { return hole.holes.empty() && contains(hole.box, box); }

// Adds the holes that matter to the box; false if one swallows it.
bool dig(Term& term, const std::vector<Term>& holes) {
  for (const auto& hole : holes) {
    if (swallows(hole, term.box)) return false;
    if (meets(hole.box, term.box)) term.holes.push_back(hole);
  }
  return true;
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
      auto box = intersect(left.box, right.box);
      if (!box) continue;
      Term term{std::move(*box), {}};
      if (dig(term, left.holes) && dig(term, right.holes)) out.push_back(std::move(term));
    }
  return out;
}

Region subtract(const Region& a, const Region& b) {
  Region out;
  for (auto term : a)
    if (dig(term, b)) out.push_back(std::move(term));
  return out;
}

Region intersect(const Region& a, const Cube& b) { return intersect(a, Region{{b, {}}}); }

bool contains(const Region& region, const Point& point) {
  return std::any_of(region.begin(), region.end(),
                     [&](const Term& term) { return contains(term.box, point) && !contains(term.holes, point); });
}

void each_cube(const Region& region, const std::function<void(const Cube&)>& visit) {
  for (const auto& term : region) {
    visit(term.box);
    each_cube(term.holes, visit);
  }
}

}  // namespace isonomy::decision
