// SPDX-License-Identifier: Apache-2.0
#include "decision/cover.h"

#include <algorithm>

#include "base/limits.h"
#include "source/codes.h"

namespace isonomy::decision {
namespace {

/// Where boxes may go: nowhere into `rest`, or where there is none, nowhere outside the target.
class Bounds {
 public:
  Bounds(const Coverage& coverage, const Space& space, const Cube& base, const Region& target, const Region* rest)
      : coverage_{coverage}, space_{space}, base_{base}, target_{target}, rest_{rest} {}

  bool hold(const Cube& box) const { return rest_ != nullptr ? coverage_.apart(box, *rest_) : !coverage_.uncovered(box, target_); }

  IntervalSet most(AxisIndex axis) const { return base_.side(axis) == nullptr ? space_[axis].all() : *base_.side(axis); }

  /// How far a box can be widened on one axis, all else kept.
  struct Reach {
    IntervalSet surely;   ///< cells that stay within the bounds
    IntervalSet perhaps;  ///< beyond these, none does
  };
  Reach reach(Cube box, AxisIndex axis) const {
    const auto most = this->most(axis);
    if (rest_ != nullptr) return {{}, most};
    box.drop(axis);
    std::vector<Interval> near;
    std::vector<Interval> unsure;
    std::vector<Interval> surely;
    const auto add = [](std::vector<Interval>& to, const IntervalSet& cells) {
      to.insert(to.end(), cells.parts().begin(), cells.parts().end());
    };
    for (const auto& term : target_) {
      if (!meets(term.box, box)) continue;
      const auto within = term.box.side(axis) == nullptr ? most : *term.box.side(axis) & most;
      add(near, within);
      if (!holds_beside(term.box, box, axis)) continue;
      add(surely, within - dug(term.holes, box, axis));
      if (!solid(term.holes)) add(unsure, within);
    }
    // A cell that only one part of the target reaches stays within exactly if that part holds it; where two do, they may together.
    add(unsure, twice(std::move(near)));
    unsure.insert(unsure.end(), surely.begin(), surely.end());
    return {IntervalSet::of(std::move(surely)), IntervalSet::of(std::move(unsure))};
  }

  const Space& space() const { return space_; }

 private:
  // Whether the term holds the box on all axes but one.
  static bool holds_beside(Cube term, const Cube& box, AxisIndex axis) {
    term.drop(axis);
    return contains(term, box);
  }

  // The cells that lie in more than one of the intervals.
  static IntervalSet twice(std::vector<Interval> intervals) {
    std::sort(intervals.begin(), intervals.end(), [](Interval a, Interval b) { return a.low < b.low; });
    std::vector<Interval> out;
    Cell reached = 0;
    for (const auto one : intervals) {
      if (one.low < reached) out.push_back({one.low, std::min(one.high, reached)});
      reached = std::max(reached, one.high);
    }
    return IntervalSet::of(std::move(out));
  }

  static bool solid(const Holes& holes) {
    return std::all_of(holes.begin(), holes.end(), [](const auto& hole) { return hole->holes.empty(); });
  }

  // Cells at which a hole, taken as solid, touches the box.
  IntervalSet dug(const Holes& holes, const Cube& box, AxisIndex axis) const {
    std::vector<Interval> out;
    for (const auto& hole : holes) {
      if (!meets(hole->box, box)) continue;
      const auto side = hole->box.side(axis) == nullptr ? space_[axis].all() : *hole->box.side(axis);
      out.insert(out.end(), side.parts().begin(), side.parts().end());
    }
    return IntervalSet::of(std::move(out));
  }

  const Coverage& coverage_;
  const Space& space_;
  const Cube& base_;
  const Region& target_;
  const Region* rest_;
};

/// Widens one box as far as the bounds allow.
class Grower {
 public:
  explicit Grower(const Bounds& bounds) : bounds_{bounds}, space_{bounds.space()} {}

  Cube grow(Cube box) const {
    for (auto axis = static_cast<AxisIndex>(space_.axes().size()); axis-- > 0;)
      if (box.side(axis) != nullptr) widen(box, axis);
    return box;
  }

 private:
  void set(Cube& box, AxisIndex axis, const IntervalSet& cells) const {
    if (cells == space_[axis].all()) box.drop(axis);
    else box.set(axis, cells);
  }

  bool try_set(Cube& box, AxisIndex axis, const IntervalSet& cells) const {
    Cube wider = box;
    set(wider, axis, cells);
    if (!bounds_.hold(wider)) return false;
    box = std::move(wider);
    return true;
  }

  void widen(Cube& box, AxisIndex axis) const {
    auto [surely, perhaps] = bounds_.reach(box, axis);
    const auto kind = space_[axis].kind;
    const bool range = space_[axis].ordered() && kind != model::Kind::hs;
    const auto start = *box.side(axis);
    if (range) {
      surely = stretch_around(start, surely, axis);
      perhaps = stretch_around(start, perhaps, axis);
    }
    if (!surely.empty()) set(box, axis, start | surely);
    if ((start | surely).contains(perhaps) || try_set(box, axis, start | perhaps)) return;
    if (range) stretch(box, axis, perhaps);
    else collect(box, axis, perhaps - *box.side(axis));
  }

  // Of the cells, those from the start on in both directions until the first that is missing.
  IntervalSet stretch_around(const IntervalSet& start, const IntervalSet& cells, AxisIndex axis) const {
    const auto missing = bounds_.most(axis) - cells - start;
    Cell low = 0;
    Cell high = space_[axis].size();
    for (const auto gap : missing.parts()) {
      if (gap.high <= start.first()) low = gap.high;
      if (gap.low > start.last()) high = std::min(high, gap.low);
    }
    return cells & IntervalSet{low, high};
  }

  // Ordered facts read best as one range: push each end out by halving.
  void stretch(Cube& box, AxisIndex axis, const IntervalSet& most) const {
    const auto reach = [&](Cell good, Cell bad, auto cells_to) {
      while (bad > good ? bad - good > 1 : good - bad > 1) {
        const Cell middle = good < bad ? good + (bad - good) / 2 : bad + (good - bad + 1) / 2;
        if (try_set(box, axis, cells_to(middle) & most)) good = middle;
        else bad = middle;
      }
    };
    const auto start = *box.side(axis);
    const Cell low = start.first();
    if (low > most.first() && !try_set(box, axis, (IntervalSet{most.first(), low} | start) & most))
      reach(low, most.first(), [&](Cell to) { return IntervalSet{to, low} | start; });
    const auto grown = *box.side(axis);
    const Cell high = grown.last();
    if (high < most.last() && !try_set(box, axis, (grown | IntervalSet{high, most.last() + 1}) & most))
      reach(high, most.last(), [&](Cell to) { return grown | IntervalSet{high, to + 1}; });
  }

  // Other facts may skip values: take what can be taken, halving what cannot.
  void collect(Cube& box, AxisIndex axis, const IntervalSet& wanted) const {
    if (wanted.empty() || try_set(box, axis, *box.side(axis) | wanted) || wanted.count() == 1) return;
    IntervalSet left;
    auto open = wanted.count() / 2;
    for (const auto part : wanted.parts()) {
      const auto take = static_cast<Cell>(std::min<std::uint64_t>(open, part.high - part.low));
      left = left | IntervalSet{part.low, part.low + take};
      open -= take;
    }
    collect(box, axis, left);
    collect(box, axis, wanted - left);
  }

  const Bounds& bounds_;
  const Space& space_;
};

void drop_covered(const Coverage& coverage, std::vector<Cube>& boxes) {
  for (std::size_t i = boxes.size(); i-- > 0;) {
    std::vector<Cube> others = boxes;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
    if (!coverage.uncovered(boxes[i], others)) boxes = std::move(others);
  }
}

std::vector<Cube> grown(const Coverage& coverage, const Cube& base, const Region& target, const Bounds& bounds) {
  const Grower grower{bounds};
  std::vector<Cube> boxes;
  for (const auto& term : target) {
    const auto inside = intersect(term.box, base);
    if (!inside) continue;
    auto blockers = term.holes;
    for (const auto& box : boxes) blockers.push_back(std::make_shared<const Term>(Term{box, {}}));
    while (const auto open = coverage.uncovered(*inside, blockers)) {
      boxes.push_back(grower.grow(*open));
      blockers.push_back(std::make_shared<const Term>(Term{boxes.back(), {}}));
      if (boxes.size() > base::limits::regions) throw TooLarge{source::Code::too_many_regions, "an answer has too many regions"};
    }
  }
  if (boxes.size() > 1) drop_covered(coverage, boxes);
  return boxes;
}

}  // namespace

std::vector<Cube> cover(const Coverage& coverage, const Space& space, const Cube& base, const Region& target, const Region& rest) {
  return grown(coverage, base, target, Bounds{coverage, space, base, target, &rest});
}

std::vector<Cube> cover(const Coverage& coverage, const Space& space, const Cube& base, const Region& target) {
  return grown(coverage, base, target, Bounds{coverage, space, base, target, nullptr});
}

Point point_in(const Space& space, const Cube& cube) {
  Point out;
  for (AxisIndex axis = 0; axis < space.axes().size(); ++axis) {
    const auto* side = cube.side(axis);
    out.push_back(side == nullptr ? 0 : side->first());
  }
  return out;
}

}  // namespace isonomy::decision
