// SPDX-License-Identifier: Apache-2.0
#include "decision/cover.h"

#include <algorithm>
#include <unordered_set>

#include "base/limits.h"
#include "decision/least.h"
#include "decision/term_index.h"
#include "source/codes.h"

namespace isonomy::decision {
namespace {

/// The axes that a region looks at, in the canonical order. Along all others it does not change, so a box can be unrestricted there from the start.
class Mentioned {
 public:
  explicit Mentioned(const Space& space) : space_{space}, seen_(space.axes().size()) {}

  void add(const Region& region) {
    for (const auto& term : region) add(term);
  }

  std::vector<AxisIndex> axes() const {
    std::vector<AxisIndex> out;
    for (const auto axis : space_.by_name())
      if (seen_[axis]) out.push_back(axis);
    return out;
  }

 private:
  void add(const Term& term) {
    for (const auto& [axis, cells] : term.box.sides()) seen_[axis] = true;
    for (const auto& hole : term.holes)
      if (known_.insert(hole.get()).second) add(*hole);
  }

  const Space& space_;
  std::vector<bool> seen_;
  std::unordered_set<const Term*> known_;
};

std::vector<AxisIndex> axes_of(const Space& space, const Region& target) {
  Mentioned mentioned{space};
  mentioned.add(target);
  return mentioned.axes();
}

/// Where boxes may go: nowhere outside the target.
class Bounds {
 public:
  Bounds(const Coverage& coverage, const Space& space, const Cube& base, const Region& target)
      : coverage_{coverage}, space_{space}, base_{base}, target_{target, coverage.sizes()} {}

  bool hold(const Cube& box) const {
    const auto near = target_.meeting(box);
    return !coverage_.uncovered(box, near);
  }

  IntervalSet most(AxisIndex axis) const { return base_.side(axis) == nullptr ? space_[axis].all() : *base_.side(axis); }

  /// How far a box can be widened on one axis, all else kept.
  struct Reach {
    IntervalSet surely;   ///< cells that stay within the bounds
    IntervalSet perhaps;  ///< beyond these, none does
  };
  Reach reach(const Cube& box, AxisIndex axis) const {
    const auto apart = target_.axis();
    if (!apart || *apart == axis || box.side(*apart) == nullptr) return reach_of(box, axis);
    // Parts of the target that lie beside each other do not reach further together than each alone.
    Reach out{most(axis), most(axis)};
    for (const auto part : divided(box, *apart)) {
      auto one = box;
      one.set(*apart, {part.low, part.high});
      const auto reach = reach_of(one, axis);
      out = {out.surely & reach.surely, out.perhaps & reach.perhaps};
    }
    return out;
  }

  const Space& space() const { return space_; }

 private:
  Reach reach_of(Cube box, AxisIndex axis) const {
    const auto most = this->most(axis);
    box.drop(axis);
    std::vector<Interval> near;
    std::vector<Interval> unsure;
    std::vector<Interval> surely;
    const auto add = [](std::vector<Interval>& to, const IntervalSet& cells) {
      to.insert(to.end(), cells.parts().begin(), cells.parts().end());
    };
    for (const auto* term : target_.meeting(box)) {
      const auto within = term->box.side(axis) == nullptr ? most : *term->box.side(axis) & most;
      add(near, within);
      if (!holds_beside(term->box, box, axis)) continue;
      add(surely, within - dug(term->holes, box, axis));
      if (!solid(term->holes)) add(unsure, within);
    }
    // A cell that only one part of the target reaches stays within exactly if that part holds it; where two do, they may together.
    add(unsure, twice(std::move(near)));
    unsure.insert(unsure.end(), surely.begin(), surely.end());
    return {IntervalSet::of(std::move(surely)), IntervalSet::of(std::move(unsure))};
  }

  // The side of the box, cut where a part of the target begins or ends.
  std::vector<Interval> divided(const Cube& box, AxisIndex axis) const {
    std::vector<Cell> cuts;
    for (const auto* term : target_.meeting(box))
      if (const auto* side = term->box.side(axis))
        for (const auto part : side->parts()) cuts.insert(cuts.end(), {part.low, part.high});
    std::sort(cuts.begin(), cuts.end());
    std::vector<Interval> out;
    for (auto part : box.side(axis)->parts()) {
      for (auto cut = std::upper_bound(cuts.begin(), cuts.end(), part.low); cut != cuts.end() && *cut < part.high; ++cut) {
        if (part.low < *cut) out.push_back({part.low, *cut});
        part.low = *cut;
      }
      out.push_back(part);
    }
    return out;
  }

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
  TermIndex target_;
};

/// Widens one box as far as the bounds allow.
class Grower {
 public:
  Grower(const Bounds& bounds, const Cube& base, const std::vector<AxisIndex>& axes)
      : bounds_{bounds}, space_{bounds.space()}, base_{base}, axes_{axes} {}

  Cube grow(const Point& from) const {
    auto box = base_;
    for (const auto axis : axes_)
      if (space_[axis].size() > 1) box.set(axis, {from[axis], from[axis] + 1});
    for (auto i = axes_.size(); i-- > 0;)
      if (box.side(axes_[i]) != nullptr) widen(box, axes_[i]);
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
  const Cube& base_;
  const std::vector<AxisIndex>& axes_;
};

/// Grows boxes, each from the first point of the target that no box holds yet; so they do not depend on how the target is written.
class Cover {
 public:
  Cover(const Coverage& coverage, const Cube& base, const Region& target, const Bounds& bounds)
      : coverage_{coverage}, space_{bounds.space()}, axes_{axes_of(space_, target)}, grower_{bounds, base, axes_} {
    for (const auto& term : target)
      if (auto inside = intersect(term.box, base)) {
        open_.emplace(Next{least_of(space_, *inside), terms_.size()}, 0);
        terms_.push_back({std::move(*inside), term.holes});
      }
  }

  std::vector<Cube> boxes() {
    while (!open_.empty()) {
      const auto [next, known] = *open_.begin();
      open_.erase(open_.begin());
      if (known > 0 && !held(point_at(space_, next.at), known - 1)) grow(next.at);
      if (auto more = least_open(terms_[next.term])) open_.emplace(Next{std::move(*more), next.term}, boxes_.size() + 1);
    }
    return std::move(boxes_);
  }

 private:
  /// A term waits at its first open point, or where that is not known yet, at a lower bound of it.
  struct Next {
    Ranks at;
    std::size_t term = 0;
    friend auto operator<=>(const Next&, const Next&) = default;
  };

  bool held(const Point& point, std::size_t from) const {
    return std::any_of(boxes_.begin() + static_cast<std::ptrdiff_t>(from), boxes_.end(),
                       [&](const Cube& box) { return contains(box, point); });
  }

  std::optional<Ranks> least_open(const Term& term) const {
    std::vector<const Term*> blockers;
    for (const auto& hole : term.holes) blockers.push_back(hole.get());
    // Within the term only: a box may have hundreds of codes elsewhere.
    Region taken;
    for (const auto& box : boxes_)
      if (auto inside = intersect(box, term.box)) taken.push_back({std::move(*inside), {}});
    for (const auto& one : taken) blockers.push_back(&one);
    return least_uncovered(coverage_, space_, axes_, term.box, std::move(blockers));
  }

  void grow(const Ranks& from) {
    boxes_.push_back(grower_.grow(point_at(space_, from)));
    if (boxes_.size() > base::limits::regions) throw TooLarge{source::Code::too_many_regions, "an answer has too many regions"};
  }

  const Coverage& coverage_;
  const Space& space_;
  std::vector<AxisIndex> axes_;
  Grower grower_;
  std::vector<Term> terms_;
  std::map<Next, std::size_t> open_;  ///< and, where the point is known, one more than the boxes that were left out for it
  std::vector<Cube> boxes_;
};

void drop_covered(const Coverage& coverage, std::vector<Cube>& boxes) {
  auto kept = region_of(boxes);
  const TermIndex index{kept, coverage.sizes()};
  std::unordered_set<const Term*> dropped;
  for (std::size_t i = kept.size(); i-- > 0;) {
    const auto& term = kept[i];
    auto others = index.meeting(term.box);
    std::erase_if(others, [&](const Term* other) { return other == &term || dropped.contains(other); });
    if (!coverage.uncovered(term.box, others)) dropped.insert(&term);
  }
  boxes.clear();
  for (auto& term : kept)
    if (!dropped.contains(&term)) boxes.push_back(std::move(term.box));
}

}  // namespace

std::vector<Cube> cover(const Coverage& coverage, const Space& space, const Cube& base, const Region& target) {
  const Bounds bounds{coverage, space, base, target};
  auto boxes = Cover{coverage, base, target, bounds}.boxes();
  if (boxes.size() > 1) drop_covered(coverage, boxes);
  return boxes;
}

Point point_in(const Space& space, const Cube& cube) {
  Point out;
  for (AxisIndex axis = 0; axis < space.axes().size(); ++axis) {
    const auto* side = cube.side(axis);
    out.push_back(side == nullptr ? space[axis].ranked(0) : space[axis].first_of(*side));
  }
  return out;
}

}  // namespace isonomy::decision
