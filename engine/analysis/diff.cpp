// SPDX-License-Identifier: Apache-2.0
#include "analysis/diff.h"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "analysis/check.h"
#include "analysis/layers.h"
#include "analysis/pairing.h"
#include "decision/reference.h"

namespace isonomy::analysis {
namespace {

using decision::Cube;
using decision::Point;
using Part = std::vector<const decision::Piece*>;
using When = Pairing::When;

void add_facts(const decision::Space& space, const Cube& cube, std::set<model::FactId>& out) {
  for (const auto& [axis, cells] : cube.sides()) out.insert(space[axis].fact);
}

// All that either decision looks at.
std::set<model::FactId> facts_of(Pairing& pairing) {
  std::set<model::FactId> out{model::fact_id(model::BuiltIn::on)};
  for (const auto* pieces : {&pairing.a(When::now), &pairing.b(When::now)})
    for (const auto& piece : *pieces) each_cube(piece.region, [&](const Cube& cube) { add_facts(pairing.space(), cube, out); });
  return out;
}

class MeasureComparer {
 public:
  explicit MeasureComparer(Pairing& pairing) : pairing_{pairing}, facts_{facts_of(pairing)} {}

  void compare(MeasureDifference& out) {
    const auto& difference = pairing_.difference(When::now);
    for (const auto& contrast : difference.differs) describe(contrast, false, out.differs);
    for (const auto& contrast : difference.open) describe(contrast, true, out.open);
  }

 private:
  void describe(const Contrast& contrast, bool open, std::vector<RegionDifference>& out) {
    for (const auto& box : boxes_of(contrast, pairing_.coverage(), pairing_.space(), pairing_.base(When::now))) {
      const auto point = pairing_.point_in(box);
      RegionDifference one;
      one.region = pairing_.words(box);
      one.when = in_one_line(one.region);
      auto facts = facts_;
      add_facts(pairing_.space(), box, facts);
      one.a = side(contrast.a, box, point, pairing_.seat_a(), pairing_.transaction_a(point), facts);
      one.b = side(contrast.b, box, point, pairing_.seat_b(), pairing_.transaction_b(point), facts);
      days(box, point, open, one);
      out.push_back(std::move(one));
    }
  }

  RegionSide side(const Part& part, const Cube& box, const Point& point, const decision::Seat& seat,
                  const decision::Transaction& transaction, const std::set<model::FactId>& facts) {
    RegionSide out;
    for (const auto* piece : part) {
      if (pairing_.coverage().apart(box, piece->region)) continue;
      if (contains(piece->region, point)) out.outcome = piece->outcome;
      else out.varies = true;
      for (const auto& maker : piece->makers)
        if (!pairing_.coverage().apart(box, maker.region)) out.rules.push_back(maker.rule);
    }
    std::sort(out.rules.begin(), out.rules.end());
    replay(seat, transaction, out.outcome);
    for (const auto fact : facts) out.witness[pairing_.library().facts[fact].name] = to_text(transaction.at(fact), pairing_.library());
    return out;
  }

  void replay(const decision::Seat& seat, const decision::Transaction& transaction, const decision::Outcome& outcome) const {
    const auto& library = pairing_.library();
    const auto judged = decision::reference::decide(library, seat, pairing_.measure(), transaction).outcome;
    if (!same_outcome(library, judged, outcome))
      throw std::logic_error{"a witness does not replay for " + library.measures[pairing_.measure()].name};
  }

  // The days around the region's own on which all of it still answers so.
  void days(const Cube& box, const Point& point, bool open, RegionDifference& out) {
    const auto& ever = pairing_.difference(When::ever);
    const auto& list = open ? ever.open : ever.differs;
    const auto here = std::find_if(list.begin(), list.end(), [&](const Contrast& one) { return contains(one.region, point); });
    const auto region = here == list.end() ? decision::Region{} : here->region;
    const auto period = days_throughout(pairing_.coverage(), pairing_.space(), box, region);
    if (period.from != base::first_date()) out.from = period.from;
    if (period.through != base::last_date()) out.until = period.through;
  }

  Pairing& pairing_;
  std::set<model::FactId> facts_;
};

}  // namespace

std::string_view name_of(Likeness likeness) {
  return likeness == Likeness::same ? "same" : likeness == Likeness::differs ? "differs" : "unknown";
}

std::vector<model::End> ends_of(const model::Measure& measure) {
  if (measure.end == model::End::both) return {model::End::sender, model::End::receiver};
  return {measure.end};
}

namespace {

// Boxes depend on the point from which they are grown; so two jurisdictions are always compared in one order, and the answer turned.
void compare(const model::Library& library, const DiffQuestion& question, DiffAnswer& out) {
  const bool turned = question.b < question.a;
  const auto budget = std::make_shared<decision::Budget>();
  for (const auto measure : question.measures)
    for (const auto end : ends_of(library.measures[measure])) {
      Pairing pairing{library,        measure,         end,   turned ? question.b : question.a, turned ? question.a : question.b,
                      question.given, out.diagnostics, budget};
      if (!pairing.valid()) return;
      report_conflicts(library, pairing.space(), pairing.conflicts(), out.diagnostics);
      if (out.diagnostics.has_errors()) continue;
      out.measures.push_back({measure, end, {}, {}});
      MeasureComparer{pairing}.compare(out.measures.back());
      if (turned)
        for (auto* list : {&out.measures.back().differs, &out.measures.back().open})
          for (auto& region : *list) std::swap(region.a, region.b);
    }
}

}  // namespace

DiffAnswer diff(const model::Library& library, const DiffQuestion& question) {
  DiffAnswer out{question.a, question.b, fixed_day({{}, question.given, {}}), given_words(library, {{}, question.given, {}}), {}, {}};
  try {
    compare(library, question, out);
  } catch (const decision::TooLarge& error) {
    out.diagnostics.add(error.code, {}, error.what(), "give more facts, or ask for fewer measures");
  }
  return out;
}

}  // namespace isonomy::analysis
