// SPDX-License-Identifier: Apache-2.0
#include "report/diagnostics.h"

#include "report/excerpt.h"
#include "source/codes.h"

namespace isonomy::report {
namespace {

using source::Code;
using source::Diagnostic;
using source::Span;

struct DiagnosticsReport : testing::Test {
  Span marked(const std::string& text, const std::string& word) {
    const auto file = sources.add("a.law", text);
    const auto begin = static_cast<std::uint32_t>(text.find(word));
    return {file, begin, begin + static_cast<std::uint32_t>(word.size())};
  }
  source::SourceMap sources;
};

TEST_F(DiagnosticsReport, UnderlinesTheText) {
  const auto span = marked("rule a {\n  when valu <= 3\n}\n", "valu");
  EXPECT_EQ(diagnostics_text(sources, {{Code::unknown_fact, span, "there is no fact `valu`", "did you mean `value`?", {}, {}}}, false),
            "error[E0304]: there is no fact `valu`\n"
            " --> a.law:2:8\n"
            "  |\n"
            "2 |   when valu <= 3\n"
            "  |        ^^^^\n"
            "  = help: did you mean `value`?\n"
            "\n"
            "1 error\n");
}

TEST_F(DiagnosticsReport, ShowsOnlyTheMarkedPartOfALongLine) {
  const std::string filler(5000, 'a');
  std::string chinese;
  for (int i = 0; i < 2000; ++i) chinese += "中";
  const auto found = excerpt(sources, marked(chinese + " here " + filler, "here"));
  EXPECT_EQ(found.line.substr(0, 3), "...");
  EXPECT_EQ(found.line.substr(found.line.size() - 3), "...");
  EXPECT_NE(found.line.find("中 here aaa"), std::string::npos);
  EXPECT_EQ(found.line.find("\xEF\xBF\xBD"), std::string::npos) << "no character is cut in two";
  EXPECT_EQ(found.length, 4U);
  EXPECT_EQ(found.indent, 3U + 39U * 2U + 1U);
}

TEST_F(DiagnosticsReport, CountsTerminalColumnsOfChinese) {
  const auto found = excerpt(sources, marked("\t\"中文\" 值 x\n", "值"));
  EXPECT_EQ(found.line, "    \"中文\" 值 x");
  EXPECT_EQ(found.indent, 4U + 6U + 1U);
  EXPECT_EQ(found.length, 2U);
}

TEST_F(DiagnosticsReport, UnderlinesOneColumnWhereTheSpanIsEmptyOrAtTheEnd) {
  const auto file = sources.add("a.law", "rule a {");
  const auto found = excerpt(sources, {file, 8, 8});
  EXPECT_EQ(found.indent, 8U);
  EXPECT_EQ(found.length, 1U);
}

TEST_F(DiagnosticsReport, UnderlinesOnlyTheFirstOfSeveralLines) {
  const auto found = excerpt(sources, marked("one {\n two\n}\n", "{\n two\n}"));
  EXPECT_EQ(found.line, "one {");
  EXPECT_EQ(found.indent, 4U);
  EXPECT_EQ(found.length, 1U);
}

TEST_F(DiagnosticsReport, KeepsOnlyTheNeighbourhoodInALongLine) {
  const auto text = std::string(5000, 'a') + "wrong" + std::string(5000, 'b');
  const auto found = excerpt(sources, marked(text, "wrong"));
  EXPECT_LT(found.line.size(), 200U);
  EXPECT_EQ(found.line.substr(found.indent, found.length), "wrong");
}

TEST_F(DiagnosticsReport, PrintsNothingThatSteersTheTerminal) {
  EXPECT_EQ(shown("a\x1b[31mb\xff"), "a\xEF\xBF\xBD[31mb\xEF\xBF\xBD");
  EXPECT_EQ(shown("a\xE2\x80\xAE"
                  "b"),
            "a\xEF\xBF\xBD"
            "b");
}

TEST_F(DiagnosticsReport, ShowsRelatedPlacesAndTheWitness) {
  const auto first = marked("rule a {}\nrule a {}\n", "a");
  Diagnostic one{Code::inconsistent_rules, {first.file, 15, 16}, "they differ", "", {{first, "the first"}}, {{"value", "3 EUR"}}};
  const auto text = diagnostics_text(sources, {one}, false);
  EXPECT_NE(text.find("  = note: the first\n --> a.law:1:6\n1 | rule a {}\n  |      -\n"), std::string::npos) << text;
  EXPECT_NE(text.find("  = for example: value = 3 EUR\n"), std::string::npos) << text;
}

TEST_F(DiagnosticsReport, NeedsNoPlace) {
  EXPECT_EQ(diagnostics_text(sources, {{Code::no_rule_files, {}, "nothing here", "", {}, {}}}, false),
            "error[E0114]: nothing here\n\n1 error\n");
  EXPECT_EQ(diagnostics_text(sources, {}, false), "no errors, no warnings\n");
}

TEST_F(DiagnosticsReport, ColoursOnlyOnRequest) {
  const std::vector<Diagnostic> one{{Code::no_rule_files, {}, "nothing here", "", {}, {}}};
  EXPECT_EQ(diagnostics_text(sources, one, false).find('\x1b'), std::string::npos);
  EXPECT_NE(diagnostics_text(sources, one, true).find("\x1b[1;31merror[E0114]"), std::string::npos);
}

TEST_F(DiagnosticsReport, WritesJson) {
  const auto span = marked("rule ä {\n", "ä");
  const auto json = diagnostics_json(sources, {{Code::unknown_character, span, "`ä` has no meaning here", "", {}, {}}});
  EXPECT_NE(json.find("\"schema\": \"isonomy/validate/1\""), std::string::npos);
  EXPECT_NE(json.find("\"line\": 1,\n      \"column\": 6,\n      \"end_line\": 1,\n      \"end_column\": 7,\n      \"help\": null"),
            std::string::npos)
      << json;
}

}  // namespace
}  // namespace isonomy::report
