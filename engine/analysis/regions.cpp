// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <stdexcept>

#include "analysis/case.h"
#include "analysis/places.h"
#include "decision/reference.h"

namespace isonomy::analysis {
namespace {

using decision::Cube;
using decision::Region;

Region others(const decision::Decision& decision, const decision::Piece& piece) {
  Region out;
  for (const auto& other : decision.pieces)
    if (&other != &piece) out = unite(std::move(out), other.region);
  return out;
}

std::vector<std::pair<std::string, std::string>> words(Case& of, const Cube& box) {
  return region_words(of.library(), of.space(), box, of.now().base(), {of.seats().front().self, {}}, days_of(of.space(), box));
}

std::vector<model::RuleId> makers_in(Case& of, const decision::Piece& piece, const Cube& box) {
  std::vector<model::RuleId> out;
  for (const auto& maker : piece.makers)
    if (!of.now().coverage().apart(box, maker.region)) out.push_back(maker.rule);
  return out;
}

// Every fact that the sides look at, and those that were given.
std::set<model::FactId> facts_used(Case& of, const std::vector<std::pair<decision::Seat, model::MeasureId>>& sides, const Cube& box) {
  std::set<model::FactId> out{model::fact_id(model::BuiltIn::on)};
  const auto add = [&](const Cube& cube) {
    for (const auto& [axis, cells] : cube.sides()) out.insert(of.space()[axis].fact);
  };
  add(box);
  add(of.now().base());
  for (const auto& [seat, measure] : sides)
    for (const auto& piece : of.now().decide(seat, measure).pieces) each_cube(piece.region, add);
  return out;
}

}  // namespace

bool same_outcome(const model::Library& library, const decision::Outcome& a, const decision::Outcome& b) {
  if (a.state != b.state || a.state != decision::State::decided) return a.state == b.state;
  const auto* set = std::get_if<model::SetOf>(&a.value);
  if (set == nullptr)
    return to_text(library, a) == to_text(library, b) || model::equal(a.value, b.value, library.rates) == model::Truth::yes;
  const auto& other = std::get<model::SetOf>(b.value);
  return model::includes_all(*set, other) == model::Truth::yes && model::includes_all(other, *set) == model::Truth::yes;
}

std::vector<RegionAnswer> regions_of(Case& of, const decision::Decision& decision) {
  std::vector<RegionAnswer> out;
  for (const auto& piece : decision.pieces) {
    const auto boxes = decision.pieces.size() == 1
                           ? std::vector<Cube>{of.now().base()}
                           : decision::cover(of.now().coverage(), of.space(), of.now().base(), piece.region, others(decision, piece));
    for (const auto& box : boxes) out.push_back({in_one_line(words(of, box)), words(of, box), piece.outcome, makers_in(of, piece, box)});
  }
  return out;
}

void fill_region(Case& of, Finding& finding, const Cube& box, const std::vector<std::pair<decision::Seat, model::MeasureId>>& sides) {
  const auto& library = of.library();
  finding.region = words(of, box);
  finding.when = in_one_line(finding.region);
  const auto point = typical_point(library, of.space(), box, {of.seats().front().self, {}});
  const auto transaction = decision::transaction_at(library, of.space(), point);
  for (const auto fact : facts_used(of, sides, box))
    finding.witness[library.facts[fact].name] = model::to_text(transaction.at(fact), library);
  for (const auto& [seat, measure] : sides) {
    const auto verdict = decision::reference::decide(library, seat, measure, transaction);
    const auto& pieces = of.now().decide(seat, measure).pieces;
    const auto piece = std::find_if(pieces.begin(), pieces.end(), [&](const auto& p) { return contains(p.region, point); });
    if (piece == pieces.end() || !same_outcome(library, piece->outcome, verdict.outcome))
      throw std::logic_error{"the witness of " + finding.id + " does not replay for " + library.measures[measure].name};
    finding.sides.push_back({seat.self, measure, verdict.outcome, verdict.rules});
  }
}

void fill_days(Case& of, Finding& finding, const Cube& box, const Region& ever) {
  auto point = decision::point_in(of.space(), box);
  const auto& axis = of.space()[of.space().on()];
  auto& cell = point[of.space().on()];
  auto first = cell;
  auto last = cell;
  for (; first > 0; --first) {
    cell = first - 1;
    if (!contains(ever, point)) break;
  }
  for (; last + 1 < axis.size(); ++last) {
    cell = last + 1;
    if (!contains(ever, point)) break;
  }
  const auto day = [&](const decision::Cut& cut) { return static_cast<std::int32_t>(numerator(cut.boundary.at)); };
  if (first > 0) finding.from = base::Date{day(axis.cuts[first - 1])};
  if (last + 1 < axis.size()) finding.until = base::Date{day(axis.cuts[last]) - 1};
}

}  // namespace isonomy::analysis
