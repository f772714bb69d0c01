// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decision/cover.h"

/// Questions in which an end of the route is open: who may stand there, and how that is said.
namespace isonomy::analysis {

/// Who is asked; `partner` is valid if a second jurisdiction is asked for the same facts.
struct Parties {
  model::JurisdictionId self;
  model::JurisdictionId partner;
};

/// A jurisdiction at an end of a flow, or carrying it, with every other place left open.
decision::Seat open_seat(const model::Library& library, model::FlowId flow, model::End end, model::JurisdictionId self);

/// The open ends of the route in a space.
std::vector<decision::AxisIndex> open_places(const decision::Space& space);

/// The base without the seat's own jurisdiction at the ends that are open: nobody trades across a border with itself.
decision::Cube abroad(const decision::Space& space, const decision::Seat& seat, decision::Cube base);

/// The name of the partner cell where two are compared.
inline constexpr const char* each_other = "the other of the two";

/// A region in words, fact by fact, the date last. Places that are all of a bloc on those days are named as the bloc.
std::vector<std::pair<std::string, std::string>> region_words(const model::Library& library, const decision::Space& space,
                                                              const decision::Cube& box, const decision::Cube& base, Parties parties,
                                                              model::Period during);

/// `fact words; fact words; from D through D`, or "in all cases".
std::string in_one_line(const std::vector<std::pair<std::string, std::string>>& region);

/// A point in a box; its places are third countries rather than zones or one of the parties, where there are such.
decision::Point typical_point(const model::Library& library, const decision::Space& space, const decision::Cube& box, Parties parties);

/// From the first to the last day of a box.
model::Period days_of(const decision::Space& space, const decision::Cube& box);

}  // namespace isonomy::analysis
