// SPDX-License-Identifier: Apache-2.0
#include "network/tolls.h"

#include <algorithm>

#include "analysis/case.h"

namespace isonomy::network {
namespace {

using decision::State;

// The value the vocabulary calls most open; a measure without a direction asks for nothing.
bool most_open(const model::Library& library, const model::Measure& measure, const decision::Outcome& outcome) {
  if (measure.direction == model::Direction::neutral || outcome.state == State::not_applicable) return true;
  const bool higher = measure.direction == model::Direction::higher;
  if (const auto* set = std::get_if<model::SetOf>(&outcome.value)) return higher || (!set->all && set->items.empty());
  const auto& scalar = std::get<model::Scalar>(outcome.value);
  if (const auto* flag = std::get_if<bool>(&scalar)) return *flag == higher;
  if (const auto* one = std::get_if<model::Enumerator>(&scalar)) {
    const auto last = library.enumerations[one->of].values.size() - 1;
    return one->index == (higher ? last : 0);
  }
  return higher && std::holds_alternative<model::Unlimited>(scalar);
}

void ask_carrier(analysis::Case& of, const decision::Seat& seat, Toll& toll) {
  const auto& library = of.library();
  for (const auto measure : library.measures.ids()) {
    if (!decision::asked_at(library.measures[measure], seat)) continue;
    for (const auto& piece : of.now().decide(seat, measure).pieces) {
      const bool answered = known(piece.outcome);
      if (!answered && (toll.unknown.empty() || toll.unknown.back() != measure)) toll.unknown.push_back(measure);
      if (!answered || most_open(library, library.measures[measure], piece.outcome)) continue;
      toll.duties.push_back({measure, piece.outcome, {}});
      for (const auto& maker : piece.makers) toll.duties.back().rules.push_back(maker.rule);
    }
  }
}

}  // namespace

void find_tolls(const model::Library& library, const std::vector<model::JurisdictionId>& carriers, WaysAnswer& answer) {
  std::vector<model::JurisdictionId> stops{answer.wanted.origin};
  stops.insert(stops.end(), carriers.begin(), carriers.end());
  stops.push_back(answer.wanted.destination);
  analysis::Case of{library, stops, answer.wanted.given, answer.diagnostics};
  if (!of.valid()) return;
  for (const auto& seat : of.seats())
    if (seat.end == model::End::carrier) ask_carrier(of, seat, answer.tolls[seat.self]);
  for (auto& finding : analysis::clashes(of)) {
    if (finding.possible) continue;
    const auto carrier = std::find_if(finding.sides.begin(), finding.sides.end(), [&](const analysis::Side& side) {
      return side.jurisdiction != answer.wanted.origin && side.jurisdiction != answer.wanted.destination;
    });
    auto& to = carrier == finding.sides.end() ? answer.at_ends : answer.tolls[carrier->jurisdiction].clashes;
    to.push_back(std::move(finding));
  }
}

}  // namespace isonomy::network
