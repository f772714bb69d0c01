// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>

#include "analysis/answer.h"
#include "network/paths.h"

namespace isonomy::network {

/// Which ways are wanted, for which consignment.
struct Wanted {
  model::JurisdictionId origin;
  model::JurisdictionId destination;
  std::vector<model::Test> given;
  base::Date day;                           ///< links must be open on it
  std::set<std::string> modes;              ///< only these; empty for any
  std::set<model::JurisdictionId> avoided;  ///< never passed through
  std::size_t best = 3;
  bool front = false;  ///< all ways that no other beats on every count, instead
};

/// A measure that a carrier jurisdiction answers with less than it could.
struct Duty {
  model::MeasureId measure;
  decision::Outcome outcome;
  std::vector<model::RuleId> rules;
};

/// What passing through a jurisdiction means for the consignment. Facts left open count where they matter for some of them.
struct Toll {
  std::vector<analysis::Finding> clashes;  ///< found, not possible
  std::vector<Duty> duties;                ///< obligations in transit
  std::vector<model::MeasureId> unknown;   ///< measures whose answer is silent or unknown
};

/// What makes a way better or worse, in the order in which it counts.
enum class Count : std::size_t {
  blocking,  ///< clashes in transit, by severity
  major,
  minor,
  duties,            ///< obligations in transit
  unknown,           ///< answers in transit that nobody knows
  hours_unknown,     ///< borders whose hours nobody recorded
  hours,             ///< known hours at borders, in their longest reading
  distance_unknown,  ///< links whose distance nobody recorded
  distance           ///< known distance, in thousandths of a kilometre
};

struct Way {
  std::vector<model::JurisdictionId> stops;
  std::vector<std::size_t> links;  ///< positions in `Library::links`, one fewer than stops
  Price price{};

  std::int64_t of(Count count) const { return price[static_cast<std::size_t>(count)]; }
};

struct WaysAnswer {
  Wanted wanted;
  std::optional<base::Date> on;
  std::vector<std::pair<std::string, std::string>> given;
  std::vector<analysis::Finding> at_ends;  ///< clashes between origin and destination, on whichever way
  std::map<model::JurisdictionId, Toll> tolls;
  std::vector<Way> ways;
  /// Where every way is blocked: the fewest blocks whose lifting opens one, as jurisdictions to pass (those of the first way).
  std::vector<model::JurisdictionId> to_lift;
  /// The fewest jurisdictions whose blocks, together, close every way; a minimum cut.
  std::vector<model::JurisdictionId> closed_by;
  source::Diagnostics diagnostics;

  bool open() const { return !ways.empty() && to_lift.empty(); }
};

/// The best ways through the links of the library for one consignment: fewest blocking clashes in transit first, then as `Count` says.
/// A way passes no jurisdiction twice. Errors: E0905 if no link leads there; E0909 for a front beyond its limit; those of `check`.
/// Cost: the clashes of all jurisdictions as carriers, once; then that of the paths.
WaysAnswer find_ways(const model::Library& library, const Wanted& wanted);

}  // namespace isonomy::network
