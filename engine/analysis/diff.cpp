// SPDX-License-Identifier: Apache-2.0
#include "analysis/diff.h"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "analysis/check.h"
#include "analysis/layers.h"
#include "analysis/pairing.h"
#include "analysis/witness.h"
#include "decision/least.h"

namespace isonomy::analysis {
namespace {

using decision::Cube;
using decision::Point;
using Part = std::vector<const decision::Piece*>;
using When = Pairing::When;

// All that either decision looks at.
Facts facts_of(Pairing& pairing) {
  Facts out{model::fact_id(model::BuiltIn::on)};
  add_facts(pairing.space(), pairing.a(When::now), out);
  add_facts(pairing.space(), pairing.b(When::now), out);
  return out;
}

class MeasureComparer {
 public:
  explicit MeasureComparer(Pairing& pairing) : pairing_{pairing}, facts_{facts_of(pairing)} {}

  void compare(MeasureDifference& out) {
    const auto& difference = pairing_.difference(When::now);
    for (const auto& [contrast, boxes] : in_order(difference.differs)) describe(*contrast, boxes, false, out.differs);
    for (const auto& [contrast, boxes] : in_order(difference.open)) describe(*contrast, boxes, true, out.open);
  }

 private:
  using Boxed = std::pair<const Contrast*, std::vector<Cube>>;

  // By their first facts, because the order of contrasts is that of the rules.
  std::vector<Boxed> in_order(const std::vector<Contrast>& contrasts) {
    const auto& space = pairing_.space();
    const auto& base = pairing_.base(When::now);
    std::map<decision::Ranks, Boxed> sorted;
    for (const auto& one : contrasts) {
      auto boxes = boxes_of(one, pairing_.coverage(), space, base);
      if (boxes.empty()) throw std::logic_error{"a contrast without facts for " + pairing_.library().measures[pairing_.measure()].name};
      auto first = least_of(space, boxes.front());
      sorted.emplace(std::move(first), Boxed{&one, std::move(boxes)});
    }
    std::vector<Boxed> out;
    for (auto& [first, boxed] : sorted) out.push_back(std::move(boxed));
    return out;
  }

  void describe(const Contrast& contrast, const std::vector<Cube>& boxes, bool open, std::vector<RegionDifference>& out) {
    for (const auto& box : boxes) {
      const auto point = pairing_.point_in(box);
      RegionDifference one;
      one.region = pairing_.words(box);
      one.when = in_one_line(one.region);
      auto facts = facts_;
      add_facts(pairing_.space(), box, facts);
      const auto at_a = pairing_.transaction_a(point);
      const auto at_b = pairing_.transaction_b(point);
      one.a = side(contrast.a, box, point, pairing_.seat_a(), at_a, facts);
      one.b = side(contrast.b, box, point, pairing_.seat_b(), at_b, facts);
      one.a.witness = facts_in_words(pairing_.library(), at_a, facts);
      one.b.witness = facts_in_words(pairing_.library(), at_b, facts);
      days(box, point, open, one);
      out.push_back(std::move(one));
    }
  }

  RegionSide side(const Part& part, const Cube& box, const Point& point, const decision::Seat& seat,
                  const decision::Transaction& transaction, Facts& facts) {
    RegionSide out;
    for (const auto* piece : part) {
      if (pairing_.coverage().apart(box, piece->region)) continue;
      if (contains(piece->region, point)) out.outcome = piece->outcome;
      else out.varies = true;
      for (const auto& maker : piece->makers)
        if (!pairing_.coverage().apart(box, maker.region)) out.rules.push_back(maker.rule);
    }
    std::sort(out.rules.begin(), out.rules.end());
    replay(pairing_.library(), seat, pairing_.measure(), out.outcome, transaction, facts);
    return out;
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
  Facts facts_;
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

// The boxes of two jurisdictions depend on whose partners they are; so two are always compared in the order of their names, and the answer
// turned.
void compare(const model::Library& library, const DiffQuestion& question, DiffAnswer& out) {
  const bool turned = library.jurisdictions[question.b].name < library.jurisdictions[question.a].name;
  const auto budget = std::make_shared<decision::Budget>();
  for (const auto measure : question.measures)
    for (const auto end : ends_of(library.measures[measure])) {
      Pairing pairing{library,        measure,         end,   turned ? question.b : question.a, turned ? question.a : question.b,
                      question.given, out.diagnostics, budget};
      if (!pairing.valid()) return;
      report_conflicts(library, pairing.space(), pairing.conflicts(), out.diagnostics);
      if (out.diagnostics.has_errors()) continue;
      out.measures.push_back({measure, end, {}, {}, count_cases(pairing, question.most_parts)});
      MeasureComparer{pairing}.compare(out.measures.back());
      if (turned)
        for (auto* list : {&out.measures.back().differs, &out.measures.back().open})
          for (auto& region : *list) std::swap(region.a, region.b);
    }
}

}  // namespace

DiffAnswer diff(const model::Library& library, const DiffQuestion& question) {
  DiffAnswer out{question.a,          question.b, fixed_day({{}, question.given, {}}), given_words(library, {{}, question.given, {}}), {},
                 question.most_parts, {}};
  try {
    compare(library, question, out);
  } catch (const decision::TooLarge& error) {
    out.diagnostics.add(error.code, {}, error.what(), "give more facts, or ask for fewer measures");
  }
  return out;
}

}  // namespace isonomy::analysis
