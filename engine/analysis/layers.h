// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "analysis/case.h"

/// Findings over time: what holds on which days, and what turns on a day.
namespace isonomy::analysis {

/// The facts and days for which one finding holds with the same answer of each side.
struct Layer {
  std::vector<decision::Outcome> outcomes;
  decision::Region region;
};

/// What one day does to the facts of one box: one layer gives way to another, or to none, or comes up where there was none.
struct Turn {
  decision::Cell cell;                ///< of the date axis: the stretch of days that begins with the turn
  std::optional<std::size_t> before;  ///< the layer of the day before
  std::optional<std::size_t> after;
  decision::Cube box;  ///< without the date; complete with the other boxes of the turn, none covered by them
};

/// Everything that turns on a day of the window, in order of days. Layers are disjoint and lie within the base, which names no fact that
/// the date depends on. Error: `TooLarge` with E0602 or E0603. Cost: one coverage question for each two layers that meet on each day on which a rule turns.
std::vector<Turn> turns(const decision::Coverage& coverage, const decision::Space& space, const decision::Cube& base,
                        const std::vector<Layer>& layers, model::Period window);

/// A clash of the library at its place on a route; `carrier` is valid if it looks at one.
struct ClashAt {
  model::ClashId clash;
  model::JurisdictionId carrier;
  Asked sides;
  std::string id;  ///< stable: the clash and the jurisdictions it looks at
};
std::vector<ClashAt> clashes_on(Case& of);
/// Where the clash is found (not merely possible), by the answers of its sides.
std::vector<Layer> layers_of(Case& of, decision::Compiler& compiler, const ClashAt& clash);

/// Where a clash holds between answers of one jurisdiction to different measures. Each measure of the clash stands once in `sides`.
std::vector<Finding> clash_with_itself(const model::Library& library, model::ClashId clash, const Asked& sides,
                                       const std::vector<model::Test>& given, source::Diagnostics& diagnostics,
                                       const std::shared_ptr<decision::Budget>& budget);

/// Where a commitment that binds the jurisdiction at the seat is broken, by its answers.
std::vector<Layer> layers_of(Case& of, decision::Compiler& compiler, const decision::Seat& seat, model::CommitmentId commitment);

/// Where the commitment binds the jurisdiction at the seat, whatever that answers.
decision::Region binding_at(Case& of, decision::Compiler& compiler, const decision::Seat& seat, model::CommitmentId commitment);

/// The days around a box's own on which the whole of it lies in the region.
model::Period days_throughout(const decision::Coverage& coverage, const decision::Space& space, const decision::Cube& box,
                              const decision::Region& region);

}  // namespace isonomy::analysis
