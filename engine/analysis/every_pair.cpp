// SPDX-License-Identifier: Apache-2.0
#include "analysis/every_pair.h"

#include <algorithm>

#include "analysis/check.h"
#include "analysis/pairing.h"
#include "base/limits.h"
#include "decision/pairwise.h"

namespace isonomy::analysis {
namespace {

using decision::Seat;
using model::BuiltIn;

bool about_a_place(const model::Test& test) {
  const auto* fact = std::get_if<model::FactId>(&test.left);
  return fact != nullptr && fact->index < model::built_in_facts && *fact != model::fact_id(BuiltIn::on);
}

class EveryPair {
 public:
  EveryPair(const model::Library& library, const EveryPairQuestion& question, EveryPairAnswer& out)
      : library_{library}, question_{question}, judge_{judge_in(library)}, out_{out} {}

  void answer() {
    for (const auto measure : question_.measures)
      for (const auto end : ends_of(library_.measures[measure])) {
        out_.measures.push_back({measure, end, {}});
        if (!by_diagrams(out_.measures.back())) one_by_one(out_.measures.back());
        if (out_.diagnostics.has_errors()) return;
      }
  }

 private:
  std::vector<Seat> seats(const MeasureLikeness& of) const {
    std::vector<Seat> out;
    for (const auto who : question_.who) out.push_back(open_seat(library_, library_.measures[of.measure].flow, of.position, who));
    return out;
  }

  decision::Space space(const std::vector<Seat>& seats, model::MeasureId measure) const {
    decision::SpaceBuilder builder{library_};
    for (const auto& seat : seats) collect_measure(library_, seat, measure, builder);
    for (const auto& fact : question_.given) builder.add(fact);
    decision::collect_open_ends(seats.front(), builder);
    return builder.build();
  }

  // False where two are not compared for one open place, or the diagrams outgrow their limit; then nothing is said yet.
  bool by_diagrams(MeasureLikeness& out) {
    const auto seats = this->seats(out);
    const auto space = this->space(seats, out.measure);
    const auto places = open_places(space);
    if (places.size() != 1 || std::any_of(question_.given.begin(), question_.given.end(), about_a_place)) return false;
    const auto base = given_box(library_, space, seats.front(), question_.given, true, out_.diagnostics);
    if (!base) return true;
    decision::Pairwise pairs{library_, space, seats, out.measure, places.front(), *base, judge_, base::limits::pair_parts, budget_};
    if (!pairs.made()) return false;
    each_pair([&](std::size_t a, std::size_t b) {
      const auto found = pairs.compare(a, b);
      out.pairs.push_back({question_.who[a], question_.who[b], found.differs, found.open});
    });
    return true;
  }

  void one_by_one(MeasureLikeness& out) {
    each_pair([&](std::size_t a, std::size_t b) {
      if (out_.diagnostics.has_errors()) return;
      const auto& who = question_.who;
      Pairing pairing{library_, out.measure, out.position, who[a], who[b], question_.given, out_.diagnostics, budget_};
      if (!pairing.valid()) return;
      report_conflicts(library_, pairing.space(), pairing.conflicts(), out_.diagnostics);
      if (out_.diagnostics.has_errors()) return;
      const auto& found = pairing.difference(Pairing::When::now);
      out.pairs.push_back({who[a], who[b], !found.differs.empty(), !found.open.empty()});
    });
  }

  template <class Visit>
  void each_pair(Visit visit) const {
    for (std::size_t a = 0; a < question_.who.size(); ++a)
      for (std::size_t b = a + 1; b < question_.who.size(); ++b) visit(a, b);
  }

  const model::Library& library_;
  const EveryPairQuestion& question_;
  decision::Judge judge_;
  EveryPairAnswer& out_;
  std::shared_ptr<decision::Budget> budget_ = std::make_shared<decision::Budget>();
};

}  // namespace

EveryPairAnswer every_pair(const model::Library& library, const EveryPairQuestion& question) {
  EveryPairAnswer out{question.who, fixed_day({{}, question.given, {}}), given_words(library, {{}, question.given, {}}), {}, {}};
  try {
    EveryPair{library, question, out}.answer();
  } catch (const decision::TooLarge& error) {
    out.diagnostics.add(error.code, {}, error.what(), "give more facts, or ask for fewer measures");
  }
  return out;
}

}  // namespace isonomy::analysis
