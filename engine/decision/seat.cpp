// SPDX-License-Identifier: Apache-2.0
#include "decision/seat.h"

namespace isonomy::decision {
namespace {

using model::BuiltIn;
using model::End;

Place end_of_route(model::JurisdictionId known, BuiltIn fact) {
  if (known.valid()) return known;
  return model::fact_id(fact);
}

bool at_origin(const model::Flow& flow, End end) { return (end == End::sender) == flow.outward; }

}  // namespace

Place place_of(const model::Library& library, const Seat& seat, BuiltIn fact) {
  const auto& flow = library.flows[seat.flow];
  switch (fact) {
    case BuiltIn::origin: return end_of_route(seat.origin, BuiltIn::origin);
    case BuiltIn::sender: return place_of(library, seat, flow.outward ? BuiltIn::origin : BuiltIn::destination);
    case BuiltIn::receiver: return place_of(library, seat, flow.outward ? BuiltIn::destination : BuiltIn::origin);
    case BuiltIn::other_end:
      if (seat.end == End::carrier) return model::Elsewhere{};
      return place_of(library, seat, seat.end == End::sender ? BuiltIn::receiver : BuiltIn::sender);
    default: return end_of_route(seat.destination, BuiltIn::destination);
  }
}

Seat seat_at(const model::Library& library, model::FlowId flow, End end, model::JurisdictionId origin, model::JurisdictionId destination) {
  const auto self = at_origin(library.flows[flow], end) ? origin : destination;
  return {self, flow, end, origin, destination};
}

bool asked_at(const model::Measure& measure, const Seat& seat) {
  if (measure.flow != seat.flow) return false;
  if (measure.end == End::both) return seat.end != End::carrier;
  return measure.end == seat.end;
}

}  // namespace isonomy::decision
