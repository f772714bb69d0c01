// SPDX-License-Identifier: Apache-2.0
#include "analysis/every_pair.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "analysis/pair_summary.h"
#include "support/library.h"

namespace isonomy::analysis {
namespace {

using Groups = std::vector<std::vector<model::JurisdictionId>>;

// Of five, A and B favour each other, C names A, D is silent on parcels and has no rule on files, E answers as A does but for names.
constexpr const char* five_laws = R"(
domain d "D"
flow f from origin to destination through transit
enum Channel { b2b, b2c, c2c }
scale Duty { ordinary < flat < exempt }
fact value : money
fact channel : Channel
measure d.duty : Duty { asked of f receiver }
measure d.flat : money { asked of f receiver  asked when d.duty = flat }
measure d.files : duration { asked of f both }
measure d.passage : yes/no { asked of f carrier }
measure d.label : yes/no { asked of f sender }
jurisdiction AA "A" { currency EUR }
jurisdiction BB "B" { currency EUR }
jurisdiction CC "C" { currency EUR }
jurisdiction DD "D" { currency EUR }
jurisdiction EE "E" { currency EUR }
jurisdiction FF "F" { currency EUR }
ruleset AA.d {
  rule usual { duty = ordinary source "Act" }
  rule small overrides usual { duty = flat flat = 3 EUR when value <= 100 EUR and channel = b2c source "Act" }
  rule friend overrides usual, small { duty = exempt when sender = BB source "Act" }
  rule files { files = 72 hours source "Act" }
  rule passage { passage = yes source "Act" }
  rule label { label = yes source "Act" }
}
ruleset BB.d {
  rule usual { duty = ordinary source "Act" }
  rule small overrides usual { duty = flat flat = 3 EUR when value <= 100 EUR and channel = b2c source "Act" }
  rule friend overrides usual, small { duty = exempt when sender = AA source "Act" }
  rule files { files = 3 days source "Act" }
  rule passage { passage = yes source "Act" }
  rule closed overrides passage { passage = no when sender = DD and receiver = AA source "Act" }
  rule label { label = yes source "Act" }
}
ruleset CC.d {
  rule usual { duty = ordinary source "Act" }
  rule small overrides usual { duty = flat flat = 5 EUR when value <= 80 EUR source "Act" }
  rule hostile overrides usual, small { duty = ordinary when sender = AA source "Act" }
  rule files { files = 3 days when channel = b2b source "Act" }
  rule passage { passage = yes source "Act" }
  rule label { label = no when receiver = EE source "Act" }
}
ruleset DD.d {
  rule usual { duty = ordinary source "Act" }
  rule small overrides usual { duty is silent when value <= 100 EUR and channel = b2c source "Act" }
  rule passage { passage is unknown source "Act" }
  rule label { label = yes source "Act" }
}
ruleset EE.d {
  rule usual { duty = ordinary source "Act" }
  rule small overrides usual { duty = flat flat = 3 EUR when value <= 100 EUR and channel = b2c source "Act" }
  rule files { files = 3 days source "Act" }
  rule longer overrides files { files = 4 days when channel = c2c source "Act" }
  rule passage { passage = yes source "Act" }
  rule label { label = yes source "Act" }
  rule bare overrides label { label = no when receiver = CC source "Act" }
}
)";

struct FiveLaws : testing::Test {
  model::JurisdictionId place(const char* name) const { return bound.library.jurisdiction_names.at(name); }

  EveryPairAnswer asked(const std::vector<model::Test>& given = {}, std::vector<model::MeasureId> measures = {}) const {
    std::vector<model::JurisdictionId> who;
    for (const auto* name : {"AA", "BB", "CC", "DD", "EE"}) who.push_back(place(name));
    if (measures.empty()) measures = bound.library.measures.ids();
    return every_pair(bound.library, {who, measures, given});
  }

  std::vector<model::MeasureId> measures(const std::vector<const char*>& names) const {
    std::vector<model::MeasureId> out;
    for (const auto* name : names) out.push_back(bound.library.measure_names.at(name));
    return out;
  }

  // What `diff` says of the pair; in the order given and the other.
  std::pair<bool, bool> apart(const MeasureLikeness& measure, const PairLikeness& pair, const std::vector<model::Test>& given) const {
    const auto found = diff(bound.library, {pair.a, pair.b, {measure.measure}, given, 0});
    for (const auto& one : found.measures)
      if (one.position == measure.position) return {!one.differs.empty(), !one.open.empty()};
    ADD_FAILURE() << "not compared";
    return {};
  }

  void expect_as_diff(const EveryPairAnswer& answer, const std::vector<model::Test>& given, std::size_t count) const {
    ASSERT_FALSE(answer.diagnostics.has_errors());
    ASSERT_EQ(answer.measures.size(), count);
    for (const auto& measure : answer.measures) {
      EXPECT_EQ(measure.pairs.size(), 10U);
      for (const auto& pair : measure.pairs)
        EXPECT_EQ(std::pair(pair.differs, pair.open), apart(measure, pair, given)) << title(measure, pair);
    }
  }

  std::string title(const MeasureLikeness& measure, const PairLikeness& pair) const {
    const auto& library = bound.library;
    return fmt::format("{}, {}, {} and {}", library.measures[measure.measure].name, position_name(measure.position),
                       library.jurisdictions[pair.a].name, library.jurisdictions[pair.b].name);
  }

  PairLikeness of(const EveryPairAnswer& answer, const char* measure, const char* a, const char* b) const {
    for (const auto& one : answer.measures)
      for (const auto& pair : one.pairs)
        if (one.measure == bound.library.measure_names.at(measure) && pair.a == place(a) && pair.b == place(b)) return pair;
    ADD_FAILURE() << measure << " of " << a << " and " << b;
    return {};
  }

  static model::Test is(model::FactId fact, model::Scalar value) {
    return {fact, model::Relation::equal, {{std::move(value), std::nullopt}}, false, {}, {}};
  }
  model::Test from(const char* name) const { return is(model::fact_id(model::BuiltIn::origin), place(name)); }
  model::Test channel(std::uint16_t value) const {
    const auto fact = bound.library.fact_names.at("channel");
    return is(fact, model::Enumerator{bound.library.facts[fact].type.enumeration, value});
  }

  test::Bound bound = test::bind_text(five_laws);
};

// Files are kept at both ends.
TEST_F(FiveLaws, AreComparedAsByDiff) { expect_as_diff(asked(), {}, 6); }

TEST_F(FiveLaws, AreComparedAsByDiffWithinGivenFacts) {
  for (std::uint16_t value = 0; value < 3; ++value) expect_as_diff(asked({channel(value)}), {channel(value)}, 6);
}

TEST_F(FiveLaws, AreComparedAsByDiffForAGivenPlace) {
  const auto received = measures({"d.duty", "d.flat", "d.passage"});
  for (const auto& given : {std::vector{from("FF")}, std::vector{from("FF"), channel(1)}}) expect_as_diff(asked(given, received), given, 3);
  const auto passage = measures({"d.passage"});
  for (const auto* name : {"AA", "DD", "FF"}) expect_as_diff(asked({from(name)}, passage), {from(name)}, 1);
}

TEST_F(FiveLaws, NobodyIsAskedHowItTreatsItself) {
  const auto files = measures({"d.files"});
  const auto alone = diff(bound.library, {place("AA"), place("BB"), files, {from("FF")}, 0});
  ASSERT_TRUE(alone.diagnostics.has_errors());
  const auto together = asked({from("FF")}, files);
  ASSERT_EQ(together.diagnostics.items().size(), alone.diagnostics.items().size());
  EXPECT_EQ(together.diagnostics.items()[0].code, alone.diagnostics.items()[0].code);
}

TEST_F(FiveLaws, FavoursOfEachOtherAreAlike) {
  const auto answer = asked();
  ASSERT_FALSE(answer.diagnostics.has_errors());
  EXPECT_EQ(of(answer, "d.duty", "AA", "BB").likeness(), Likeness::same);
  EXPECT_EQ(of(answer, "d.duty", "AA", "EE").likeness(), Likeness::differs);
  EXPECT_EQ(of(answer, "d.passage", "AA", "BB").likeness(), Likeness::differs);
  EXPECT_EQ(of(answer, "d.passage", "AA", "DD").likeness(), Likeness::unknown);
  const auto both = of(answer, "d.duty", "AA", "DD");
  EXPECT_TRUE(both.differs && both.open);
}

TEST_F(FiveLaws, OnlyWhatIsGivenIsCompared) {
  EXPECT_EQ(of(asked(), "d.files", "BB", "EE").likeness(), Likeness::differs);
  EXPECT_EQ(of(asked({channel(0)}), "d.files", "BB", "EE").likeness(), Likeness::same);
}

TEST_F(FiveLaws, AreSummedUp) {
  const auto answer = asked();
  ASSERT_FALSE(answer.diagnostics.has_errors());
  const auto summary = [&](const char* measure) {
    const auto id = bound.library.measure_names.at(measure);
    const auto& all = answer.measures;
    return summary_of(*std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.measure == id; }), answer.who);
  };
  const auto passage = summary("d.passage");
  EXPECT_EQ(passage.pairs, 10U);
  EXPECT_EQ(passage.same, 3U);
  EXPECT_EQ(passage.differ, 3U);
  EXPECT_EQ(passage.unknown, 4U);
  EXPECT_EQ(passage.alike, (Groups{{place("AA"), place("CC"), place("EE")}}));
  EXPECT_EQ(passage.open, std::vector{place("DD")});
  EXPECT_EQ(passage.all(), std::nullopt);
}

// A is like B and B like C, yet A and C are not alike.
TEST(PairSummary, GroupsHoldEachPairThatIsAlike) {
  const model::JurisdictionId a{0}, b{1}, c{2}, d{3};
  MeasureLikeness measure;
  measure.pairs = {{a, b}, {a, c, true}, {a, d, true}, {b, c}, {b, d}, {c, d}};
  const auto found = summary_of(measure, {a, b, c, d});
  EXPECT_EQ(found.alike, (Groups{{a, b}, {b, c, d}}));
  EXPECT_TRUE(found.open.empty());
}

TEST(PairSummary, WhoIsOpenThroughoutIsLeftOut) {
  const model::JurisdictionId a{0}, b{1}, c{2};
  EveryPairAnswer answer;
  answer.who = {a, b, c};
  answer.measures.resize(2);
  for (auto& one : answer.measures) one.pairs = {{a, b, false, true}, {a, c, false, true}, {b, c, false, true}};
  EXPECT_TRUE(open_throughout(answer).empty());  // else nobody would be left
  answer.measures[1].pairs[1].differs = true;
  EXPECT_EQ(open_throughout(answer), std::vector{b});
  const auto left = without(answer.measures[1], {b});
  ASSERT_EQ(left.pairs.size(), 1U);
  EXPECT_EQ(left.pairs[0].b, c);
}

TEST(PairSummary, SaysWhatAllAre) {
  const model::JurisdictionId a{0}, b{1}, c{2};
  const auto summary = [&](PairLikeness one, PairLikeness other) {
    MeasureLikeness measure;
    measure.pairs = {one, other};
    return summary_of(measure, {a, b, c});
  };
  EXPECT_EQ(summary({a, b, true, true}, {a, c, true, false}).all(), Likeness::differs);
  EXPECT_EQ(summary({a, b, false, true}, {a, c, false, true}).all(), Likeness::unknown);
  EXPECT_EQ(summary({a, b}, {a, c}).all(), Likeness::same);
  EXPECT_EQ(summary({a, b}, {a, c, false, true}).all(), std::nullopt);
  EXPECT_EQ(worst_of(summary({a, b}, {a, c, false, true})), Likeness::unknown);
  EXPECT_EQ(worst_of(summary({a, b, true}, {a, c, false, true})), Likeness::differs);
}

}  // namespace
}  // namespace isonomy::analysis
