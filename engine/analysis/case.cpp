// SPDX-License-Identifier: Apache-2.0
#include "analysis/case.h"

#include <algorithm>

#include "analysis/places.h"
#include "model/print.h"
#include "source/codes.h"

namespace isonomy::analysis {
namespace {

using decision::Cube;
using decision::Seat;
using model::BuiltIn;
using model::End;

bool is_date(const model::Test& test) { return std::get<model::FactId>(test.left) == model::fact_id(BuiltIn::on); }

void collect_commitment(const model::Library& library, const model::Commitment& commitment, decision::SpaceBuilder& builder) {
  builder.add(commitment.when);
  builder.add(commitment.period);
  for (const auto& membership : commitment.except) builder.add(membership.period);
  for (const auto& membership : library.blocs[commitment.bloc].members) builder.add(membership.period);
}

std::vector<model::JurisdictionId> carriers_of(const model::Library& library, model::FlowId flow,
                                               const std::vector<model::JurisdictionId>& stops) {
  if (!library.flows[flow].has_carriers || stops.size() < 3) return {};
  return {stops.begin() + 1, stops.end() - 1};
}

}  // namespace

std::optional<Cube> given_box(const model::Library& library, const decision::Space& space, const Seat& seat,
                              const std::vector<model::Test>& facts, bool with_date, source::Diagnostics& diagnostics) {
  std::vector<Cube> cubes{Cube{}};
  for (const auto& fact : facts) {
    if (is_date(fact) && !with_date) continue;
    const auto one = decision::cubes_of(library, space, seat, fact, decision::Reading::surely);
    if (one.empty() && !decision::cubes_of(library, space, seat, fact, decision::Reading::possibly).empty()) {
      diagnostics.add(source::Code::no_rate, fact.span,
                      "`" + model::to_text(fact, library) + "` has no exchange rate" +
                          (library.rates.units_per_base.empty() ? "" : " on " + base::to_text(library.rates.date)),
                      "state the amount in another currency, or add a table of rates");
      return std::nullopt;
    }
    if (one.size() > 1) {
      diagnostics.add(source::Code::bad_given, fact.span, "this says more than one thing about the consignment",
                      "state one value, or one range");
      return std::nullopt;
    }
    cubes = decision::product(cubes, one);
    if (!cubes.empty()) continue;
    diagnostics.add(source::Code::contradictory_given, fact.span,
                    "`" + model::to_text(fact, library) + "` cannot hold together with the other facts", "correct one of the facts");
    return std::nullopt;
  }
  return cubes.front();
}

std::vector<Seat> seats_along(const model::Library& library, const std::vector<model::JurisdictionId>& stops) {
  std::vector<Seat> out;
  for (const auto flow : library.flows.ids()) {
    out.push_back(decision::seat_at(library, flow, End::sender, stops.front(), stops.back()));
    for (const auto carrier : carriers_of(library, flow, stops)) out.push_back({carrier, flow, End::carrier, stops.front(), stops.back()});
    out.push_back(decision::seat_at(library, flow, End::receiver, stops.front(), stops.back()));
  }
  return out;
}

std::vector<model::CommitmentId> commitments_at(const model::Library& library, const Seat& seat) {
  std::vector<model::CommitmentId> out;
  for (const auto id : library.commitments.ids()) {
    const auto& commitment = library.commitments[id];
    const auto measure = std::get<model::MeasureRef>(commitment.bound.left).measure;
    if (decision::asked_at(library.measures[measure], seat) && !library.memberships(commitment.bloc, seat.self).empty()) out.push_back(id);
  }
  return out;
}

Case::Case(const model::Library& library, const std::vector<model::JurisdictionId>& stops, const std::vector<model::Test>& facts,
           source::Diagnostics& diagnostics, const std::shared_ptr<decision::Budget>& budget)
    : library_{library}, stops_{stops}, seats_{seats_along(library, stops)} {
  decision::SpaceBuilder builder{library};
  collect(builder);
  for (const auto& fact : facts) builder.add(fact);
  space_ = builder.build();
  prepare(facts, diagnostics, budget);
}

Case::Case(const model::Library& library, const Asked& asked, const model::Condition* also, const std::vector<model::Test>& facts,
           source::Diagnostics& diagnostics, const std::shared_ptr<decision::Budget>& budget)
    : library_{library} {
  decision::SpaceBuilder builder{library};
  for (const auto& [seat, measure] : asked) {
    collect_measure(library, seat, measure, builder);
    if (std::find(seats_.begin(), seats_.end(), seat) != seats_.end()) continue;
    seats_.push_back(seat);
    for (const auto id : commitments_at(library, seat)) collect_commitment(library, library.commitments[id], builder);
  }
  if (also != nullptr) builder.add(*also);
  decision::collect_open_ends(seats_.front(), builder);
  for (const auto& fact : facts) builder.add(fact);
  space_ = builder.build();
  prepare(facts, diagnostics, budget);
}

void Case::prepare(const std::vector<model::Test>& facts, source::Diagnostics& diagnostics,
                   const std::shared_ptr<decision::Budget>& budget) {
  const auto given = given_box(library_, space_, seats_.front(), facts, true, diagnostics);
  const auto dateless = given_box(library_, space_, seats_.front(), facts, false, diagnostics);
  if (!given || !dateless) return;
  const auto rules = std::make_shared<decision::KnownRules>(library_, space_);
  const auto compiler = [&](const Cube& base) {
    return std::make_unique<decision::Compiler>(library_, space_, abroad(space_, seats_.front(), base), budget, rules);
  };
  now_ = compiler(*given);
  ever_ = compiler(*dateless);
  anything_ = compiler(Cube{});
}

std::vector<model::JurisdictionId> Case::carriers(model::FlowId flow) const { return carriers_of(library_, flow, stops_); }

void Case::collect(decision::SpaceBuilder& builder) const {
  for (const auto& seat : seats_) {
    for (const auto measure : library_.measures.ids())
      if (decision::asked_at(library_.measures[measure], seat)) decision::collect_rules(library_, seat, measure, builder);
    for (const auto id : commitments_at(library_, seat)) collect_commitment(library_, library_.commitments[id], builder);
  }
  for (const auto& clash : library_.clashes) builder.add(clash.when);
}

Seat Case::seat_for(model::FlowId flow, model::MeasureRef ref, model::JurisdictionId carrier) const {
  const auto& measure = library_.measures[ref.measure];
  if (ref.place == model::Place::carrier) return {carrier, measure.flow, End::carrier, stops_.front(), stops_.back()};
  const bool same = library_.flows[measure.flow].outward == library_.flows[flow].outward;
  const bool sender = (ref.place == model::Place::sender) == same;
  return decision::seat_at(library_, measure.flow, sender ? End::sender : End::receiver, stops_.front(), stops_.back());
}

}  // namespace isonomy::analysis
