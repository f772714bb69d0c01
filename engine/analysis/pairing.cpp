// SPDX-License-Identifier: Apache-2.0
#include "analysis/pairing.h"

#include <unordered_map>

#include "decision/same_law.h"

namespace isonomy::analysis {
namespace {

using decision::AxisIndex;
using decision::Cell;
using decision::Cube;
using decision::Region;
using model::BuiltIn;

/// Calls the place that one party calls A by the name B, and the other way round.
class Exchange {
 public:
  Exchange(std::vector<AxisIndex> axes, Cell a, Cell b) : axes_{std::move(axes)}, a_{a}, b_{b} {}

  Region of(const Region& region) {
    Region out;
    out.reserve(region.size());
    for (const auto& term : region) out.push_back(of(term));
    return out;
  }

 private:
  decision::Term of(const decision::Term& term) {
    decision::Term out{exchanged(term.box, axes_, a_, b_), {}};
    for (const auto& hole : term.holes) out.holes.push_back(of(hole));
    return out;
  }

  // Thousands of terms share their holes, and still do afterwards.
  std::shared_ptr<const decision::Term> of(const std::shared_ptr<const decision::Term>& hole) {
    auto& known = known_[hole.get()];
    if (!known) known = std::make_shared<const decision::Term>(of(*hole));
    return known;
  }

  std::vector<AxisIndex> axes_;
  Cell a_;
  Cell b_;
  std::unordered_map<const decision::Term*, std::shared_ptr<const decision::Term>> known_;
};

// The base without what need not be compared; nothing if that is all of it.
std::optional<Cube> beside(const decision::Space& space, Cube base, const decision::SameLaw& same) {
  if (same.cells.empty()) return base;
  const auto* side = base.side(same.axis);
  auto left = (side == nullptr ? space[same.axis].all() : *side) - same.cells;
  if (left.empty()) return std::nullopt;
  base.set(same.axis, std::move(left));
  return base;
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
  decision::collect_open_ends(a_.seat, builder);
  space_ = builder.build();
  const auto now = given_box(library, space_, a_.seat, facts, true, diagnostics);
  const auto ever = given_box(library, space_, a_.seat, facts, false, diagnostics);
  if (!now || !ever) return;
  coverage_ = std::make_unique<decision::Coverage>(space_.sizes(), budget);
  rules_ = std::make_shared<decision::KnownRules>(library, space_);
  const auto same = decision::same_law({library, a_.seat, *rules_}, {library, b_.seat, *rules_}, measure, space_, *coverage_);
  const auto compiler = [&](const Cube& base) {
    const auto narrow = same ? beside(space_, base, *same) : base;
    return narrow ? std::make_unique<decision::Compiler>(library, space_, *narrow, budget, rules_) : std::unique_ptr<decision::Compiler>{};
  };
  for (auto* party : {&a_, &b_}) {
    party->base_now = abroad(space_, party->seat, *now);
    party->base_ever = abroad(space_, party->seat, *ever);
    party->ever = compiler(party->base_ever);
    party->now = compiler(party->base_now);
  }
}

const Pieces& Pairing::pieces(Party& party, When when) {
  static const Pieces none;
  const auto& compiler = when == When::now ? party.now : party.ever;
  return compiler ? compiler->decide(party.seat, measure_).pieces : none;
}

const Pieces& Pairing::b(When when) {
  auto& known = b_pieces_[static_cast<std::size_t>(once(when))];
  if (known) return *known;
  known = pieces(b_, once(when));
  Exchange exchange{open_places(space_), a_.seat.self.index, b_.seat.self.index};
  for (auto& piece : *known) {
    piece.region = exchange.of(piece.region);
    for (auto& maker : piece.makers) maker.region = exchange.of(maker.region);
  }
  return *known;
}

std::vector<decision::Conflict> Pairing::conflicts() {
  std::vector<decision::Conflict> out;
  const auto add = [&](const Party& party) {
    if (!party.now) return;
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
  auto& known = difference_[static_cast<std::size_t>(once(when))];
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
