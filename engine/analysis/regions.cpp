// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <stdexcept>

#include "analysis/case.h"
#include "analysis/places.h"
#include "analysis/witness.h"

namespace isonomy::analysis {
namespace {

using decision::Cube;
using decision::Region;

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
Facts facts_used(Case& of, const Asked& sides, const Cube& box) {
  Facts out{model::fact_id(model::BuiltIn::on)};
  add_facts(of.space(), box, out);
  add_facts(of.space(), of.now().base(), out);
  for (const auto& [seat, measure] : sides) add_facts(of.space(), of.now().decide(seat, measure).pieces, out);
  return out;
}

const decision::Outcome& answer_at(Case& of, const decision::Seat& seat, model::MeasureId measure, const decision::Point& point) {
  for (const auto& piece : of.now().decide(seat, measure).pieces)
    if (contains(piece.region, point)) return piece.outcome;
  throw std::logic_error{"no answer at a point for " + of.library().measures[measure].name};
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
    const auto boxes = decision.pieces.size() == 1 ? std::vector<Cube>{of.now().base()}
                                                   : decision::cover(of.now().coverage(), of.space(), of.now().base(), piece.region);
    for (const auto& box : boxes) out.push_back({in_one_line(words(of, box)), words(of, box), piece.outcome, makers_in(of, piece, box)});
  }
  return out;
}

void fill_region(Case& of, Finding& finding, const Cube& box, const Asked& sides) {
  const auto& library = of.library();
  finding.region = words(of, box);
  finding.when = in_one_line(finding.region);
  const auto point = typical_point(library, of.space(), box, {of.seats().front().self, {}});
  const auto transaction = decision::transaction_at(library, of.space(), point);
  auto facts = facts_used(of, sides, box);
  for (const auto& [seat, measure] : sides) {
    const auto verdict = replay(library, seat, measure, answer_at(of, seat, measure, point), transaction, facts);
    finding.sides.push_back({seat.self, measure, verdict.outcome, verdict.rules});
  }
  finding.witness = facts_in_words(library, transaction, facts);
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
