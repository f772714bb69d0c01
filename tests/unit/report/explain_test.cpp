// SPDX-License-Identifier: Apache-2.0
#include "report/explain.h"

#include "answers.h"
#include "report/examples.h"

namespace isonomy::report {
namespace {

void expect(const std::string& whole, const std::string& part) { EXPECT_NE(whole.find(part), std::string::npos) << part << "\n" << whole; }

struct ExplainReport : testing::Test {
  ExplainReport() {
    answer.stops = {world.aa, world.bb};
    answer.decision = test::single(world, test::flag(true), {world.checked});
    answer.at = {{"value", "90 EUR"}};
    answer.won = {world.checked};
    answer.overridden = {world.unchecked};
    answer.conditions = {{"value <= 150 EUR", "90 EUR", model::Truth::yes}, {"made_in = AA", "unknown", model::Truth::unknown}};
    answer.flips = {{{{"value", "over 150 EUR"}, {"channel", "b2b"}}, test::silent()}};
  }
  std::string text() const { return explain_text(world.library, world.sources, answer, {}); }
  std::string json() const { return explain_json(world.library, world.sources, answer); }

  test::World world = test::world();
  analysis::ExplainAnswer answer;
};

TEST_F(ExplainReport, SaysWhoWonAndWhy) {
  expect(text(), "BB, receiver: Are the goods banned? yes  customs.ban\n");
  expect(text(),
         "Decided by\n  AA.duty  laws/a.law:1\n      Act on AA.duty, article 7, checked 2026-05-01 <https://example.org/AA.duty>\n");
  expect(text(), "Overridden\n  BB.free  laws/a.law:2\n");
  expect(text(), "  yes      value <= 150 EUR  here 90 EUR\n  unknown  made_in = AA      here unknown\n");
  expect(text(), "What would change the answer\n  value: over 150 EUR; channel: b2b -> silent\n");
}

TEST_F(ExplainReport, SaysWhichTransactionItExplainsWhereTheAnswerDepends) {
  EXPECT_EQ(text().find("Explained for"), std::string::npos);
  answer.decision = test::dependent(world);
  expect(text(), "Explained for\n  value 90 EUR\n");
  expect(json(), "\"state\": \"depends\",\n  \"value\": null,\n  \"regions\": [\n    {");
}

TEST_F(ExplainReport, WritesJson) {
  expect(json(), "\"won\": \"AA.duty\",\n  \"won_all\": [\n    \"AA.duty\"\n  ],\n  \"overridden\": [\n    \"BB.free\"\n  ]");
  expect(json(), "\"actual\": \"unknown\",\n      \"holds\": null");
  expect(json(), "\"change\": \"value: over 150 EUR; channel: b2b\",\n      \"value\": \"silent\"");
}

TEST_F(ExplainReport, NeedsNoWinner) {
  answer.won.clear();
  expect(json(), "\"won\": null");
  expect(text(), "Decided by\n  no rule\n");
}

struct ExamplesReport : testing::Test {
  ExamplesReport() {
    const auto file = sources.add("a.law", "example a\nexample b\n");
    report.results = {{"a", {file, 0, 9}, true, {}}, {"b", {file, 10, 19}, false, {"expected yes, found no"}}};
  }
  source::SourceMap sources;
  model::Library library;
  ExampleReport report;
};

TEST_F(ExamplesReport, ShowsWhatFailed) {
  EXPECT_EQ(examples_text(library, sources, report, {}), "failed b  a.law:2:1\n       expected yes, found no\n2 examples, 1 failed\n");
  report.results.pop_back();
  EXPECT_EQ(examples_text(library, sources, report, {}), "1 example, passed\n");
}

TEST_F(ExamplesReport, WritesJson) {
  expect(examples_json(library, sources, report),
         "\"name\": \"b\",\n      \"file\": \"a.law\",\n      \"line\": 2,\n      \"outcome\": \"failed\"");
}

}  // namespace
}  // namespace isonomy::report
