// SPDX-License-Identifier: Apache-2.0
#include "report/words.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace isonomy::report {
namespace {

std::size_t places(std::string_view text) {
  std::size_t out = 0;
  for (auto at = text.find("{}"); at != std::string_view::npos; at = text.find("{}", at + 2)) ++out;
  return out;
}

bool has_latin(std::string_view text) {
  for (const char c : text)
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return true;
  return false;
}

const std::map<std::string_view, std::string_view>& chinese() {
  static const std::map<std::string_view, std::string_view> words{
#define WORDS(english, chinese) {english, chinese},
#include "report/words.def"
#undef WORDS
  };
  return words;
}

TEST(Words, KeepEveryPlace) {
  for (const auto& [english, words] : chinese()) EXPECT_EQ(places(english), places(words)) << english;
}

TEST(Words, AreFoundUnderTheirEnglish) {
  for (const auto& [english, words] : chinese()) {
    EXPECT_EQ(words_in(english, "zh"), words);
    EXPECT_EQ(words_in(english, "en"), english);
  }
}

TEST(Words, HoldNoEnglishButOptionsAndUnits) {
  for (const auto& [english, words] : chinese()) {
    auto rest = std::string{words};
    for (const std::string_view kept : {"--what-if", "--patch", "--most", "USD"})
      if (const auto at = rest.find(kept); at != std::string::npos) rest.erase(at, kept.size());
    EXPECT_FALSE(has_latin(rest)) << words;
  }
}

TEST(Words, StayWhereTheyAreNotListed) { EXPECT_EQ(words_in("no such words", "zh"), "no such words"); }

TEST(Words, OfRegions) {
  EXPECT_EQ(said_in("in all cases", "zh"), "所有情形");
  EXPECT_EQ(said_in("value over 22 EUR up to 150 EUR; channel b2c", "zh"), "value 超过 22 EUR 至多 150 EUR; channel b2c");
  EXPECT_EQ(said_in("from 2026-07-01 through 2026-12-31", "zh"), "自 2026-07-01 截至 2026-12-31");
  EXPECT_EQ(said_in("people from 100000", "zh"), "people 至少 100000");
  EXPECT_EQ(said_in("origin the other of the two, or a third jurisdiction other than EU", "zh"),
            "origin 两者中的另一方, 或 第三法域 非 EU");
  EXPECT_EQ(said_in("value over 22 EUR", "en"), "value over 22 EUR");
}

TEST(Words, LeaveNamesAlone) {
  EXPECT_EQ(said_in("data.transfer_bases", "zh"), "data.transfer_bases");
  EXPECT_EQ(said_in("on_demand over_the_top in-bond no.2", "zh"), "on_demand over_the_top in-bond no.2");
}

}  // namespace
}  // namespace isonomy::report
