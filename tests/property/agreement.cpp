// SPDX-License-Identifier: Apache-2.0
// Usage: isonomy_agreement LIBRARIES POINTS [SEED]
// Holds the cubes, the diagrams and the index of boxes to the reference evaluator at random points of random libraries; see three_ways.h.
#include <fmt/format.h>

#include <cstdlib>
#include <iostream>
#include <random>

#include "property/random_library.h"
#include "property/scratch.h"
#include "property/three_ways.h"

namespace isonomy::test {
namespace {

class Agreement {
 public:
  Agreement(std::uint32_t seed, unsigned points) : seed_{seed}, points_{points}, random_{seed} {}

  bool run() {
    const auto text = random_library(seed_);
    auto loaded = load_texts({text});
    if (const auto error = first_error(loaded.diagnostics); !error.empty()) return fail("the library has a mistake: " + error, text);
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

  decision::Point random_point(const decision::Space& space) {
    decision::Point out;
    for (const auto& axis : space.axes()) out.push_back(std::uniform_int_distribution<decision::Cell>{0, axis.size() - 1}(random_));
    return out;
  }

  bool compare(analysis::Case& of, const decision::Seat& seat, model::MeasureId measure) {
    if (ThreeWays::rests_on_conflict(of, seat, measure)) return true;
    ThreeWays ways{of, seat, measure};
    const bool agreed = ways.has_diagram() && agree(of, ways);
    why_ = ways.has_diagram() ? ways.why() : "no diagram where there should be one";
    compared_ += ways.compared();
    return agreed;
  }

  bool agree(const analysis::Case& of, ThreeWays& ways) {
    for (unsigned i = 0; i < points_; ++i) {
      const auto point = random_point(of.space());
      if (!ways.agree_at(point) || !ways.agree_without(point, random_())) return false;
    }
    return ways.agree_on_regions();
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
