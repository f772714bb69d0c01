// SPDX-License-Identifier: Apache-2.0
#include "report/check.h"

#include "answers.h"

namespace isonomy::report {
namespace {

using test::World;

struct CheckReport : testing::Test {
  CheckReport() {
    answer.stops = {world.aa, world.bb};
    answer.on = base::parse_date("2026-08-01");
    answer.given = {{"channel", "b2c"}, {"on", "2026-08-01"}};
  }
  std::string text(TextOptions options = {}) const { return check_text(world.library, world.sources, answer, options); }
  std::string json() const { return check_json(world.library, world.sources, answer); }
  void expect(const std::string& whole, const std::string& part) const {
    EXPECT_NE(whole.find(part), std::string::npos) << part << "\n" << whole;
  }
  void refuse(const std::string& whole, const std::string& part) const {
    EXPECT_EQ(whole.find(part), std::string::npos) << part << "\n" << whole;
  }

  World world = test::world();
  analysis::CheckAnswer answer;
};

TEST_F(CheckReport, StartsWithTheQuestion) {
  expect(text(), "AA -> BB on 2026-08-01\n  given: channel b2c\n  no exchange rates\n\nBlocks and conflicts\n  none found\n");
  answer.on.reset();
  expect(text(), "AA -> BB on any day\n");
}

TEST_F(CheckReport, SaysThatASourceIsNotChecked) {
  answer.decisions = {test::single(world, test::flag(true), {world.unchecked})};
  expect(text(), "  Are the goods banned? yes  customs.ban\n      BB.free: Act on BB.free, article 7, not checked\n");
  expect(json(), "\"weak\": true");
  answer.decisions = {test::single(world, test::flag(true), {world.checked})};
  expect(text(), "      AA.duty: Act on AA.duty, article 7, checked 2026-05-01\n");
  expect(json(), "\"weak\": false");
}

TEST_F(CheckReport, NamesTheSourcesOfARuleOnceAtAPosition) {
  answer.decisions = {test::single(world, test::flag(true), {world.checked}), test::single(world, test::flag(true), {world.checked})};
  expect(text(), "      AA.duty, as above\n");
}

TEST_F(CheckReport, ListsRegionsOfADecisionThatDepends) {
  answer.decisions = {test::dependent(world)};
  expect(text(),
         "it depends  customs.duty\n      value up to 150 EUR: yes (AA.duty)\n      value over 150 EUR: no (BB.free, not checked)\n");
  const auto found = json();
  expect(found, "\"state\": \"depends\",\n      \"value\": null,\n      \"rules\": [\n        \"AA.duty\",\n        \"BB.free\"\n      ]");
  expect(found, "\"when\": \"value up to 150 EUR\",\n          \"state\": \"decided\",\n          \"value\": \"yes\"");
}

TEST_F(CheckReport, PrintsAtMostSoManyRegions) {
  answer.decisions = {test::dependent(world)};
  TextOptions options;
  options.most = 1;
  expect(text(options), "      and 1 more\n");
  refuse(text(options), "value over 150 EUR");
}

TEST_F(CheckReport, ListsWhatIsSilent) {
  answer.decisions = {test::single(world, test::silent(), {})};
  expect(text(), "Goods - BB, receiver\n  Silent: customs.ban\n");
  const auto found = json();
  expect(found, "\"state\": \"silent\",\n      \"value\": null,\n      \"rules\": [],\n      \"regions\": []");
}

TEST_F(CheckReport, ShowsBothSidesOfAClash) {
  answer.findings = {test::clash(world)};
  expect(text(),
         "  blocking: They collide  both:AA-BB\n"
         "      AA customs.ban: no\n"
         "          AA.duty  laws/a.law:1\n"
         "              Act on AA.duty, article 7, checked 2026-05-01\n"
         "      BB customs.ban: silent\n"
         "      when: value over 150 EUR\n"
         "      days: from 2026-07-01\n"
         "      remedy: Agree on one.\n");
}

TEST_F(CheckReport, WritesAFindingAsJson) {
  answer.possible = {test::clash(world)};
  answer.possible[0].possible = true;
  const auto found = json();
  expect(found, "\"certainty\": \"possible\"");
  expect(found, "\"jurisdictions\": [\n        \"AA\",\n        \"BB\"\n      ],\n      \"measures\": [\n        \"customs.ban\"\n      ]");
  expect(found, "\"values\": [\n        \"no\",\n        \"silent\"\n      ]");
  expect(found, "\"from\": \"2026-07-01\",\n      \"until\": null");
  expect(found, "\"declared\": {\n        \"file\": \"laws/a.law\",\n        \"line\": 3\n      }");
  expect(text(), "Possible conflicts");
}

TEST_F(CheckReport, LeavesBareSilencesToTheListOfTheirPosition) {
  answer.findings = {test::clash(world)};
  answer.findings[0].clash.clear();
  expect(text(), "Blocks and conflicts\n  none found\n");
}

TEST_F(CheckReport, SpeaksTheLanguageOfTheReader) {
  answer.decisions = {test::single(world, test::flag(true), {})};
  TextOptions options;
  options.lang = "zh";
  expect(text(options), "货物是否禁止？ 是");
}

TEST_F(CheckReport, ColoursOnlyOnRequest) {
  answer.findings = {test::clash(world)};
  refuse(text(), "\x1b");
  TextOptions options;
  options.colour = true;
  expect(text(options), "\x1b[1;31mblocking\x1b[0m");
}

TEST_F(CheckReport, IsTheSameFromRunToRun) {
  answer.decisions = {test::dependent(world)};
  answer.findings = {test::clash(world)};
  EXPECT_EQ(json(), json());
}

}  // namespace
}  // namespace isonomy::report
