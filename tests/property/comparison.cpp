// SPDX-License-Identifier: Apache-2.0
// Usage: isonomy_comparison LIBRARIES [SEED]          random libraries
//        isonomy_comparison --rules FOLDER DAY A B... jurisdictions of a library on disk, each with the next
// Holds what a comparison says to what it must be: see `Comparison` for the laws. Nothing here runs in threads, nor does the engine.
#include <fmt/format.h>

#include <cstdlib>
#include <iostream>
#include <random>

#include "analysis/every_pair.h"
#include "analysis/pairing.h"
#include "api/question.h"
#include "property/cases_held.h"
#include "property/random_library.h"
#include "property/regions_held.h"
#include "property/scratch.h"
#include "property/shuffled.h"
#include "property/told.h"
#include "property/witness.h"

namespace isonomy::test {
namespace {

using analysis::DiffAnswer;
using analysis::Pairing;
using Facts = std::vector<std::string>;

// Facts that may be given; each names one value, so that what is left is small.
const Facts known_facts{"on = 2021-08-01", "goods = 620610", "value = 75 EUR", "weight = 2 kg", "pieces = 2",
                        "share = 5%",      "channel = b2c",  "platform = yes", "made_in = AA",  "papers_given = {invoice}"};

class Comparison {
 public:
  /// `pool` are facts of which some are given, besides those that are; may be empty.
  Comparison(api::Loaded& loaded, std::uint32_t seed, Facts pool) : loaded_{loaded}, random_{seed}, pool_{std::move(pool)} {}

  /// All laws for one measure and two jurisdictions, with some facts given. False if one is broken.
  bool holds(model::MeasureId measure, const std::string& a, const std::string& b, const Facts& facts) {
    measure_ = measure;
    const auto given = bind(facts);
    const auto answer = diff(a, b, given);
    if (answer.diagnostics.has_errors()) return true;  // rules that disagree, or facts that exclude each other: no answer
    ++answers_;
    return nothing_against_itself(a, given) && mirrored(answer, a, b, given) && witnessed(answer) && knowing_more(answer, a, b, facts) &&
           regions_hold(a, b, given);
  }

  /// Each with each by diagrams, as by `diff`. False if a pair is not.
  bool every_pair_holds(model::MeasureId measure, const std::vector<std::string>& names, const Facts& facts) {
    measure_ = measure;
    analysis::EveryPairQuestion question{{}, {measure}, bind(facts)};
    for (const auto& name : names) question.who.push_back(id(name));
    const auto found = analysis::every_pair(library(), question);
    for (std::size_t a = 0, pair = 0; a < names.size(); ++a)
      for (std::size_t b = a + 1; b < names.size(); ++b, ++pair) {
        const auto judged = diff(names[a], names[b], question.given);
        if (judged.diagnostics.has_errors()) return true;
        if (found.diagnostics.has_errors()) continue;
        for (std::size_t end = 0; end < judged.measures.size(); ++end) {
          const auto& like = found.measures[end].pairs[pair];
          if (like.differs == judged.measures[end].differs.empty() || like.open == judged.measures[end].open.empty())
            return say(fmt::format("{} and {} are another likeness among many", names[a], names[b]));
          ++pairs_;
        }
      }
    return !found.diagnostics.has_errors() || say("no answer for many, but for each two");
  }

  DiffAnswer ask(model::MeasureId measure, const std::string& a, const std::string& b, const Facts& facts) {
    measure_ = measure;
    return diff(a, b, bind(facts));
  }

  std::vector<model::Test> bind(const Facts& facts) {
    source::Diagnostics diagnostics;
    return api::bind_facts(loaded_, facts, "any", diagnostics);
  }

  DiffAnswer diff(const std::string& a, const std::string& b, const std::vector<model::Test>& given) const {
    return analysis::diff(library(), {id(a), id(b), {measure_}, given});
  }

  Facts some_facts() {
    Facts out;
    for (const auto& fact : pool_)
      if (random_() % 10 < 6) out.push_back(fact);
    return out;
  }

  std::uint64_t answers() const { return answers_; }
  std::uint64_t regions() const { return regions_; }
  std::uint64_t points() const { return points_; }
  /// Counts of cases that were held to every point.
  std::uint64_t counted() const { return counted_; }
  /// Pairs among many that were held to `diff`.
  std::uint64_t pairs() const { return pairs_; }
  const std::string& why() const { return why_; }

 private:
  const model::Library& library() const { return loaded_.library; }
  model::JurisdictionId id(const std::string& name) const { return library().jurisdiction_names.at(name); }

  bool nothing_against_itself(const std::string& a, const std::vector<model::Test>& given) {
    for (const auto& one : diff(a, a, given).measures)
      if (!one.differs.empty()) return say(a + " differs from itself");
    return true;
  }

  bool mirrored(const DiffAnswer& answer, const std::string& a, const std::string& b, const std::vector<model::Test>& given) {
    return told(library(), answer) == told(library(), diff(b, a, given), true) || say(fmt::format("{} and {} do not mirror", a, b));
  }

  bool witnessed(const DiffAnswer& answer) {
    for (const auto& one : answer.measures)
      for (const auto* list : {&one.differs, &one.open})
        for (const auto& region : *list) {
          ++regions_;
          if (!replays(one, answer.a, region.a) || !replays(one, answer.b, region.b)) return false;
        }
    return true;
  }

  bool replays(const analysis::MeasureDifference& of, model::JurisdictionId self, const analysis::RegionSide& side) {
    const auto seat = analysis::open_seat(library(), library().measures[of.measure].flow, of.position, self);
    const auto wrong = wrong_with(loaded_, seat, of.measure, side);
    return wrong.empty() || say(library().jurisdictions[self].name + ": " + wrong);
  }

  // What is known to be alike, or known at all, stays so with one fact more.
  bool knowing_more(const DiffAnswer& answer, const std::string& a, const std::string& b, Facts facts) {
    if (pool_.empty()) return true;
    const auto& more = pool_[random_() % pool_.size()];
    facts.push_back(more);
    const auto after = diff(a, b, bind(facts));
    if (after.diagnostics.has_errors()) return true;
    for (std::size_t i = 0; i < answer.measures.size(); ++i) {
      const auto& before = answer.measures[i];
      const auto& now = after.measures[i];
      if ((before.open.empty() && !now.open.empty()) || (before.differs.empty() && !now.differs.empty()))
        return say(fmt::format("with {} {} and {} are less alike", more, a, b));
    }
    return true;
  }

  bool regions_hold(const std::string& a, const std::string& b, const std::vector<model::Test>& given) {
    for (const auto end : analysis::ends_of(library().measures[measure_])) {
      source::Diagnostics diagnostics;
      Pairing pairing{library(), measure_, end, id(a), id(b), given, diagnostics};
      RegionsHeld held{pairing};
      const bool fine = held.complete() && held.cut_by_days() && held.every_point(most_points);
      points_ += held.points();
      if (!fine) return say(fmt::format("{} and {}: {}", a, b, held.why()));
      CasesHeld cases{pairing};
      if (!cases.every_point(most_points) || !cases.few_parts()) return say(fmt::format("{} and {}: {}", a, b, cases.why()));
      if (!counted_alike(pairing, end, a, b, given)) return say(fmt::format("counts of {} and {} do not mirror", a, b));
      counted_ += cases.counted();
    }
    return true;
  }

  // Asked in the other order, which `diff` itself never does.
  bool counted_alike(Pairing& pairing, model::End end, const std::string& a, const std::string& b, const std::vector<model::Test>& given) {
    source::Diagnostics diagnostics;
    Pairing turned{library(), measure_, end, id(b), id(a), given, diagnostics};
    const auto one = analysis::count_cases(pairing, base::limits::count_parts);
    const auto other = analysis::count_cases(turned, base::limits::count_parts);
    if (!one || !other) return true;
    return one->all == other->all && one->differ == other->differ && one->open == other->open && one->where_differs == other->where_differs;
  }

  bool say(const std::string& why) {
    why_ = library().measures[measure_].name + ": " + why;
    return false;
  }

  static constexpr std::uint64_t most_points = 3000;

  api::Loaded& loaded_;
  std::mt19937 random_;
  Facts pool_;
  model::MeasureId measure_;
  std::uint64_t answers_ = 0;
  std::uint64_t regions_ = 0;
  std::uint64_t points_ = 0;
  std::uint64_t counted_ = 0;
  std::uint64_t pairs_ = 0;
  std::string why_;
};

/// One random library: the laws for each measure and two pairs, and the same answers from its declarations in another order.
class RandomLibrary {
 public:
  explicit RandomLibrary(std::uint32_t seed)
      : random_{seed}, text_{random_library(seed)}, loaded_{load_texts({text_})}, comparison_{loaded_, seed, known_facts} {}

  bool run() {
    if (const auto error = first_error(loaded_.diagnostics); !error.empty()) return fail("the library has a mistake: " + error);
    const auto again = shuffled(text_, 1 + random_() % 3, random_);
    auto other = load_texts(again);
    if (const auto error = first_error(other.diagnostics); !error.empty()) return fail("in another order it has a mistake: " + error);
    Comparison reordered{other, 0, {}};
    for (const auto measure : loaded_.library.measures.ids())
      if (!comparison_.every_pair_holds(measure, {"CC", "AA", "BB", "AA.Z"}, comparison_.some_facts())) return fail(comparison_.why());
    for (const auto& [a, b] : {std::pair{"AA", "BB"}, std::pair{"CC", "AA.Z"}})
      for (const auto measure : loaded_.library.measures.ids()) {
        const auto facts = comparison_.some_facts();
        if (!comparison_.holds(measure, a, b, facts)) return fail(comparison_.why());
        const auto there = other.library.measure_names.at(loaded_.library.measures[measure].name);
        if (told(loaded_.library, comparison_.ask(measure, a, b, facts)) != told(other.library, reordered.ask(there, a, b, facts)))
          return fail(fmt::format("{} of {} and {} depends on the order of declarations", loaded_.library.measures[measure].name, a, b));
      }
    return true;
  }

  const Comparison& comparison() const { return comparison_; }

 private:
  bool fail(const std::string& why) const {
    std::cerr << why << "\n" << text_;
    return false;
  }

  std::mt19937 random_;
  std::string text_;
  api::Loaded loaded_;
  Comparison comparison_;
};

struct Count {
  std::uint64_t answers = 0;
  std::uint64_t regions = 0;
  std::uint64_t points = 0;
  std::uint64_t counted = 0;
  std::uint64_t pairs = 0;

  void add(const Comparison& of) {
    answers += of.answers();
    regions += of.regions();
    points += of.points();
    counted += of.counted();
    pairs += of.pairs();
  }
  bool report() const {
    std::cout << fmt::format("{} comparisons, {} regions, {} points, {} counts, {} pairs among many\n", answers, regions, points, counted,
                             pairs);
    return regions > 0;
  }
};

bool on_random_libraries(unsigned long libraries, unsigned long seed) {
  std::cout << fmt::format("seed {}\n", seed);
  Count count;
  for (unsigned long i = 0; i < libraries; ++i) try {
      RandomLibrary library{static_cast<std::uint32_t>(seed + i)};
      if (!library.run()) {
        std::cerr << fmt::format("FAILED seed {}\n", seed + i);
        return false;
      }
      count.add(library.comparison());
    } catch (const decision::TooLarge& error) {
      std::cout << fmt::format("seed {} outgrew a limit: {}\n", seed + i, error.what());
    }
  return count.report() && count.points > 0 && count.counted > 0 && count.pairs > 0;
}

bool on_rules(const std::string& folder, const std::string& day, const std::vector<std::string>& who) {
  auto loaded = api::load({folder});
  if (const auto error = first_error(loaded.diagnostics); !error.empty()) {
    std::cerr << error << "\n";
    return false;
  }
  Comparison comparison{loaded, 0, {}};
  for (std::size_t i = 0; i + 1 < who.size(); ++i)
    for (const auto measure : loaded.library.measures.ids())
      if (!comparison.holds(measure, who[i], who[i + 1], {"on = " + day})) {
        std::cerr << fmt::format("FAILED: {}\n", comparison.why());
        return false;
      }
  Count count;
  count.add(comparison);
  return count.report();
}

}  // namespace
}  // namespace isonomy::test

int main(int argc, char** argv) {
  const std::vector<std::string> words{argv + 1, argv + argc};
  if (words.size() > 4 && words[0] == "--rules")
    return isonomy::test::on_rules(words[1], words[2], {words.begin() + 3, words.end()}) ? 0 : 1;
  const auto libraries = words.empty() ? 10 : std::stoul(words[0]);
  const auto seed = words.size() > 1 ? std::stoul(words[1]) : std::random_device{}();
  return isonomy::test::on_random_libraries(libraries, seed) ? 0 : 1;
}
