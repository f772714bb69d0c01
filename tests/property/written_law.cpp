// SPDX-License-Identifier: Apache-2.0
// Usage: isonomy_written_law POINTS SEED FOLDER
// Holds the three ways to decide (see three_ways.h) to each other on written law: the folder as one library if it is one, else every folder below
// it that holds rule files. For each jurisdiction and measure: random points, a witness of each region, and the facts of all examples.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <random>
#include <set>
#include <tuple>

#include "analysis/diff.h"
#include "analysis/places.h"
#include "analysis/plain_case.h"
#include "decision/locate.h"
#include "property/scratch.h"
#include "property/three_ways.h"

namespace isonomy::test {
namespace {

namespace fs = std::filesystem;

struct Count {
  std::uint64_t compared = 0;
  std::size_t libraries = 0;
  std::size_t skipped = 0;  ///< with mistakes
};

/// Who is asked, with the ends of the route left open.
using Asked = std::tuple<model::JurisdictionId, model::FlowId, model::End>;

// The facts of examples, with the ends of their routes, for each seat on the way.
std::map<Asked, std::vector<decision::Transaction>> facts_of_examples(const model::Library& library) {
  std::map<Asked, std::vector<decision::Transaction>> out;
  for (const auto& example : library.examples) {
    if (example.journey.stops.size() < 2) continue;
    auto lines = example.lines;
    if (lines.empty()) lines.emplace_back();
    for (auto& line : lines) {
      line.insert(line.end(), example.given.begin(), example.given.end());
      const analysis::PlainCase stated{library, example.journey.stops, line};
      auto facts = stated.facts();
      facts[model::fact_id(model::BuiltIn::origin)] = model::Scalar{example.journey.stops.front()};
      facts[model::fact_id(model::BuiltIn::destination)] = model::Scalar{example.journey.stops.back()};
      for (const auto& seat : stated.seats()) out[{seat.self, seat.flow, seat.end}].push_back(facts);
    }
  }
  return out;
}

class WrittenLaw {
 public:
  WrittenLaw(const model::Library& library, unsigned points, std::uint32_t seed)
      : library_{library}, points_{points}, random_{seed}, examples_{facts_of_examples(library)} {}

  bool run() {
    for (const auto measure : library_.measures.ids())
      for (const auto end : analysis::ends_of(library_.measures[measure]))
        for (const auto self : library_.jurisdictions.ids())
          if (!agree_or_outgrow(analysis::open_seat(library_, library_.measures[measure].flow, end, self), measure)) return false;
    return true;
  }

  std::uint64_t compared() const { return compared_; }
  const std::string& why() const { return why_; }

 private:
  // What outgrows a limit has no answer in any way.
  bool agree_or_outgrow(const decision::Seat& seat, model::MeasureId measure) try {
    return agree(seat, measure);
  } catch (const decision::TooLarge&) {
    return true;
  }

  bool agree(const decision::Seat& seat, model::MeasureId measure) {
    source::Diagnostics diagnostics;
    analysis::Case of{library_, analysis::Asked{{seat, measure}}, nullptr, {}, diagnostics};
    if (ThreeWays::rests_on_conflict(of, seat, measure)) return true;
    ThreeWays ways{of, seat, measure};
    const bool agreed = at_points(of, ways) && on_examples(of, seat, ways) && ways.agree_on_regions();
    why_ = ways.why();
    compared_ += ways.compared();
    return agreed;
  }

  bool at_points(analysis::Case& of, ThreeWays& ways) {
    for (unsigned i = 0; i < points_; ++i) {
      const auto point = point_with(of, {});
      if (!ways.agree_at(point) || !ways.agree_without(point, random_())) return false;
    }
    return true;
  }

  // As they are stated, and with what they leave open filled in.
  bool on_examples(analysis::Case& of, const decision::Seat& seat, ThreeWays& ways) {
    const auto it = examples_.find({seat.self, seat.flow, seat.end});
    if (it == examples_.end()) return true;
    return std::all_of(it->second.begin(), it->second.end(),
                       [&](const auto& facts) { return ways.agree_on(facts) && ways.agree_at(point_with(of, facts)); });
  }

  // A random point among those that the question is about and that have these facts.
  decision::Point point_with(analysis::Case& of, const decision::Transaction& facts) {
    const decision::Locator locator{library_, of.space()};
    decision::Point out;
    for (decision::AxisIndex axis = 0; axis < of.space().axes().size(); ++axis) {
      const auto* side = of.now().base().side(axis);
      auto cells = side == nullptr ? of.space()[axis].all() : *side;
      const auto stated = locator.find(axis, facts);
      if (stated && cells.meets({stated->low, stated->high})) cells = cells & decision::IntervalSet{stated->low, stated->high};
      out.push_back(one_of(cells));
    }
    return out;
  }

  decision::Cell one_of(const decision::IntervalSet& cells) {
    auto skip = std::uniform_int_distribution<std::uint64_t>{0, cells.count() - 1}(random_);
    for (const auto part : cells.parts()) {
      if (skip < part.high - part.low) return part.low + static_cast<decision::Cell>(skip);
      skip -= part.high - part.low;
    }
    return cells.first();
  }

  const model::Library& library_;
  unsigned points_;
  std::mt19937 random_;
  std::map<Asked, std::vector<decision::Transaction>> examples_;
  std::uint64_t compared_ = 0;
  std::string why_;
};

std::vector<fs::path> libraries_below(const fs::path& root) {
  if (fs::exists(root / "vocabulary")) return {root};
  std::set<fs::path> out;
  for (const auto& entry : fs::recursive_directory_iterator{root})
    if (entry.path().extension() == ".law") out.insert(entry.path().parent_path());
  return {out.begin(), out.end()};
}

bool agree(const fs::path& folder, unsigned points, std::uint32_t seed, Count& count) {
  const auto loaded = api::load({folder});
  if (!first_error(loaded.diagnostics).empty()) {
    ++count.skipped;
    return true;
  }
  ++count.libraries;
  WrittenLaw law{loaded.library, points, seed};
  const bool agreed = law.run();
  count.compared += law.compared();
  if (!agreed) std::cerr << fmt::format("FAILED {}: {}\n", folder.string(), law.why());
  return agreed;
}

}  // namespace
}  // namespace isonomy::test

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  const auto points = static_cast<unsigned>(std::stoul(argv[1]));
  const auto seed = static_cast<std::uint32_t>(std::stoul(argv[2]));
  std::cout << fmt::format("seed {}\n", seed);
  isonomy::test::Count count;
  for (const auto& folder : isonomy::test::libraries_below(argv[3]))
    if (!isonomy::test::agree(folder, points, seed, count)) return 1;
  std::cout << fmt::format("{} decisions compared in {} libraries; {} with mistakes were left out\n", count.compared, count.libraries,
                           count.skipped);
  return count.compared == 0 ? 1 : 0;
}
