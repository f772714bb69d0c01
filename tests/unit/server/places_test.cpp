// SPDX-License-Identifier: Apache-2.0
#include "server/places.h"

namespace isonomy::server {
namespace {

// A line of each width: ASCII, Chinese (three bytes, one unit), a ship beyond the first plane (four bytes, two units).
constexpr auto few_lines = "ab\n海关 x\n\xF0\x9F\x9A\xA2y\r\n\n";

struct Places : testing::Test {
  source::SourceMap sources;
  source::FileId id = sources.add("/a b/海.law", few_lines);
  const source::File& file() const { return sources[id]; }
  std::uint32_t offset(int line, int character) const { return offset_at(file(), {{"line", line}, {"character", character}}); }
};

TEST_F(Places, CountUnitsOfUtf16) {
  EXPECT_EQ(units("ab"), 2U);
  EXPECT_EQ(units("海关"), 2U);
  EXPECT_EQ(units("\xF0\x9F\x9A\xA2"), 2U);
}

TEST_F(Places, GoThereAndBack) {
  for (std::uint32_t at = 0; at <= file().text.size(); ++at) {
    const bool inside = at < file().text.size() && (static_cast<unsigned char>(file().text[at]) & 0xC0U) == 0x80U;
    const bool line_end = at < file().text.size() && file().text[at] == '\n' && at > 0 && file().text[at - 1] == '\r';
    if (inside || line_end) continue;
    EXPECT_EQ(offset_at(file(), position_of(file(), at)), at);
  }
}

TEST_F(Places, StandBetweenCharactersOnly) {
  EXPECT_EQ(offset(1, 0), 3U);
  EXPECT_EQ(offset(1, 1), 6U);
  EXPECT_EQ(offset(1, 2), 9U);
  EXPECT_EQ(offset(2, 0), 12U);
  EXPECT_EQ(offset(2, 1), 12U) << "the second half of a pair of surrogates";
  EXPECT_EQ(offset(2, 2), 16U);
}

TEST_F(Places, BeyondALineOrTheTextAreItsEnd) {
  EXPECT_EQ(offset(0, 99), 2U);
  EXPECT_EQ(offset(2, 99), 17U) << "before the carriage return";
  EXPECT_EQ(offset(99, 0), file().text.size());
  EXPECT_EQ(position_of(file(), 9999), position_of(file(), static_cast<std::uint32_t>(file().text.size())));
}

TEST_F(Places, NameFilesAsUris) {
  EXPECT_EQ(uri_of("/a b/海.law"), "file:///a%20b/%E6%B5%B7.law");
  EXPECT_EQ(path_of("file:///a%20b/%E6%B5%B7.law"), "/a b/海.law");
  EXPECT_EQ(path_of("file://host/a.law"), "/a.law");
  EXPECT_EQ(path_of("file:///100%.law"), "/100%.law");
  EXPECT_EQ(path_of("untitled:Untitled-1"), "untitled:Untitled-1");
  EXPECT_EQ(uri_of("untitled:Untitled-1"), "untitled:Untitled-1");
}

}  // namespace
}  // namespace isonomy::server
