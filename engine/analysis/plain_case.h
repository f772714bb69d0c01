// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "analysis/answer.h"
#include "decision/reference.h"

namespace isonomy::analysis {

/// A consignment of which single facts are stated, put before the reference evaluator. That is quick, and exact where the facts that are
/// left out cannot matter; where they may, every answer here is nothing, and the regions have to be worked out.
class PlainCase {
 public:
  PlainCase(const model::Library& library, const std::vector<model::JurisdictionId>& stops, const std::vector<model::Test>& facts);

  const decision::Transaction& facts() const { return facts_; }
  /// The ends of every flow and its carriers, as `Case::seats`.
  const std::vector<decision::Seat>& seats() const { return seats_; }

  /// Cost: one reference evaluation.
  std::optional<decision::reference::Verdict> decide(const decision::Seat& seat, model::MeasureId measure) const;
  /// Whether the clash is found: yes, no, or unknown if it depends on an answer that is silent or unknown.
  std::optional<model::Truth> clash(model::ClashId clash) const;
  /// Whether somebody on the route falls short of the commitment.
  std::optional<model::Truth> gap(model::CommitmentId commitment) const;

 private:
  std::optional<model::Truth> gap(const model::Commitment& commitment, const decision::Seat& seat, base::Date day) const;
  std::optional<model::Truth> truth(const model::Condition& condition, const decision::Seat& seat, model::JurisdictionId carrier) const;
  std::optional<model::Truth> truth(const model::Test& test, const decision::Seat& seat, model::JurisdictionId carrier) const;
  decision::Seat seat_for(const decision::Seat& seat, model::MeasureRef ref, model::JurisdictionId carrier) const;

  const model::Library& library_;
  std::vector<model::JurisdictionId> stops_;
  std::vector<decision::Seat> seats_;
  decision::Transaction facts_;
  bool plain_ = true;  ///< no fact is stated twice or excluded
};

}  // namespace isonomy::analysis
