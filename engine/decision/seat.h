// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <variant>

#include "model/library.h"

namespace isonomy::decision {

/// Where a jurisdiction stands when it is asked: at an end of a flow, or carrying it. An end of the route that is not valid is open:
/// it ranges over all jurisdictions.
struct Seat {
  model::JurisdictionId self;
  model::FlowId flow;
  model::End end = model::End::receiver;  ///< never `both`
  model::JurisdictionId origin;
  model::JurisdictionId destination;

  friend auto operator<=>(const Seat&, const Seat&) = default;
};

/// What a built-in place fact means from the seat: a jurisdiction, nothing (a carrier has no other end), or an open end of the route
/// (`origin` or `destination`).
using Place = std::variant<model::JurisdictionId, model::Elsewhere, model::FactId>;
Place place_of(const model::Library& library, const Seat& seat, model::BuiltIn fact);

/// The seat of the sender or receiver of a flow on a route; `end` is never `both` or `carrier`.
Seat seat_at(const model::Library& library, model::FlowId flow, model::End end, model::JurisdictionId origin,
             model::JurisdictionId destination);

/// Whether a measure is asked at the seat: its flow and end fit.
bool asked_at(const model::Measure& measure, const Seat& seat);

}  // namespace isonomy::decision
