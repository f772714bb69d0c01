// SPDX-License-Identifier: Apache-2.0
#include "analysis/layers.h"

#include <algorithm>
#include <utility>

#include "analysis/places.h"

namespace isonomy::analysis {
namespace {

using decision::AxisIndex;
using decision::Cell;
using decision::Cube;
using decision::Region;
using decision::Term;

bool on_days_of(const Term& term, AxisIndex on, Cell cell) {
  const auto* days = term.box.side(on);
  return days == nullptr || days->contains(cell);
}

// The part of a term on the days of one cell, as a term that knows no date.
Term slice(const Term& term, AxisIndex on, Cell cell) {
  Term out{term.box, {}};
  out.box.drop(on);
  for (const auto& hole : term.holes)
    if (on_days_of(*hole, on, cell)) out.holes.push_back(std::make_shared<Term>(slice(*hole, on, cell)));
  return out;
}

Region slice(const Region& region, AxisIndex on, Cell cell) {
  Region out;
  for (const auto& term : region)
    if (on_days_of(term, on, cell)) out.push_back(slice(term, on, cell));
  return out;
}

bool same(const Term& a, const Term& b) {
  return a.box == b.box && std::equal(a.holes.begin(), a.holes.end(), b.holes.begin(), b.holes.end(),
                                      [](const auto& x, const auto& y) { return same(*x, *y); });
}

bool same(const Region& a, const Region& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Term& x, const Term& y) { return same(x, y); });
}

class TurnFinder {
 public:
  TurnFinder(const decision::Coverage& coverage, const decision::Space& space, Cube base, const std::vector<Layer>& layers)
      : coverage_{coverage}, space_{space}, base_{std::move(base)}, layers_{layers} {
    base_.drop(space.on());
  }

  void find(Cell cell, std::vector<Turn>& out) {
    const auto before = slices(cell - 1);
    const auto after = slices(cell);
    if (std::equal(before.begin(), before.end(), after.begin(), [](const Region& a, const Region& b) { return same(a, b); })) return;
    const auto none_before = outside(before);
    const auto none_after = outside(after);
    for (std::size_t i = 0; i <= layers_.size(); ++i)
      for (std::size_t j = 0; j <= layers_.size(); ++j) {
        if (i == j) continue;
        const bool was = i < layers_.size();
        const bool is = j < layers_.size();
        const auto& from = was ? before[i] : none_before;
        const auto& to = is ? after[j] : none_after;
        for (auto& box : boxes(from, to))
          out.push_back({cell, was ? std::optional{i} : std::nullopt, is ? std::optional{j} : std::nullopt, std::move(box)});
      }
  }

 private:
  std::vector<Region> slices(Cell cell) const {
    std::vector<Region> out;
    for (const auto& layer : layers_) out.push_back(slice(layer.region, space_.on(), cell));
    return out;
  }

  Region outside(const std::vector<Region>& regions) const {
    Region all;
    for (const auto& region : regions) all = unite(std::move(all), region);
    return subtract({{base_, {}}}, all);
  }

  std::vector<Cube> boxes(const Region& from, const Region& to) const {
    const auto target = coverage_.pruned(intersect(from, to));
    return target.empty() ? std::vector<Cube>{} : decision::cover(coverage_, space_, base_, target);
  }

  const decision::Coverage& coverage_;
  const decision::Space& space_;
  Cube base_;
  const std::vector<Layer>& layers_;
};

}  // namespace

std::vector<Turn> turns(const decision::Coverage& coverage, const decision::Space& space, const Cube& base,
                        const std::vector<Layer>& layers, model::Period window) {
  TurnFinder finder{coverage, space, base, layers};
  std::vector<Turn> out;
  if (layers.empty()) return out;
  const auto& cuts = space[space.on()].cuts;
  for (Cell cut = 0; cut < cuts.size(); ++cut) {
    const base::Date day{static_cast<std::int32_t>(numerator(cuts[cut].boundary.at))};
    if (window.holds(day)) finder.find(cut + 1, out);
  }
  return out;
}

model::Period days_throughout(const decision::Coverage& coverage, const decision::Space& space, const Cube& box, const Region& region) {
  const auto on = space.on();
  const auto holds = [&](Cell cell) {
    auto moved = box;
    moved.set(on, {cell, cell + 1});
    return !coverage.uncovered(moved, region);
  };
  const auto* side = box.side(on);
  auto first = side == nullptr ? 0 : side->first();
  auto last = side == nullptr ? space[on].size() - 1 : side->last();
  while (first > 0 && holds(first - 1)) --first;
  while (last + 1 < space[on].size() && holds(last + 1)) ++last;
  auto whole = box;
  whole.set(on, {first, last + 1});
  return days_of(space, whole);
}

}  // namespace isonomy::analysis
