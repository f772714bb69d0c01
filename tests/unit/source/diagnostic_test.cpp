// SPDX-License-Identifier: Apache-2.0
#include "source/diagnostic.h"

#include <set>

#include "source/codes.h"

namespace isonomy::source {
namespace {

const std::vector<std::string> facts{"value", "freight", "weight", "channel", "carriage", "goods", "on"};

TEST(Nearest, FindsASlip) {
  EXPECT_EQ(nearest("vaule", facts), "value");      // two letters swapped count once
  EXPECT_EQ(nearest("chanel", facts), "channel");   // one missing
  EXPECT_EQ(nearest("weigght", facts), "weight");   // one too many
  EXPECT_EQ(nearest("goodz", facts), "goods");      // one wrong
  EXPECT_EQ(nearest("Channel", facts), "channel");  // capitals do not count
}

TEST(Nearest, LeavesFarWordsAlone) {
  EXPECT_EQ(nearest("price", facts), "");
  EXPECT_EQ(nearest("x", {"y2", "abc"}), "");
  EXPECT_EQ(nearest("", {"abc"}), "");
  EXPECT_EQ(nearest("value", {}), "");
  EXPECT_EQ(nearest(std::string(100'000, 'v'), facts), "");
}

TEST(Nearest, TakesTheClosest) { EXPECT_EQ(nearest("carriagee", {"carriages_of", "carriage"}), "carriage"); }

TEST(Suggest, MakesAHelpSentence) {
  EXPECT_EQ(suggest("vaule", facts), "did you mean `value`?");
  EXPECT_EQ(suggest("zzz", facts, "declare the fact"), "declare the fact");
  EXPECT_EQ(suggest("zzz", facts), "");
}

Span at(std::uint32_t file, std::uint32_t begin, std::uint32_t end) { return {FileId{file}, begin, end}; }

TEST(Diagnostics, SortsByFileAndPlace) {
  Diagnostics all;
  all.add(Code::unknown_fact, at(1, 0, 1), "c");
  all.add(Code::unknown_fact, at(0, 9, 10), "b");
  all.add(Code::unknown_measure, at(0, 2, 5), "a2");
  all.add(Code::unknown_fact, at(0, 2, 3), "a1");
  const auto sorted = all.sorted();
  ASSERT_EQ(sorted.size(), 4U);
  EXPECT_EQ(sorted[0].message + sorted[1].message + sorted[2].message + sorted[3].message, "a1a2bc");
}

TEST(Diagnostics, LeavesRepeatsOut) {
  Diagnostics all;
  all.add(Code::unknown_fact, at(0, 2, 3), "same", "first help");
  all.add(Code::unknown_fact, at(0, 2, 3), "same", "second help");
  all.add(Code::unknown_fact, at(0, 2, 3), "another");
  EXPECT_EQ(all.sorted().size(), 2U);
  EXPECT_EQ(all.items().size(), 3U);
  EXPECT_EQ(all.sorted().back().help, "first help");
}

TEST(Diagnostics, TellsWarningsFromErrors) {
  Diagnostics all;
  EXPECT_TRUE(all.empty());
  all.add(Code::useless_override, at(0, 0, 1), "a warning");
  EXPECT_FALSE(all.has_errors());
  all.add(Code::unknown_fact, at(0, 0, 1), "an error");
  EXPECT_TRUE(all.has_errors());
}

TEST(Codes, AreWrittenWithFourDigits) {
  EXPECT_EQ(to_text(Code::unknown_fact), "E0304");
  EXPECT_EQ(to_text(Code::useless_override), "W0504");
}

TEST(Codes, AreUniqueAndHaveATitle) {
  std::set<std::string> texts;
  for (const auto code : all_codes()) {
    EXPECT_TRUE(texts.insert(to_text(code)).second) << to_text(code);
    EXPECT_FALSE(title(code).empty()) << to_text(code);
  }
  EXPECT_TRUE(std::is_sorted(all_codes().begin(), all_codes().end()));
}

}  // namespace
}  // namespace isonomy::source
