// SPDX-License-Identifier: Apache-2.0
// Usage: isonomy_versions PAIRS POINTS [SEED]
// Holds `changes` to the reference evaluator: at random transactions of two random versions of a library, a jurisdiction is said to answer
// otherwise if and only if the judge says so for some partner, or that rules of the first version disagreed there. Witnesses are replayed by `changes` itself.
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>

#include <unistd.h>

#include "analysis/case.h"
#include "analysis/diff.h"
#include "analysis/places.h"
#include "api/changes.h"
#include "api/codes.h"
#include "decision/reference.h"
#include "property/random_library.h"

namespace isonomy::test {
namespace {

namespace fs = std::filesystem;
using decision::Transaction;

fs::path written(const std::string& name, const std::string& text) {
  const auto folder = fs::temp_directory_path() / fmt::format("isonomy-versions-{}", static_cast<long>(::getpid())) / name;
  fs::create_directories(folder / "reference" / "fx");
  std::ofstream{folder / "rules.law"} << text;
  std::ofstream{folder / "reference" / "fx" / "2020-01-01.csv"} << random_rates();
  return folder;
}

// Half of the rulesets of one library, the others of another.
std::string crossed(const std::string& a, const std::string& b) {
  const auto cut = [](const std::string& text) { return text.find("ruleset BB.tax"); };
  return a.substr(0, cut(a)) + b.substr(cut(b));
}

class TwoVersions {
 public:
  TwoVersions(std::uint32_t seed, unsigned points) : seed_{seed}, points_{points}, random_{seed} {}

  bool run() {
    const auto text = random_library(seed_);
    const auto base = written("base", text);
    const auto now = written("now", crossed(text, random_library(seed_ + 1'000'000)));
    auto result = api::changes({base.string(), {now}, {{}, "tax.gate", {}, {}}});
    fs::remove_all(base.parent_path());
    for (const auto& one : result.answer.diagnostics.items())
      if (source::level(one.code) == source::Level::error && !expected(one.code)) return fail(one.message);
    const analysis::Versions versions{result.base, result.now};
    for (const auto measure : result.now.measures.ids())
      if (!measure_holds(versions, measure)) return fail(why_);
    return true;
  }
  std::uint64_t compared() const { return compared_; }
  std::uint64_t changed() const { return changed_; }

 private:
  // Random rules may disagree, or outgrow a limit.
  static bool expected(source::Code code) {
    return code == source::Code::inconsistent_rules || code == source::Code::question_too_large || code == source::Code::too_many_regions ||
           code == source::Code::condition_too_large;
  }

  bool measure_holds(const analysis::Versions& versions, model::MeasureId measure) {
    if (analysis::changes(versions, {{measure}, {}}).diagnostics.has_errors()) return true;
    for (unsigned i = 0; i < points_; ++i)
      for (const auto end : analysis::ends_of(versions.now.measures[measure]))
        for (const auto who : versions.now.jurisdictions.ids())
          if (!holds(versions, measure, analysis::open_seat(versions.now, versions.now.measures[measure].flow, end, who))) return false;
    return true;
  }

  Transaction random_transaction(const analysis::Versions& versions, const decision::Seat& seat, model::MeasureId measure) {
    decision::SpaceBuilder builder{versions.now};
    for (const auto* library : {&versions.base, &versions.now}) analysis::collect_measure(*library, seat, measure, builder);
    const auto space = builder.build();
    decision::Point point;
    for (const auto& axis : space.axes()) point.push_back(std::uniform_int_distribution<decision::Cell>{0, axis.size() - 1}(random_));
    return decision::transaction_at(versions.now, space, point);
  }

  static model::Test equal(model::FactId fact, const model::Value& value) {
    model::Test out{fact, model::Relation::equal, {}, false, {}, {}};
    if (const auto* set = std::get_if<model::SetOf>(&value))
      for (const auto& item : set->items) out.constants.push_back({item, {}});
    else out.constants.push_back({std::get<model::Scalar>(value), {}});
    return out;
  }

  bool holds(const analysis::Versions& versions, model::MeasureId measure, const decision::Seat& seat) {
    const auto facts = random_transaction(versions, seat, measure);
    std::vector<model::Test> given;
    for (const auto& [fact, value] : facts)
      if (fact.index == 0 || fact.index >= model::built_in_facts) given.push_back(equal(fact, value));
    const auto answer = analysis::changes(versions, {{measure}, given});
    if (answer.diagnostics.has_errors()) return true;  // an amount without a rate cannot be given
    const bool said = std::any_of(answer.changes.begin(), answer.changes.end(), [&](const analysis::Change& one) {
      const auto is_self = [&](const analysis::Affected& who) { return who.jurisdiction == seat.self; };
      return one.position == seat.end && std::any_of(one.affected.begin(), one.affected.end(), is_self);
    });
    ++compared_;
    changed_ += said ? 1 : 0;
    const bool judged = differs_somewhere(versions, measure, seat, facts);
    if (said == judged) return true;
    why_ = fmt::format("{} of {}: changes says {}, the judge {}", versions.now.measures[measure].name,
                       versions.now.jurisdictions[seat.self].name, said, judged);
    return false;
  }

  // For some partner at each end that is open.
  static bool differs_somewhere(const analysis::Versions& versions, model::MeasureId measure, const decision::Seat& seat,
                                Transaction facts) {
    const auto all = versions.now.jurisdictions.ids();
    const std::vector<model::JurisdictionId> nobody{{}};
    for (const auto origin : seat.origin.valid() ? nobody : all)
      for (const auto destination : seat.destination.valid() ? nobody : all) {
        if (origin == seat.self || destination == seat.self) continue;
        if (origin.valid()) facts[model::fact_id(model::BuiltIn::origin)] = model::Scalar{origin};
        if (destination.valid()) facts[model::fact_id(model::BuiltIn::destination)] = model::Scalar{destination};
        const bool mended = disagree(versions.base, seat, measure, facts) && !disagree(versions.now, seat, measure, facts);
        const auto was = decision::reference::decide(versions.base, seat, measure, facts).outcome;
        const auto is = decision::reference::decide(versions.now, seat, measure, facts).outcome;
        if (mended || !analysis::same_outcome(versions.now, was, is)) return true;
      }
    return false;
  }

  // Rules on which the answer rests.
  static bool disagree(const model::Library& library, const decision::Seat& seat, model::MeasureId measure, const Transaction& facts) {
    const auto measures = decision::with_asked_when(library, measure);
    return std::any_of(measures.begin(), measures.end(),
                       [&](model::MeasureId each) { return decision::reference::decide(library, seat, each, facts).conflict; });
  }

  bool fail(const std::string& why) const {
    std::cerr << fmt::format("FAILED seed {}: {}\n", seed_, why);
    return false;
  }

  std::uint32_t seed_;
  unsigned points_;
  std::mt19937 random_;
  std::uint64_t compared_ = 0;
  std::uint64_t changed_ = 0;
  std::string why_;
};

}  // namespace
}  // namespace isonomy::test

int main(int argc, char** argv) {
  const auto pairs = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 20;
  const auto points = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 5;
  const auto seed = argc > 3 ? std::strtoul(argv[3], nullptr, 10) : std::random_device{}();
  std::cout << fmt::format("seed {}\n", seed);
  std::uint64_t compared = 0;
  std::uint64_t changed = 0;
  for (unsigned long i = 0; i < pairs; ++i) {
    isonomy::test::TwoVersions versions{static_cast<std::uint32_t>(seed + i), static_cast<unsigned>(points)};
    if (!versions.run()) return 1;
    compared += versions.compared();
    changed += versions.changed();
  }
  std::cout << fmt::format("{} answers compared in {} pairs, {} of them changed\n", compared, pairs, changed);
  return compared == 0 || changed == 0 || changed == compared ? 1 : 0;
}
