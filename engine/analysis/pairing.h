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

  bool valid() const { return coverage_ != nullptr; }
  const model::Library& library() const { return library_; }
  const decision::Space& space() const { return space_; }
  model::MeasureId measure() const { return measure_; }
  const decision::Seat& seat_a() const { return a_.seat; }
  const decision::Seat& seat_b() const { return b_.seat; }

  const decision::Coverage& coverage() const { return *coverage_; }
  decision::KnownRules& rules() const { return *rules_; }
  const decision::Cube& base(When when) const { return when == When::now ? a_.base_now : a_.base_ever; }
  /// The decisions, without the codes of goods for which both have the same rules (see `decision::same_law`); B's in A's words for places.
  /// Stable for the life of the pairing.
  const Pieces& a(When when) { return pieces(a_, once(when)); }
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
    decision::Cube base_now;
    decision::Cube base_ever;
    std::unique_ptr<decision::Compiler> now;  ///< none where nothing is left to compare
    std::unique_ptr<decision::Compiler> ever;
  };
  const Pieces& pieces(Party& party, When when);
  /// Where no day is given, both are one.
  When once(When when) const { return a_.base_now == a_.base_ever && b_.base_now == b_.base_ever ? When::now : when; }
  Parties parties() const { return {a_.seat.self, b_.seat.self}; }

  const model::Library& library_;
  model::MeasureId measure_;
  decision::Space space_;
  std::unique_ptr<decision::Coverage> coverage_;
  std::shared_ptr<decision::KnownRules> rules_;
  Party a_;
  Party b_;
  std::optional<Pieces> b_pieces_[2];
  std::optional<Difference> difference_[2];
};

}  // namespace isonomy::analysis
