// SPDX-License-Identifier: Apache-2.0
#include "source/source_map.h"

namespace isonomy::source {
namespace {

TEST(SourceMap, CountsColumnsInCodePoints) {
  SourceMap sources;
  const std::string text = "domain customs @zh \"海关\" x\nsecond";
  const auto file = sources.add("a.law", text);
  const auto at = static_cast<std::uint32_t>(text.find('x'));
  const auto place = sources.place(file, at);
  EXPECT_EQ(place.line, 1U);
  EXPECT_EQ(place.column, 25U);  // a byte count would give 29
}

TEST(SourceMap, FindsLines) {
  SourceMap sources;
  const auto file = sources.add("a.law", "one\n\nthree\r\nfour");
  EXPECT_EQ(sources.place(file, 0).line, 1U);
  EXPECT_EQ(sources.place(file, 3).line, 1U);
  EXPECT_EQ(sources.place(file, 4).line, 2U);
  EXPECT_EQ(sources.place(file, 5).line, 3U);
  EXPECT_EQ(sources.line(file, 6), "three");
  EXPECT_EQ(sources.line(file, 4), "");
  EXPECT_EQ(sources.line(file, 14), "four");
}

TEST(SourceMap, ReplacesOneTextOfMany) {
  SourceMap sources;
  const auto first = sources.add("a.law", "one\ntwo\nthree");
  const auto second = sources.add("b.law", "four\nfive");
  sources.replace(first, "x\n\nlast");
  EXPECT_EQ(sources.line(first, 3), "last");
  EXPECT_EQ(sources.place(first, 3).line, 3U);
  EXPECT_EQ(sources[first].path, "a.law");
  EXPECT_EQ(sources.line(second, 5), "five");
}

TEST(SourceMap, GivesThePlaceAfterTheLastByte) {
  SourceMap sources;
  const auto file = sources.add("a.law", "ab\ncd");
  EXPECT_EQ(sources.place(file, 5).line, 2U);
  EXPECT_EQ(sources.place(file, 5).column, 3U);
  const auto nothing = sources.add("b.law", "");
  EXPECT_EQ(sources.place(nothing, 0).line, 1U);
  EXPECT_EQ(sources.line(nothing, 0), "");
}

TEST(SourceMap, CutsOutTheTextOfASpan) {
  SourceMap sources;
  const auto file = sources.add("a.law", "value <= 150 EUR");
  EXPECT_EQ(sources.text({file, 9, 16}), "150 EUR");
  EXPECT_EQ(sources.text({}), "");
}

TEST(Span, JoinsToTheSmallestThatHoldsBoth) {
  const FileId file{0};
  EXPECT_EQ(join({file, 5, 9}, {file, 2, 7}), (Span{file, 2, 9}));
  EXPECT_EQ(join({file, 2, 3}, {file, 8, 9}), (Span{file, 2, 9}));
}

}  // namespace
}  // namespace isonomy::source
