// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "analysis/answer.h"

namespace isonomy::analysis {

/// A question made ready: who is asked what, the space of facts, what is given within it, and the two compilers that answer -
/// `now` within all given facts, `ever` with the date left open.
class Case {
 public:
  /// Collects what the question can look at. `facts` are the given facts of the consignment and, if asked for a line, of that line.
  /// Mistakes (facts that exclude each other, or no single box) go to `diagnostics`; then `valid()` is false.
  /// A command that makes several cases gives them one `budget`.
  Case(const model::Library& library, const std::vector<model::JurisdictionId>& stops, const std::vector<model::Test>& facts,
       source::Diagnostics& diagnostics, const std::shared_ptr<decision::Budget>& budget = std::make_shared<decision::Budget>());

  bool valid() const { return now_ != nullptr; }
  decision::Compiler& now() { return *now_; }
  decision::Compiler& ever() { return *ever_; }
  /// Nothing given at all, for questions about other facts.
  decision::Compiler& anything() { return *anything_; }
  const decision::Space& space() const { return space_; }
  const model::Library& library() const { return library_; }

  /// The ends of every flow and its carriers: by flow, sender first, then the carriers in order, then the receiver.
  const std::vector<decision::Seat>& seats() const { return seats_; }
  /// The seat of the jurisdiction at `place` of a flow when asked a measure, which may belong to another flow.
  decision::Seat seat_for(model::FlowId flow, model::MeasureRef ref, model::JurisdictionId carrier) const;
  std::vector<model::JurisdictionId> carriers(model::FlowId flow) const;

 private:
  void sit(const std::vector<model::JurisdictionId>& stops);
  void collect(decision::SpaceBuilder& builder) const;
  std::optional<decision::Cube> box(const std::vector<model::Test>& facts, bool with_date, source::Diagnostics& diagnostics) const;

  const model::Library& library_;
  std::vector<model::JurisdictionId> stops_;
  std::vector<decision::Seat> seats_;
  decision::Space space_;
  std::unique_ptr<decision::Compiler> now_;
  std::unique_ptr<decision::Compiler> ever_;
  std::unique_ptr<decision::Compiler> anything_;
};

/// The commitments that may bind the jurisdiction at the seat, with the measure they bind.
std::vector<model::CommitmentId> commitments_at(const model::Library& library, const decision::Seat& seat);

/// The regions of a decision in words.
std::vector<RegionAnswer> regions_of(Case& of, const decision::Decision& decision);

/// The finding's shared part: region, witness (replayed in the reference evaluator), sides, days. `box` lies where it holds.
void fill_region(Case& of, Finding& finding, const decision::Cube& box,
                 const std::vector<std::pair<decision::Seat, model::MeasureId>>& sides);
/// The run of days around the witness on which the region holds with its other facts.
void fill_days(Case& of, Finding& finding, const decision::Cube& box, const decision::Region& ever);

std::vector<Finding> clashes(Case& of);
std::vector<Finding> commitment_gaps(Case& of);

}  // namespace isonomy::analysis
