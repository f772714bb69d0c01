// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "network/ways.h"

/// Which links a way may take.
namespace isonomy::network {

/// A link, taken in one direction.
struct Hop {
  model::JurisdictionId from;
  model::JurisdictionId to;
  std::size_t link = 0;  ///< position in `Library::links`
};

/// The links that are open on the day, by a means that is wanted, past nobody to be avoided; in the order of the links. A zone that is an end
/// leaves and is reached by the links of what it lies within too, which is then no place on the way. Nothing leads into the origin or out of the destination.
std::vector<Hop> hops_of(const model::Library& library, const Wanted& wanted);

/// The jurisdictions that some way from end to end may pass, by name; nothing, and E0905, if no chain of hops leads there.
std::optional<std::vector<model::JurisdictionId>> between(const model::Library& library, const Wanted& wanted, const std::vector<Hop>& hops,
                                                          source::Diagnostics& diagnostics);

/// The stops of a way of the fewest hops that passes none of the closed; nothing if there is none. Ends are never closed.
std::optional<std::vector<model::JurisdictionId>> fewest_hops(const std::vector<Hop>& hops, model::JurisdictionId origin,
                                                              model::JurisdictionId destination,
                                                              const std::set<model::JurisdictionId>& closed);

/// Sets of closed jurisdictions, of each of which every way passes one at least: what stops whoever sets out, then what stops them with
/// that open, and so on. None if a way is open already; an empty one if there is no way at all.
std::vector<std::vector<model::JurisdictionId>> fronts(const std::vector<Hop>& hops, model::JurisdictionId origin,
                                                       model::JurisdictionId destination, std::set<model::JurisdictionId> closed);

}  // namespace isonomy::network
