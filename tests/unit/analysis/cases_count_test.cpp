// SPDX-License-Identifier: Apache-2.0
#include "analysis/cases_count.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "analysis/diff.h"
#include "support/library.h"

namespace isonomy::analysis {
namespace {

using Facts = std::vector<std::pair<std::string, std::string>>;

// Value in three stretches, channel in three values of which the law knows two kinds, four partners of which the law knows two kinds.
constexpr const char* small_law = R"(
domain d "D"
flow f from origin to destination
enum Channel { b2b, b2c, c2c }
fact value : money
fact channel : Channel
fact noted : yes/no
measure d.duty : yes/no { asked of f receiver }
measure d.files : duration { asked of f receiver }
measure d.delay : duration { asked of f receiver }
jurisdiction AA "A" { currency EUR }
jurisdiction BB "B" { currency EUR }
jurisdiction CC "C" { currency EUR }
jurisdiction DD "D" { currency EUR }
ruleset AA.d {
  rule usual { duty = yes source "Act" }
  rule small overrides usual { duty = no when value <= 100 EUR and channel = b2c source "Act" }
  rule friend overrides usual, small { duty = no when sender = BB source "Act" }
  rule files { files = 72 hours source "Act" }
  rule noted_files overrides files { files = 3 days when noted = yes source "Act" }
  rule delay { delay = 1 day source "Act" }
}
ruleset BB.d {
  rule usual { duty = yes source "Act" }
  rule small overrides usual { duty = no when value <= 80 EUR and channel = b2c source "Act" }
  rule friend overrides usual, small { duty = no when sender = AA source "Act" }
  rule files { files = 3 days source "Act" }
  rule delay { delay = 1 day when noted = yes source "Act" }
}
)";

struct SmallLaw : testing::Test {
  MeasureDifference compared(const char* measure, const char* a, const char* b, const std::vector<model::Test>& given = {},
                             std::size_t most_parts = base::limits::count_parts) const {
    const auto& library = bound.library;
    const auto answer =
        diff(library,
             {library.jurisdiction_names.at(a), library.jurisdiction_names.at(b), {library.measure_names.at(measure)}, given, most_parts});
    EXPECT_FALSE(answer.diagnostics.has_errors());
    return answer.measures.at(0);
  }

  static model::Test is(model::FactId fact, model::Scalar value) {
    return {fact, model::Relation::equal, {{std::move(value), std::nullopt}}, false, {}, {}};
  }

  test::Bound bound = test::bind_text(small_law);
};

void expect(const std::optional<CaseCount>& found, int differ, int open, int all) {
  ASSERT_TRUE(found);
  EXPECT_EQ(found->differ, differ);
  EXPECT_EQ(found->open, open);
  EXPECT_EQ(found->all, all);
}

// Value up to 80, up to 100, over; b2c or not; each other or a third: C and D are one, b2b and c2c too, and nobody asks about the day.
TEST_F(SmallLaw, ValuesThatNoLawTellsApartAreOneCase) {
  const auto found = compared("d.duty", "AA", "BB");
  expect(found.cases, 1, 0, 12);
  EXPECT_EQ(found.cases->where_differs,
            (Facts{{"origin", "a third jurisdiction"}, {"value", "over 80 EUR up to 100 EUR"}, {"channel", "b2c"}}));
  EXPECT_TRUE(found.cases->where_open.empty());
}

TEST_F(SmallLaw, OnlyGivenFactsAreCounted) {
  const auto& library = bound.library;
  const auto channel = library.fact_names.at("channel");
  const auto enumeration = library.facts[channel].type.enumeration;
  expect(compared("d.duty", "AA", "BB", {is(channel, model::Enumerator{enumeration, 1})}).cases, 1, 0, 6);
  expect(compared("d.duty", "AA", "BB", {is(channel, model::Enumerator{enumeration, 2})}).cases, 0, 0, 2);
}

TEST_F(SmallLaw, CountsMirror) {
  const auto one = compared("d.duty", "AA", "BB").cases;
  const auto other = compared("d.duty", "BB", "AA").cases;
  EXPECT_EQ(one->differ, other->differ);
  EXPECT_EQ(one->all, other->all);
  EXPECT_EQ(one->where_differs, other->where_differs);
}

TEST_F(SmallLaw, NobodyDiffersFromThemselves) {
  for (const auto* who : {"AA", "BB", "CC"}) expect(compared("d.files", who, who).cases, 0, who == std::string{"CC"} ? 1 : 0, 1);
}

TEST_F(SmallLaw, OneAnswerWrittenInTwoWaysIsOne) {
  const auto found = compared("d.files", "AA", "BB");
  EXPECT_EQ(found.likeness(), Likeness::same);
  expect(found.cases, 0, 0, 1);
}

TEST_F(SmallLaw, WhatIsOpenIsCountedApart) {
  const auto found = compared("d.delay", "AA", "BB");
  EXPECT_EQ(found.likeness(), Likeness::unknown);
  expect(found.cases, 0, 1, 2);
  EXPECT_EQ(found.cases->where_open, (Facts{{"noted", "no"}}));
}

TEST_F(SmallLaw, WithoutPartsTheRegionsAreTheSame) {
  const auto with = compared("d.duty", "AA", "BB");
  for (const std::size_t parts : {0, 1, 3}) {
    const auto without = compared("d.duty", "AA", "BB", {}, parts);
    EXPECT_FALSE(without.cases);
    ASSERT_EQ(without.differs.size(), with.differs.size());
    for (std::size_t i = 0; i < with.differs.size(); ++i) {
      EXPECT_EQ(without.differs[i].when, with.differs[i].when);
      EXPECT_EQ(without.differs[i].a.witness, with.differs[i].a.witness);
    }
  }
}

// One of twenty pairs of flags holds: whoever looks at all first flags has to remember each of them. The two differ on the first pair.
std::string hard_law() {
  constexpr int pairs = 20;
  std::string out = "domain d \"D\"\nflow f from origin to destination\n";
  for (const auto* flag : {"a", "b"})
    for (int i = 0; i < pairs; ++i) out += fmt::format("fact {}{} : yes/no\n", flag, i);
  out += "measure d.m : count { asked of f receiver }\njurisdiction AA \"A\"\njurisdiction BB \"B\"\n";
  for (const auto* who : {"AA", "BB"}) {
    out += fmt::format("ruleset {}.d {{\n  rule none {{ m = 0 source \"row\" }}\n", who);
    std::string others = "none";
    for (int i = pairs - 1; i >= 0; --i) {
      const auto value = i == 0 && *who == 'B' ? 2 : 1;
      out += fmt::format("  rule r{} overrides {} {{ m = {} when a{} = yes and b{} = yes source \"row\" }}\n", i, i == 0 ? others : "none",
                         value, i, i);
      others += fmt::format(", r{}", i);
    }
    out += "}\n";
  }
  return out;
}

TEST(CasesCount, AHardDifferenceIsFoundWithoutACount) {
  const auto bound = test::bind_text(hard_law());
  const auto& library = bound.library;
  const auto answer =
      diff(library, {library.jurisdiction_names.at("AA"), library.jurisdiction_names.at("BB"), {library.measure_names.at("d.m")}, {}});
  ASSERT_FALSE(answer.diagnostics.has_errors());
  EXPECT_EQ(answer.measures[0].differs.size(), 1U);
  EXPECT_FALSE(answer.measures[0].cases);
}

}  // namespace
}  // namespace isonomy::analysis
