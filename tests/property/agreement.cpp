// SPDX-License-Identifier: Apache-2.0
// Usage: isonomy_agreement LIBRARIES POINTS [SEED]
// Holds the cubes, the diagrams and the index of boxes to the reference evaluator: the same outcome and rules at random points of random
// libraries, exactly one piece at each point, listed regions complete, apart from other answers, and none covered by the others.
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>

#include <unistd.h>

#include "analysis/case.h"
#include "api/load.h"
#include "decision/compiled.h"
#include "decision/reference.h"
#include "property/random_library.h"

namespace isonomy::test {
namespace {

using decision::Point;

api::Loaded load_text(const std::string& text) {
  const auto folder = std::filesystem::temp_directory_path() / fmt::format("isonomy-agreement-{}", static_cast<long>(::getpid()));
  std::filesystem::create_directories(folder / "reference" / "fx");
  std::ofstream{folder / "random.law"} << text;
  std::ofstream{folder / "reference" / "fx" / "2020-01-01.csv"} << random_rates();
  auto loaded = api::load({folder});
  std::filesystem::remove_all(folder);
  return loaded;
}

class Agreement {
 public:
  Agreement(std::uint32_t seed, unsigned points) : seed_{seed}, points_{points}, random_{seed} {}

  bool run() {
    const auto text = random_library(seed_);
    auto loaded = load_text(text);
    for (const auto& one : loaded.diagnostics.sorted())
      if (source::severity(one.code) == source::Severity::error) return fail("the library has a mistake: " + one.message, text);
    const auto& names = loaded.library.jurisdiction_names;
    source::Diagnostics diagnostics;
    analysis::Case of{loaded.library, {names.at("AA.Z"), names.at("CC"), names.at("BB")}, {}, diagnostics};
    for (const auto& seat : of.seats())
      for (const auto measure : loaded.library.measures.ids())
        if (decision::asked_at(loaded.library.measures[measure], seat) && !compare(of, seat, measure)) return fail(why_, text);
    return true;
  }
  std::uint64_t compared() const { return compared_; }

 private:
  bool fail(const std::string& why, const std::string& text) const {
    std::cerr << fmt::format("FAILED seed {}: {}\n{}\n", seed_, why, text);
    return false;
  }

  Point random_point(const decision::Space& space) {
    Point out;
    for (const auto& axis : space.axes()) out.push_back(std::uniform_int_distribution<decision::Cell>{0, axis.size() - 1}(random_));
    return out;
  }

  bool compare(analysis::Case& of, const decision::Seat& seat, model::MeasureId measure) {
    const auto& decision = of.now().decide(seat, measure);
    if (rests_on_conflict(of, seat, measure)) return true;
    const decision::Compiled fast{of.library(), seat, measure};
    const decision::Compiled plain{of.library(), seat, measure, 0};
    if (!fast.has_diagram() || plain.has_diagram()) return say("no diagram where there should be one, or the other way round");
    for (unsigned i = 0; i < points_; ++i) {
      const auto point = random_point(of.space());
      const auto facts = decision::transaction_at(of.library(), of.space(), point);
      const auto verdict = decision::reference::decide(of.library(), seat, measure, facts);
      if (!compare_at(of, decision, point, facts, verdict)) return false;
      for (const auto* compiled : {&fast, &plain})
        if (!compare_compiled(of, *compiled, seat, measure, facts, verdict)) return false;
      if (!compare_without(of, fast, seat, measure, facts, verdict)) return false;
    }
    return !decision.conflicts.empty() || compare_regions(of, decision);
  }

  // Rules that disagree are a mistake of the library; whether a measure is asked then has no answer.
  static bool rests_on_conflict(analysis::Case& of, const decision::Seat& seat, model::MeasureId measure) {
    const auto& library = of.library();
    if (library.measures[measure].asked_when.kind == model::Condition::Kind::always) return false;
    for (const auto other : library.measures.ids())
      if (other != measure && decision::asked_at(library.measures[other], seat) && !of.now().decide(seat, other).conflicts.empty())
        return true;
    return false;
  }

  bool compare_compiled(analysis::Case& of, const decision::Compiled& compiled, const decision::Seat& seat, model::MeasureId measure,
                        const decision::Transaction& facts, const decision::reference::Verdict& verdict) {
    ++compared_;
    const auto& library = of.library();
    const auto answer = compiled.decide(facts);
    if (answer.open && without_rate(library, seat, measure, *answer.open)) return true;
    if (answer.open) return say("a fact is open in a whole transaction: " + library.facts[*answer.open].name + at(library, facts));
    if (answer.conflict != verdict.conflict) return say("only one of compiled rules and judge sees a conflict" + at(library, facts));
    if (verdict.conflict) return true;
    if (!same(library, sorted(*answer.outcome), sorted(verdict.outcome)))
      return say(fmt::format("compiled {}, judge {}{}", analysis::to_text(library, *answer.outcome),
                             analysis::to_text(library, verdict.outcome), at(library, facts)));
    // Of several reasons not to know, each evaluator may name its own.
    return verdict.outcome.state == decision::State::unknown ||
           std::equal(answer.rules.begin(), answer.rules.end(), verdict.rules.begin(), verdict.rules.end()) ||
           say(fmt::format("for {} the compiled rules name {}, the judge {}{}", analysis::to_text(library, verdict.outcome),
                           names(library, answer.rules), names(library, verdict.rules), at(library, facts)));
  }

  // An amount can be compared with nothing if all rules of a measure state theirs in a currency that has no rate.
  static bool without_rate(const model::Library& library, const decision::Seat& seat, model::MeasureId measure, model::FactId fact) {
    decision::SpaceBuilder builder{library};
    analysis::collect_measure(library, seat, measure, builder);
    const auto space = builder.build();
    const auto axis = space.find(fact);
    return axis && space[*axis].currency && !library.rates.units_per_base.contains(*space[*axis].currency);
  }

  static std::string names(const model::Library& library, std::span<const model::RuleId> rules) {
    std::string out;
    for (const auto rule : rules) out += library.rules[rule].name + " ";
    return out;
  }

  // Without one of its facts: an answer is that of the whole transaction, and a fact on which it turns leaves the judge in doubt.
  bool compare_without(analysis::Case& of, const decision::Compiled& compiled, const decision::Seat& seat, model::MeasureId measure,
                       decision::Transaction facts, const decision::reference::Verdict& whole) {
    if (const auto all = compiled.decide(facts).open; all && without_rate(of.library(), seat, measure, *all)) return true;
    facts.erase(
        std::next(facts.begin(), std::uniform_int_distribution<std::ptrdiff_t>{0, static_cast<std::ptrdiff_t>(facts.size()) - 1}(random_)));
    const auto answer = compiled.decide(facts);
    if (!answer.open)
      return whole.conflict || same(of.library(), sorted(*answer.outcome), sorted(whole.outcome)) ||
             say("a fact that matters was not missed" + at(of.library(), facts));
    // The judge asks a measure where nobody knows whether it is asked, so its answer there is not that of every whole transaction.
    if (of.library().measures[measure].asked_when.kind != model::Condition::Kind::always) return true;
    if (without_rate(of.library(), seat, measure, *answer.open)) return true;
    const auto judge = decision::reference::decide(of.library(), seat, measure, facts);
    return judge.outcome.state == decision::State::unknown ||
           say(fmt::format("{} is open for {}, but the judge says {}", of.library().facts[*answer.open].name,
                           of.library().measures[measure].name, analysis::to_text(of.library(), judge.outcome)) +
               at(of.library(), facts));
  }

  bool compare_at(analysis::Case& of, const decision::Decision& decision, const Point& point, const decision::Transaction& facts,
                  const decision::reference::Verdict& verdict) {
    ++compared_;
    const auto& library = of.library();
    const auto& name = library.measures[decision.measure].name;
    if (verdict.conflict) return !decision.conflicts.empty() || say("the judge sees a conflict, the cubes do not: " + name);
    std::vector<const decision::Piece*> here;
    for (const auto& piece : decision.pieces)
      if (contains(piece.region, point)) here.push_back(&piece);
    if (here.size() != 1) return say(fmt::format("{} pieces at one point of {}", here.size(), name));
    const auto cubes = analysis::to_text(library, here[0]->outcome);
    const auto judge = analysis::to_text(library, sorted(verdict.outcome));
    if (!same(library, here[0]->outcome, sorted(verdict.outcome)))
      return say(fmt::format("{}: cubes {}, judge {}{}", name, cubes, judge, at(library, facts)));
    return same_rules(*here[0], verdict, point) || say(fmt::format("different rules for {} = {} at {}{}", name, judge,
                                                                   library.jurisdictions[decision.seat.self].name, at(library, facts)));
  }

  static bool same(const model::Library& library, const decision::Outcome& a, const decision::Outcome& b) {
    if (a.state != decision::State::decided || b.state != decision::State::decided) return a.state == b.state;
    return equal(a.value, b.value, library.rates) == model::Truth::yes;
  }

  // The judge lists a set in the order in which rules add to it.
  static decision::Outcome sorted(decision::Outcome outcome) {
    if (auto* set = std::get_if<model::SetOf>(&outcome.value))
      std::sort(set->items.begin(), set->items.end(),
                [](const auto& a, const auto& b) { return std::get<model::Enumerator>(a).index < std::get<model::Enumerator>(b).index; });
    return outcome;
  }

  static bool same_rules(const decision::Piece& piece, const decision::reference::Verdict& verdict, const Point& point) {
    std::vector<model::RuleId> makers;
    for (const auto& maker : piece.makers)
      if (contains(maker.region, point)) makers.push_back(maker.rule);
    std::sort(makers.begin(), makers.end());
    // Of several reasons not to know, each evaluator may name its own.
    if (verdict.outcome.state == decision::State::unknown) return true;
    return makers == verdict.rules;
  }

  bool compare_regions(analysis::Case& of, const decision::Decision& decision) {
    for (const auto& piece : decision.pieces) {
      decision::Region rest;
      for (const auto& other : decision.pieces)
        if (&other != &piece) rest = unite(std::move(rest), other.region);
      const auto boxes = decision::cover(of.now().coverage(), of.space(), of.now().base(), piece.region, rest);
      for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (!of.now().coverage().apart(boxes[i], rest)) return say("a region reaches into another answer");
        auto others = boxes;
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
        if (!of.now().coverage().uncovered(boxes[i], others)) return say("a region is covered by the others");
      }
      if (!of.now().coverage().empty(subtract(piece.region, decision::region_of(boxes)))) return say("the regions are not complete");
    }
    return true;
  }

  bool say(const std::string& why) {
    why_ = why;
    return false;
  }

  static std::string at(const model::Library& library, const decision::Transaction& facts) {
    std::string out = " at";
    for (const auto& [fact, value] : facts) out += fmt::format(" {}={}", library.facts[fact].name, model::to_text(value, library));
    return out;
  }

  std::uint32_t seed_;
  unsigned points_;
  std::mt19937 random_;
  std::uint64_t compared_ = 0;
  std::string why_;
};

}  // namespace
}  // namespace isonomy::test

int main(int argc, char** argv) {
  const auto libraries = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 20;
  const auto points = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 50;
  const auto seed = argc > 3 ? std::strtoul(argv[3], nullptr, 10) : std::random_device{}();
  std::cout << fmt::format("seed {}\n", seed);
  std::uint64_t compared = 0;
  for (unsigned long i = 0; i < libraries; ++i) {
    isonomy::test::Agreement agreement{static_cast<std::uint32_t>(seed + i), static_cast<unsigned>(points)};
    try {
      if (!agreement.run()) return 1;
    } catch (const isonomy::decision::TooLarge& error) {
      std::cout << fmt::format("seed {} outgrew a limit: {}\n", seed + i, error.what());
    }
    compared += agreement.compared();
  }
  std::cout << fmt::format("{} decisions compared in {} libraries\n", compared, libraries);
  return compared == 0 ? 1 : 0;
}
