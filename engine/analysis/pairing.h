// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include "analysis/case.h"
#include "analysis/difference.h"
#include "analysis/places.h"

namespace isonomy::analysis {

/// One measure put to two jurisdictions at the same end, over one space of facts in which the other end is open. Two jurisdictions are
/// compared for the same partner; where the partner of one is the other, for each other: the place that A calls B, B calls A. So every
/// partner of A and every partner of B is looked at once, and neither is asked how it treats itself (docs/decisions/0025).
class Pairing {
 public:
  enum class When : std::uint8_t { now, ever };  ///< within all given facts, or with the date left open

  /// Mistakes in the given facts go to `diagnostics`; then `valid()` is false. Cost: two decisions for each `When` that is asked.
  Pairing(const model::Library& library, model::MeasureId measure, model::End end, model::JurisdictionId a, model::JurisdictionId b,
          const std::vector<model::Test>& facts, source::Diagnostics& diagnostics,
          const std::shared_ptr<decision::Budget>& budget = std::make_shared<decision::Budget>());

  bool valid() const { return b_.now != nullptr; }
  const model::Library& library() const { return library_; }
  const decision::Space& space() const { return space_; }
  model::MeasureId measure() const { return measure_; }
  const decision::Seat& seat_a() const { return a_.seat; }
  const decision::Seat& seat_b() const { return b_.seat; }

  const decision::Coverage& coverage() { return a_.now->coverage(); }
  const decision::Cube& base(When when) { return compiler(a_, when).base(); }
  /// The decisions; B's in A's words for places. Stable for the life of the pairing.
  const Pieces& a(When when) { return compiler(a_, once(when)).decide(a_.seat, measure_).pieces; }
  const Pieces& b(When when);
  /// Rules of either that disagree within the given facts.
  std::vector<decision::Conflict> conflicts();
  const Difference& difference(When when);

  decision::Point point_in(const decision::Cube& box) const { return typical_point(library_, space_, box, parties()); }
  /// The transaction at a point, as each of the two sees it.
  decision::Transaction transaction_a(const decision::Point& point) const;
  decision::Transaction transaction_b(decision::Point point) const;

  /// A region in words, beyond what is given; and in one line.
  std::vector<std::pair<std::string, std::string>> words(const decision::Cube& box) {
    return region_words(library_, space_, box, base(When::now), parties(), days_of(space_, box));
  }

 private:
  struct Party {
    decision::Seat seat;
    std::unique_ptr<decision::Compiler> now;
    std::unique_ptr<decision::Compiler> ever;
  };
  decision::Compiler& compiler(Party& party, When when) { return when == When::now ? *party.now : *party.ever; }
  /// Where no day is given, both are one.
  When once(When when) const { return a_.now->base() == a_.ever->base() && b_.now->base() == b_.ever->base() ? When::now : when; }
  Parties parties() const { return {a_.seat.self, b_.seat.self}; }

  const model::Library& library_;
  model::MeasureId measure_;
  decision::Space space_;
  Party a_;
  Party b_;
  std::optional<Pieces> b_pieces_[2];
  std::optional<Difference> difference_[2];
};

}  // namespace isonomy::analysis
