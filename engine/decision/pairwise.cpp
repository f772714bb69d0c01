// SPDX-License-Identifier: Apache-2.0
#include "decision/pairwise.h"

#include <algorithm>

#include "decision/axis_orders.h"

namespace isonomy::decision {
namespace {

constexpr std::uint8_t bit_differs = 1;
constexpr std::uint8_t bit_open = 2;
constexpr std::uint8_t all_bits = bit_differs | bit_open;

std::uint64_t key(std::uint32_t a, std::uint32_t b) { return (std::uint64_t{a} << 32U) | b; }

// The place first, since that is where two who are compared look at different things.
std::vector<AxisIndex> order_of(const Space& space, const std::vector<Cell>& sizes, AxisIndex place) {
  auto out = axis_orders(space, sizes).front();
  std::erase(out, place);
  out.insert(out.begin(), place);
  return out;
}

}  // namespace

Pairwise::Pairwise(const model::Library& library, const Space& space, std::vector<Seat> seats, model::MeasureId measure, AxisIndex place,
                   const Cube& base, const Judge& judge, std::size_t most_parts, std::shared_ptr<Budget> budget)
    : budget_{std::move(budget)},
      excerpt_{space.sizes(), base},
      seats_{std::move(seats)},
      diagrams_{library, excerpt_.sizes(), order_of(space, excerpt_.sizes(), place), most_parts, judge} {
  KnownRules rules{library, space};
  for (const auto& seat : seats_) {
    const AskedMeasures asked{library, space, rules, seat, measure, [&](const Cube& box) { return excerpt_.of(box); }};
    const auto root = diagrams_.make(asked);
    if (!root || diagrams_.conflict()) return;
    roots_.push_back(*root);
  }
}

Pairwise::Bits Pairwise::judged(std::uint32_t a, std::uint32_t b) {
  const auto verdict = diagrams_.judged(a, b);
  return verdict == Verdict::differs ? bit_differs : verdict == Verdict::open ? bit_open : Bits{0};
}

Pairwise::Bits Pairwise::bits(Diagram a, Diagram b) {
  if (a.is_terminal() && b.is_terminal()) return judged(a.number(), b.number());
  if (const auto it = known_.find(key(a.code, b.code)); it != known_.end()) return it->second;
  const auto found = bits_below(a, b);
  known_.emplace(key(a.code, b.code), found);
  return found;
}

Pairwise::Bits Pairwise::bits_below(Diagram a, Diagram b) {
  const auto level = std::min(store().level(a), store().level(b));
  Bits out = 0;
  Cell from = 0;
  for (const auto end : ends(a, b, level)) {
    budget_->spend(1);
    out |= bits(at(a, level, from), at(b, level, from));
    if (out == all_bits) return out;
    from = end;
  }
  return out;
}

// Where the runs of either end.
std::vector<Cell> Pairwise::ends(Diagram a, Diagram b, std::uint32_t level) const {
  std::vector<Cell> out;
  for (const auto of : {a, b})
    if (store().level(of) == level)
      for (const auto& edge : store().edges(of)) out.push_back(edge.end);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  if (out.empty()) out.push_back(store().cells(level));
  return out;
}

Diagram Pairwise::at(Diagram of, std::uint32_t level, Cell cell) const {
  if (store().level(of) != level) return of;
  const auto edges = store().edges(of);
  return std::upper_bound(edges.begin(), edges.end(), cell, [](Cell c, const auto& edge) { return c < edge.end; })->child;
}

std::vector<Pairwise::Partner> Pairwise::partners(std::size_t a, std::size_t b) const {
  const auto mine = seats_[a].self.index;
  const auto theirs = seats_[b].self.index;
  std::vector<Partner> out;
  Cell from = 0;
  for (const auto end : ends(roots_[a], roots_[b], 0)) {
    auto third = from;
    while (third < end && (third == mine || third == theirs)) ++third;
    if (third < end) out.push_back({third, third});
    from = end;
  }
  out.push_back({theirs, mine});
  return out;
}

Pairwise::Likeness Pairwise::compare(std::size_t a, std::size_t b) {
  Bits out = 0;
  for (const auto& partner : partners(a, b)) {
    out |= bits(at(roots_[a], 0, partner.of_a), at(roots_[b], 0, partner.of_b));
    if (out == all_bits) break;
  }
  return {(out & bit_differs) != 0, (out & bit_open) != 0};
}

}  // namespace isonomy::decision
