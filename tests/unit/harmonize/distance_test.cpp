// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <fmt/format.h>

#include <random>

#include "harmonize/study.h"
#include "support/facts.h"
#include "support/library.h"
#include "trials.h"

namespace isonomy::test {
namespace {

using base::Rational;
using harmonize::Comparison;
using harmonize::Distances;

const std::string vocabulary = R"(domain trade "Trade"
flow goods from origin to destination
fact value : money "Value"
scale Level { none < low < middle < high }
enum Kind { red, green, blue }
set enum Paper { invoice, licence, list, proof }
)";

std::string measure(const std::string& name, const std::string& type, const std::string& direction) {
  return fmt::format("measure trade.{} : {} \"{}\" {{ asked of goods receiver  {} }}\n", name, type, name, direction);
}

Comparison everything(const model::Library& library) {
  Comparison out;
  out.scope = library.jurisdictions.ids();
  out.measures = library.measures.ids();
  out.profile.deals = {{"any", 1, {}, model::Elsewhere{}}};
  out.day = some_day();
  return out;
}

// --- the published series: 35 yes/no measures in five areas ------------------------------------------------------------

struct Area {
  int measures;
  const char* weight;
};
const std::vector<Area> areas{{14, "0.039674953"}, {6, "0.021237368"}, {3, "0.018403443"}, {5, "0.021647090"}, {7, "0.021954384"}};

std::string answers(const std::string& name, const std::vector<int>& restrictive) {
  std::string rules;
  for (std::size_t area = 0; area < areas.size(); ++area)
    for (int i = 0; i < areas[area].measures; ++i)
      rules += rule_text(fmt::format("r{}_{}", area, i), fmt::format("m{}_{} = {}", area, i, i < restrictive[area] ? "yes" : "no"));
  return place_text(name, rules);
}

/// Two economies with so many restrictive answers an area.
struct Two {
  Bound world;
  Comparison comparison;
  Rational least = 0;  ///< bounds of their distance that follow from the counts alone
  Rational most = 0;
};

Two economies(const std::vector<int>& closed, const std::vector<int>& open) {
  auto text = vocabulary;
  for (std::size_t area = 0; area < areas.size(); ++area)
    for (int i = 0; i < areas[area].measures; ++i) text += measure(fmt::format("m{}_{}", area, i), "yes/no", "lower is more open");
  Two out{bind_text(text + answers("AA", closed) + answers("BB", open)), {}};
  out.comparison = everything(out.world.library);
  std::size_t at = 0;
  for (std::size_t area = 0; area < areas.size(); ++area) {
    const auto weight = *base::parse_decimal(areas[area].weight);
    for (int i = 0; i < areas[area].measures; ++i) out.comparison.weights[out.world.library.measures.ids()[at++]] = weight;
    out.least += weight * std::abs(closed[area] - open[area]);
    out.most += weight * std::min(closed[area] + open[area], 2 * areas[area].measures - closed[area] - open[area]);
  }
  return out;
}

TEST(Distance, ScoresThePublishedValues) {
  const auto two = economies({11, 2, 1, 0, 5}, {1, 1, 0, 0, 1});
  const Distances distances{two.world.library, two.comparison};
  EXPECT_NEAR(distances.level(0).strict.convert_to<double>(), 0.607074618, 1e-6);
  EXPECT_NEAR(distances.level(1).strict.convert_to<double>(), 0.082866705, 1e-6);
  EXPECT_EQ(distances.apart(0, 1).known, 1);
  const double apart = distances.distance(0, 1)->convert_to<double>();
  EXPECT_GE(apart, two.least.convert_to<double>() - 1e-6);
  EXPECT_LE(apart, two.most.convert_to<double>() + 1e-6);
}

TEST(Distance, LiesWithinTheBoundsOfLevels) {
  std::mt19937 random{1};
  for (int round = 0; round < 10; ++round) {
    std::vector<int> closed;
    std::vector<int> open;
    Rational sum = 0;
    for (const auto& area : areas) {
      closed.push_back(static_cast<int>(random() % static_cast<unsigned>(area.measures + 1)));
      open.push_back(static_cast<int>(random() % static_cast<unsigned>(area.measures + 1)));
      sum += area.measures * *base::parse_decimal(area.weight);
    }
    const auto two = economies(closed, open);
    const Distances distances{two.world.library, two.comparison};
    const Rational apart = distances.apart(0, 1).score * sum;
    EXPECT_GE(apart, two.least);
    EXPECT_LE(apart, two.most);
    const Rational levels = distances.level(0).strict + distances.level(1).strict;
    EXPECT_LE(distances.apart(0, 1).score, levels);
    EXPECT_LE(distances.apart(0, 1).score, Rational{2 - levels});
  }
}

// --- properties on random libraries ----------------------------------------------------------------------------------------

class Random {
 public:
  explicit Random(unsigned seed) : from_{seed} {}
  int below(int end) { return std::uniform_int_distribution<int>{0, end - 1}(from_); }
  template <class T>
  T one_of(const std::vector<T>& all) {
    return all[static_cast<std::size_t>(below(static_cast<int>(all.size())))];
  }

 private:
  std::mt19937 from_;
};

std::string papers(Random& random) {
  std::vector<std::string> out;
  for (const auto* one : {"invoice", "licence", "list", "proof"})
    if (random.below(2) == 0) out.emplace_back(one);
  return fmt::format("{{{}}}", fmt::join(out, ", "));
}

std::string value_of(Random& random, int measure) {
  switch (measure) {
    case 0: return random.one_of<std::string>({"none", "low", "middle", "high"});
    case 1: return random.one_of<std::string>({"red", "green", "blue"});
    case 2: return papers(random);
    case 3: return random.one_of<std::string>({"1 EUR", "5 EUR", "20 EUR", "unlimited"});
    case 4: return random.one_of<std::string>({"1 hours", "2 days", "3 years", "60 hours"});
    default: return random.one_of<std::string>({"yes", "no"});
  }
}

// Each measure is answered alike in all cases, differently below 10 EUR, or (if asked for) not at all.
std::string random_law(Random& random, bool all_known) {
  std::string out;
  for (int m = 0; m < 6; ++m) {
    const int form = random.below(all_known ? 2 : 4);
    const auto name = fmt::format("m{}", m);
    if (form == 0) out += rule_text("r" + name, fmt::format("{} = {}", name, value_of(random, m)));
    if (form == 1) {
      out += rule_text("low" + name, fmt::format("{} = {}  when value <= 10 EUR", name, value_of(random, m)));
      out += rule_text("high" + name, fmt::format("{} = {}  when value > 10 EUR", name, value_of(random, m)));
    }
    if (form == 2) out += rule_text("s" + name, fmt::format("{} is silent", name));
  }
  return out;
}

std::string measures_text() {
  return vocabulary + measure("m0", "Level", "higher is more open") + measure("m1", "Kind", "neutral") +
         measure("m2", "set of Paper", "lower is more open") + measure("m3", "money", "higher is more open") +
         measure("m4", "duration", "lower is more open") + measure("m5", "yes/no", "lower is more open");
}

Bound random_library(Random& random, bool all_known) {
  auto text = measures_text();
  for (const auto* name : {"AA", "BB", "CC", "DD"}) text += place_text(name, random_law(random, all_known));
  return bind_text(text);
}

Comparison two_deals(const model::Library& library) {
  auto out = everything(library);
  const auto value = library.fact_names.at("value");
  const auto euro = *base::parse_currency("EUR");
  out.profile.deals = {{"small", 3, {{value, model::Scalar{base::Money{5, euro}}}}, model::Elsewhere{}},
                       {"large", 1, {{value, model::Scalar{base::Money{50, euro}}}}, model::Elsewhere{}}};
  return out;
}

TEST(Distance, Properties) {
  for (unsigned seed = 0; seed < 40; ++seed) {
    Random random{seed};
    const auto world = random_library(random, false);
    const Distances distances{world.library, two_deals(world.library)};
    for (std::size_t a = 0; a < 4; ++a) {
      EXPECT_EQ(*distances.distance(a, a), 0);
      for (std::size_t b = 0; b < 4; ++b) {
        if (a == b) continue;
        const auto there = distances.apart(a, b);
        const auto back = distances.apart(b, a);
        EXPECT_EQ(there.score, back.score) << "seed " << seed;
        EXPECT_EQ(there.answer, back.answer) << "seed " << seed;
        EXPECT_EQ(there.forth, back.back) << "seed " << seed;
        EXPECT_LE(there.score, there.answer) << "seed " << seed;
        EXPECT_LE(there.answer, there.known) << "seed " << seed;
        EXPECT_LE(Rational{there.forth + there.back}, there.score) << "seed " << seed;
        EXPECT_LE(there.known, 1) << "seed " << seed;
      }
    }
  }
}

// Two countries with the same law are at the same place, whatever that law is and however little of it is known.
TEST(Distance, TheSameLawIsNoDistance) {
  for (unsigned seed = 200; seed < 230; ++seed) {
    Random random{seed};
    const auto law = random_law(random, seed % 2 == 0);
    const auto world = bind_text(measures_text() + place_text("AA", law) + place_text("BB", law));
    const Distances distances{world.library, two_deals(world.library)};
    EXPECT_EQ(distances.apart(0, 1).answer, 0) << "seed " << seed;
    EXPECT_EQ(distances.apart(0, 1).score, 0) << "seed " << seed;
    if (seed % 2 == 0) {
      EXPECT_EQ(distances.apart(0, 1).known, 1) << "seed " << seed;
    }
  }
}

// More weight on a measure moves every distance towards what it is on that measure alone.
TEST(Distance, MonotoneInEachWeight) {
  for (unsigned seed = 300; seed < 320; ++seed) {
    Random random{seed};
    const auto world = random_library(random, true);
    auto comparison = two_deals(world.library);
    const Distances before{world.library, comparison};
    const auto measure = static_cast<std::size_t>(random.below(6));
    comparison.weights[comparison.measures[measure]] = 5;
    const Distances after{world.library, comparison};
    for (std::size_t a = 0; a < 4; ++a)
      for (std::size_t b = a + 1; b < 4; ++b) {
        const Rational alone = before.apart(a, b, measure).score / before.weights()[measure];
        const Rational old = *before.distance(a, b);
        EXPECT_GE(*after.distance(a, b), std::min(old, alone)) << "seed " << seed;
        EXPECT_LE(*after.distance(a, b), std::max(old, alone)) << "seed " << seed;
      }
  }
}

TEST(Distance, TriangleAndLevelsWhereAllIsKnown) {
  for (unsigned seed = 100; seed < 140; ++seed) {
    Random random{seed};
    const auto world = random_library(random, true);
    const Distances distances{world.library, two_deals(world.library)};
    for (std::size_t a = 0; a < 4; ++a)
      for (std::size_t b = 0; b < 4; ++b) {
        if (a == b) continue;
        EXPECT_EQ(distances.apart(a, b).known, 1) << "seed " << seed;
        const Rational step = distances.level(a).strict - distances.level(b).strict;
        EXPECT_GE(*distances.distance(a, b), step) << "seed " << seed;
        for (std::size_t c = 0; c < 4; ++c) {
          EXPECT_LE(*distances.distance(a, c), Rational{*distances.distance(a, b) + *distances.distance(b, c)}) << "seed " << seed;
        }
      }
  }
}

// More weight on a measure that is wholly different brings two jurisdictions no nearer.
TEST(Distance, MonotoneInWeights) {
  const auto text = vocabulary + measure("same", "yes/no", "neutral") + measure("other", "yes/no", "neutral") +
                    place_text("AA", rule_text("a", "same = yes  other = yes")) +
                    place_text("BB", rule_text("b", "same = yes  other = no"));
  const auto world = bind_text(text);
  std::optional<Rational> before;
  for (int weight = 0; weight < 5; ++weight) {
    auto comparison = everything(world.library);
    comparison.weights[world.library.measure_names.at("trade.other")] = weight;
    const auto now = *Distances{world.library, comparison}.distance(0, 1);
    EXPECT_EQ(now, Rational(weight, weight + 1));
    if (before) {
      EXPECT_GT(now, *before);
    }
    before = now;
  }
}

TEST(Distance, UnknownIsNeverEqual) {
  const auto text = vocabulary + measure("fee", "yes/no", "neutral") + place_text("AA", "") + place_text("BB", "") +
                    place_text("CC", rule_text("s", "fee is silent")) + place_text("DD", rule_text("s", "fee is silent"));
  const auto world = bind_text(text);
  const Distances distances{world.library, everything(world.library)};
  for (std::size_t a = 0; a < 4; ++a)
    for (std::size_t b = a + 1; b < 4; ++b) {
      EXPECT_EQ(distances.apart(a, b).known, 0);
      EXPECT_FALSE(distances.distance(a, b));
    }
  EXPECT_FALSE(distances.benchmark());
}

TEST(Distance, CountsByTheProfile) {
  const auto text = vocabulary + measure("fee", "yes/no", "neutral") + place_text("AA", rule_text("a", "fee = yes")) +
                    place_text("BB", rule_text("b", "fee = yes  when value <= 10 EUR") + rule_text("c", "fee = no  when value > 10 EUR"));
  const auto world = bind_text(text);
  const Distances distances{world.library, two_deals(world.library)};
  EXPECT_EQ(*distances.distance(0, 1), Rational(1, 4));
  EXPECT_EQ(distances.apart(0, 1).known, 1);
  // Of a transaction whose value is not stated nobody knows what the second answers.
  EXPECT_EQ((Distances{world.library, everything(world.library)}.apart(0, 1).known), 0);
}

TEST(Study, RanksNeedsAndNamesTheBenchmark) {
  const auto text = vocabulary + measure("fee", "yes/no", "lower is more open") + measure("level", "Level", "higher is more open") +
                    place_text("AA", rule_text("a", "fee = no  level = high")) +
                    place_text("BB", rule_text("b", "fee = no  level = middle")) +
                    place_text("CC", rule_text("c", "fee = yes  level = middle"));
  const auto world = bind_text(text);
  const auto found = harmonize::study(world.library, everything(world.library), {});
  ASSERT_EQ(found.benchmark, 1U);
  ASSERT_FALSE(found.needs.empty());
  EXPECT_EQ(found.needs[0].who, 2U);
  EXPECT_EQ(world.library.measures[found.distances.comparison().measures[found.needs[0].measure]].name, "trade.fee");
  Rational sum = 0;
  for (const auto& need : found.needs) sum += need.share;
  EXPECT_EQ(sum, 1);
}

}  // namespace
}  // namespace isonomy::test
