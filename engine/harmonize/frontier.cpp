// SPDX-License-Identifier: Apache-2.0
#include "harmonize/frontier.h"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/case.h"

namespace isonomy::harmonize {

using analysis::Case;
using decision::Region;
using decision::Seat;
using model::Truth;

namespace {

std::string id_of(const model::Library& library, const std::string& name, const analysis::Asked& sides) {
  auto out = name;
  std::vector<model::JurisdictionId> seen;
  for (const auto& [seat, measure] : sides) {
    if (std::find(seen.begin(), seen.end(), seat.self) != seen.end()) continue;
    out += fmt::format("{}{}", seen.empty() ? ":" : "-", library.jurisdictions[seat.self].name);
    seen.push_back(seat.self);
  }
  return out;
}

}  // namespace

std::vector<Breach> Frontier::compare(const Labels& labels, bool everywhere, source::Diagnostics& diagnostics) {
  labels_ = labels;
  breaches_.clear();
  met_.clear();
  const auto edited = changes_.edited(labels);
  for (way_ = 0; way_ < question_.ways.size(); ++way_) along(question_.ways[way_], edited, everywhere, diagnostics);
  std::stable_sort(breaches_.begin(), breaches_.end(), [](const Breach& a, const Breach& b) { return a.severity > b.severity; });
  return breaches_;
}

void Frontier::along(const Way& way, const model::Library& edited, bool everywhere, source::Diagnostics& diagnostics) {
  Case of{edited, way.stops, way.given, diagnostics, budget_};
  if (!of.valid()) return;
  measures_.clear();
  clashes(of, everywhere);
  if (way.hops.empty()) gaps(of, everywhere);
  contradictions(of, everywhere, diagnostics);
}

void Frontier::clashes(Case& of, bool everywhere) {
  for (const auto& at : analysis::clashes_on(of)) {
    const auto& clash = of.library().clashes[at.clash];
    if (clash.severity < question_.least) continue;
    const auto& ends = of.seats().front();
    const auto seat = decision::seat_at(of.library(), clash.flow, model::End::sender, ends.origin, ends.destination);
    const auto seat_of = [&](model::MeasureRef ref) { return of.seat_for(clash.flow, ref, at.carrier); };
    const auto found = of.now().coverage().pruned(of.now().truth(clash.when, seat, seat_of).yes);
    const bool elsewhere = !question_.ways[way_].hops.empty();
    Meeting meeting{clash.name, at.id, at.sides, {}, elsewhere ? at.carrier : model::JurisdictionId{}};
    meeting.bad = [&](const Spot& spot, const Labels& labels) {
      bool agree = true;
      return spot.truth(clash.when, seat_of, labels, agree) == Truth::yes || !agree;
    };
    if (!found.empty()) note(meeting, clash.severity);
    hold(of, meeting, found, everywhere ? Region{{of.now().base(), {}}} : found, everywhere);
  }
}

void Frontier::gaps(Case& of, bool everywhere) {
  for (const auto& seat : of.seats())
    for (const auto id : analysis::commitments_at(of.library(), seat)) {
      const auto& commitment = of.library().commitments[id];
      if (commitment.severity < question_.least) continue;
      Region found;
      for (auto& layer : analysis::layers_of(of, of.now(), seat, id)) found = unite(std::move(found), layer.region);
      const auto measure = std::get<model::MeasureRef>(commitment.bound.left).measure;
      Meeting meeting{
          commitment.name, fmt::format("{}:{}", commitment.name, of.library().jurisdictions[seat.self].name), {{seat, measure}}, {}, {}};
      meeting.bad = [&](const Spot& spot, const Labels& labels) {
        bool agree = true;
        const auto answer = spot.outcome(seat, measure, labels, agree);
        return decision::kept(library_, answer, commitment.bound) == Truth::no || !agree;
      };
      if (!found.empty()) note(meeting, commitment.severity);
      hold(of, meeting, found, everywhere ? analysis::binding_at(of, of.now(), seat, id) : found, everywhere);
    }
}

// Law that contradicts itself is no plan; law that does so from the start has no answer.
void Frontier::contradictions(Case& of, bool everywhere, source::Diagnostics& diagnostics) {
  for (const auto& seat : of.seats())
    for (const auto measure : measures_) {
      if (!decision::asked_at(of.library().measures[measure], seat)) continue;
      const auto& conflicts = of.now().decide(seat, measure).conflicts;
      if (everywhere) {
        analysis::report_conflicts(of.library(), of.space(), conflicts, diagnostics);
        continue;
      }
      Meeting meeting{"contradiction", id_of(library_, library_.measures[measure].name, {{seat, measure}}), {{seat, measure}}, {}, {}};
      meeting.bad = [&](const Spot& spot, const Labels& labels) {
        bool agree = true;
        spot.outcome(seat, measure, labels, agree);
        return !agree;
      };
      if (!conflicts.empty()) note(meeting, model::Severity::blocking);
      for (const auto& conflict : conflicts) learn(of, meeting, conflict.where, false);
    }
}

void Frontier::hold(Case& of, const Meeting& meeting, const Region& found, const Region& where, bool everywhere) {
  for (const auto& [seat, measure] : meeting.sides)
    for (const auto each : analysis::with_asked_when(of.library(), measure)) measures_.insert(each);
  if (everywhere) meet(of, meeting, found, 0, false);
  meet(of, meeting, where, 0, everywhere);
}

// One place for each set of rules, one a side, that decide there together.
void Frontier::meet(Case& of, const Meeting& meeting, const Region& region, std::size_t side, bool once) {
  const auto& coverage = of.now().coverage();
  if (side == meeting.sides.size()) {
    for (const auto& term : region)
      if (const auto place = coverage.uncovered(term.box, term.holes)) return learn(of, meeting, *place, once);
    return;
  }
  const auto& [seat, measure] = meeting.sides[side];
  const auto go_on = [&](const Region& part) {
    const auto common = coverage.pruned(intersect(region, part));
    if (!common.empty()) meet(of, meeting, common, side + 1, once);
  };
  if (region.empty()) return;
  for (const auto& piece : of.now().decide(seat, measure).pieces) {
    if (piece.makers.empty()) go_on(piece.region);
    for (const auto& maker : piece.makers) go_on(maker.region);
  }
}

void Frontier::learn(Case& of, const Meeting& meeting, const decision::Cube& where, bool once) {
  Spot spot{library_, changes_, decision::transaction_at(library_, of.space(), decision::point_in(of.space(), where))};
  for (const auto& [seat, measure] : meeting.sides) spot.look(seat, measure);
  const auto way = question_.ways[way_].hops.empty() ? 0 : way_;
  if (!seen_.insert({meeting.name, way, meeting.carrier, spot.variables()}).second && once) return;
  labels_ = changes_.completed(labels_);
  const auto bad = [&](const Labels& labels) { return meeting.bad(spot, labels); };
  if (bad(labels_)) parties_[meeting.id].insert(spot.variables().begin(), spot.variables().end());
  for (auto& clause : clauses_of(changes_, spot.variables(), labels_, bad))
    learned_.push_back({meeting.id, std::move(clause), way, meeting.carrier});
}

void Frontier::note(const Meeting& meeting, model::Severity severity) {
  const Breach one{meeting.id, severity};
  met_.push_back({way_, meeting.carrier, one});
  if (std::find(breaches_.begin(), breaches_.end(), one) == breaches_.end()) breaches_.push_back(one);
}

}  // namespace isonomy::harmonize
