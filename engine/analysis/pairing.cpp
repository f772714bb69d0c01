// SPDX-License-Identifier: Apache-2.0
#include "analysis/pairing.h"

namespace isonomy::analysis {
namespace {

using decision::AxisIndex;
using decision::Cell;
using decision::IntervalSet;
using decision::Region;
using model::BuiltIn;

IntervalSet exchanged(const IntervalSet& cells, Cell a, Cell b) {
  if (cells.contains(a) == cells.contains(b)) return cells;
  const IntervalSet one{a, a + 1};
  const IntervalSet other{b, b + 1};
  return cells.contains(a) ? (cells - one) | other : (cells - other) | one;
}

decision::Term exchanged(const decision::Term& term, const std::vector<AxisIndex>& axes, Cell a, Cell b) {
  decision::Term out{term.box, {}};
  for (const auto axis : axes)
    if (const auto* side = term.box.side(axis)) out.box.set(axis, exchanged(*side, a, b));
  for (const auto& hole : term.holes) out.holes.push_back(std::make_shared<decision::Term>(exchanged(*hole, axes, a, b)));
  return out;
}

Region exchanged(const Region& region, const std::vector<AxisIndex>& axes, Cell a, Cell b) {
  Region out;
  for (const auto& term : region) out.push_back(exchanged(term, axes, a, b));
  return out;
}

}  // namespace

Pairing::Pairing(const model::Library& library, model::MeasureId measure, model::End end, model::JurisdictionId a, model::JurisdictionId b,
                 const std::vector<model::Test>& facts, source::Diagnostics& diagnostics, const std::shared_ptr<decision::Budget>& budget)
    : library_{library}, measure_{measure} {
  const auto flow = library.measures[measure].flow;
  a_.seat = open_seat(library, flow, end, a);
  b_.seat = open_seat(library, flow, end, b);
  decision::SpaceBuilder builder{library};
  collect_measure(library, a_.seat, measure, builder);
  collect_measure(library, b_.seat, measure, builder);
  for (const auto& fact : facts) builder.add(fact);
  if (!a_.seat.origin.valid()) builder.add_place(model::fact_id(BuiltIn::origin));
  if (!a_.seat.destination.valid()) builder.add_place(model::fact_id(BuiltIn::destination));
  space_ = builder.build();
  const auto now = given_box(library, space_, a_.seat, facts, true, diagnostics);
  const auto ever = given_box(library, space_, a_.seat, facts, false, diagnostics);
  if (!now || !ever) return;
  for (auto* party : {&a_, &b_}) {
    party->ever = std::make_unique<decision::Compiler>(library, space_, abroad(space_, party->seat, *ever), budget);
    party->now = std::make_unique<decision::Compiler>(library, space_, abroad(space_, party->seat, *now), budget);
  }
}

const Pieces& Pairing::b(When when) {
  auto& known = b_pieces_[static_cast<std::size_t>(when)];
  if (known) return *known;
  known = compiler(b_, when).decide(b_.seat, measure_).pieces;
  const auto places = open_places(space_);
  for (auto& piece : *known) {
    piece.region = exchanged(piece.region, places, a_.seat.self.index, b_.seat.self.index);
    for (auto& maker : piece.makers) maker.region = exchanged(maker.region, places, a_.seat.self.index, b_.seat.self.index);
  }
  return *known;
}

std::vector<decision::Conflict> Pairing::conflicts() {
  std::vector<decision::Conflict> out;
  const auto add = [&](Party& party) {
    for (const auto measure : with_asked_when(library_, measure_)) {
      const auto& more = party.now->decide(party.seat, measure).conflicts;
      out.insert(out.end(), more.begin(), more.end());
    }
  };
  add(a_);
  if (b_.seat != a_.seat) add(b_);
  return out;
}

const Difference& Pairing::difference(When when) {
  auto& known = difference_[static_cast<std::size_t>(when)];
  if (!known) known = analysis::difference(coverage(), a(when), b(when), same_in(library_));
  return *known;
}

decision::Transaction Pairing::transaction_a(const decision::Point& point) const {
  return decision::transaction_at(library_, space_, point);
}

decision::Transaction Pairing::transaction_b(decision::Point point) const {
  for (const auto axis : open_places(space_))
    if (point[axis] == b_.seat.self.index) point[axis] = a_.seat.self.index;
  return decision::transaction_at(library_, space_, point);
}

}  // namespace isonomy::analysis
