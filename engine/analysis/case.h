// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "analysis/answer.h"
#include "decision/collect.h"

namespace isonomy::analysis {

using decision::collect_measure;
using decision::with_asked_when;

/// The given facts as one box, with or without the date. Nothing, and an error, if they exclude each other (E0704) or say more than one
/// box can (E0413).
std::optional<decision::Cube> given_box(const model::Library& library, const decision::Space& space, const decision::Seat& seat,
                                        const std::vector<model::Test>& facts, bool with_date, source::Diagnostics& diagnostics);

/// Measures with the seats at which they are asked.
using Asked = std::vector<std::pair<decision::Seat, model::MeasureId>>;

/// E0604 for each pair of rules that disagree, with a transaction that shows it.
void report_conflicts(const model::Library& library, const decision::Space& space, const std::vector<decision::Conflict>& conflicts,
                      source::Diagnostics& diagnostics);

/// A question made ready: who is asked what, the space of facts, what is given within it, and the two compilers that answer -
/// `now` within all given facts, `ever` with the date left open.
class Case {
 public:
  /// Collects what the question can look at. `facts` are the given facts of the consignment and, if asked for a line, of that line.
  /// Mistakes (facts that exclude each other, or no single box) go to `diagnostics`; then `valid()` is false.
  /// A command that makes several cases gives them one `budget`.
  Case(const model::Library& library, const std::vector<model::JurisdictionId>& stops, const std::vector<model::Test>& facts,
       source::Diagnostics& diagnostics, const std::shared_ptr<decision::Budget>& budget = std::make_shared<decision::Budget>());

  /// Measures put to one jurisdiction at seats that leave the same ends open; these range over all other jurisdictions. `also` is a
  /// condition that will be asked about too, or nullptr.
  Case(const model::Library& library, const Asked& asked, const model::Condition* also, const std::vector<model::Test>& facts,
       source::Diagnostics& diagnostics, const std::shared_ptr<decision::Budget>& budget = std::make_shared<decision::Budget>());

  bool valid() const { return now_ != nullptr; }
  decision::Compiler& now() { return *now_; }
  decision::Compiler& ever() { return *ever_; }
  /// Nothing given at all, for questions about other facts.
  decision::Compiler& anything() { return *anything_; }
  const decision::Space& space() const { return space_; }
  const model::Library& library() const { return library_; }

  /// See `seats_along`.
  const std::vector<decision::Seat>& seats() const { return seats_; }
  /// The seat of the jurisdiction at `place` of a flow when asked a measure, which may belong to another flow.
  decision::Seat seat_for(model::FlowId flow, model::MeasureRef ref, model::JurisdictionId carrier) const;
  std::vector<model::JurisdictionId> carriers(model::FlowId flow) const;

 private:
  void prepare(const std::vector<model::Test>& facts, source::Diagnostics& diagnostics, const std::shared_ptr<decision::Budget>& budget);
  void collect(decision::SpaceBuilder& builder) const;

  const model::Library& library_;
  std::vector<model::JurisdictionId> stops_;
  std::vector<decision::Seat> seats_;
  decision::Space space_;
  std::unique_ptr<decision::Compiler> now_;
  std::unique_ptr<decision::Compiler> ever_;
  std::unique_ptr<decision::Compiler> anything_;
};

/// The ends of every flow on the way and its carriers: by flow, sender first, then the carriers in order, then the receiver.
std::vector<decision::Seat> seats_along(const model::Library& library, const std::vector<model::JurisdictionId>& stops);
/// Whether a clash asks those who carry the flow.
bool looks_at_carrier(const model::Condition& condition);

/// The commitments that may bind the jurisdiction at the seat, with the measure they bind.
std::vector<model::CommitmentId> commitments_at(const model::Library& library, const decision::Seat& seat);

/// The regions of a decision in words.
std::vector<RegionAnswer> regions_of(Case& of, const decision::Decision& decision);

/// Whether two outcomes are the same answer, however written: 72 hours and 3 days are.
bool same_outcome(const model::Library& library, const decision::Outcome& a, const decision::Outcome& b);

/// What a finding of a clash, or of a commitment at a jurisdiction, has before its region is known: all but `possible`, region and sides.
Finding finding_of(const model::Clash& clash, std::string id);
Finding finding_of(const model::Library& library, const model::Commitment& commitment, const decision::Seat& seat);

/// The finding's shared part: region, witness (replayed in the reference evaluator), sides, days. `box` lies where it holds.
void fill_region(Case& of, Finding& finding, const decision::Cube& box, const Asked& sides);
/// The run of days around the witness on which the region holds with its other facts.
void fill_days(Case& of, Finding& finding, const decision::Cube& box, const decision::Region& ever);

std::vector<Finding> clashes(Case& of);
std::vector<Finding> commitment_gaps(Case& of);

/// Where one commitment binds the jurisdiction at a seat and is broken, or may be. Nothing if it does not bind there at all on the given
/// facts; an empty list is a proof that it is kept.
std::optional<std::vector<Finding>> commitment_gaps(Case& of, const decision::Seat& seat, model::CommitmentId commitment);

}  // namespace isonomy::analysis
