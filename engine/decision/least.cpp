// SPDX-License-Identifier: Apache-2.0
#include "decision/least.h"

namespace isonomy::decision {
namespace {

/// Settles one axis after the other at its first cell with which the rest of the box is not covered.
class Descent {
 public:
  Descent(const Coverage& coverage, const Space& space, Cube box, std::vector<const Term*> blockers)
      : coverage_{coverage}, space_{space}, box_{std::move(box)}, blockers_{std::move(blockers)} {
    forget();
  }

  std::optional<Ranks> run(const std::vector<AxisIndex>& axes) {
    if (!ask(box_)) return std::nullopt;
    for (const auto axis : axes)
      if (!blockers_.empty()) settle(axis);
    return least_of(space_, box_);
  }

 private:
  bool ask(const Cube& box) {
    auto found = coverage_.uncovered(box, blockers_);
    if (found) open_ = std::move(*found);
    return found.has_value();
  }

  bool ask_within(AxisIndex axis, const IntervalSet& lower) {
    if (lower.empty()) return false;
    auto box = box_;
    box.set(axis, space_[axis].ranked(lower));
    return ask(box);
  }

  IntervalSet ranks(const Cube& box, AxisIndex axis) const {
    const auto* side = box.side(axis);
    return side == nullptr ? space_[axis].all() : space_[axis].ranks(*side);
  }

  // Asks for all that is lower than the best, then for half of it, in turn: mostly one question, never more than two a halving.
  void settle(AxisIndex axis) {
    const auto all = ranks(box_, axis);
    auto low = all.first();
    auto best = ranks(open_, axis).first();
    for (bool whole = true; low < best; whole = !whole) {
      const auto to = whole ? best : low + (best - low + 1) / 2;
      if (ask_within(axis, all & IntervalSet{low, to})) best = ranks(open_, axis).first();
      else low = to;
    }
    const auto cell = space_[axis].ranked(best);
    box_.set(axis, {cell, cell + 1});
    forget();
  }

  void forget() {
    std::erase_if(blockers_, [&](const auto* blocker) { return !meets(blocker->box, box_); });
  }

  const Coverage& coverage_;
  const Space& space_;
  Cube box_;
  std::vector<const Term*> blockers_;
  Cube open_;  ///< a part of the box that is not covered
};

}  // namespace

Ranks least_of(const Space& space, const Cube& cube) {
  Ranks out;
  for (const auto axis : space.by_name()) {
    const auto* side = cube.side(axis);
    out.push_back(side == nullptr ? 0 : space[axis].ranks(*side).first());
  }
  return out;
}

Point point_at(const Space& space, const Ranks& ranks) {
  Point out(ranks.size());
  for (std::size_t i = 0; i < ranks.size(); ++i) {
    const auto axis = space.by_name()[i];
    out[axis] = space[axis].ranked(ranks[i]);
  }
  return out;
}

std::optional<Ranks> least_uncovered(const Coverage& coverage, const Space& space, const std::vector<AxisIndex>& axes, const Cube& cube,
                                     std::vector<const Term*> blockers) {
  return Descent{coverage, space, cube, std::move(blockers)}.run(axes);
}

}  // namespace isonomy::decision
