// SPDX-License-Identifier: Apache-2.0
#include "base/date.h"

namespace isonomy::base {
namespace {

TEST(Date, ReadsAndWritesADay) {
  for (const auto* text : {"0001-01-01", "1582-10-10", "1970-01-01", "2026-07-01", "9999-12-31"}) {
    const auto date = parse_date(text);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(to_text(*date), text);
  }
}

TEST(Date, CountsDaysFrom1970) {
  EXPECT_EQ(parse_date("1970-01-01")->days, 0);
  EXPECT_EQ(parse_date("1970-01-02")->days, 1);
  EXPECT_EQ(parse_date("1969-12-31")->days, -1);
  EXPECT_EQ(parse_date("2000-03-01")->days - parse_date("2000-02-28")->days, 2);
  EXPECT_EQ(parse_date("1900-03-01")->days - parse_date("1900-02-28")->days, 1);
}

TEST(Date, KnowsLeapYears) {
  EXPECT_TRUE(parse_date("2024-02-29"));
  EXPECT_TRUE(parse_date("2000-02-29"));
  EXPECT_FALSE(parse_date("2023-02-29"));
  EXPECT_FALSE(parse_date("1900-02-29"));
  EXPECT_FALSE(parse_date("2100-02-29"));
}

TEST(Date, RefusesDaysThatDoNotExist) {
  for (const auto* text : {"2026-00-10", "2026-13-01", "2026-04-31", "2026-01-00", "2026-01-32", "0000-01-01"})
    EXPECT_FALSE(parse_date(text)) << text;
}

TEST(Date, RefusesOtherShapes) {
  for (const auto* text :
       {"", "2026-6-30", "26-06-30", "2026/06/30", "2026-06-3x", "-026-06-30", "2026-06-301", "+026-06-30", "2026- 6-30"})
    EXPECT_FALSE(parse_date(text)) << text;
}

TEST(Date, OrdersDays) {
  EXPECT_LT(*parse_date("2026-06-30"), *parse_date("2026-07-01"));
  EXPECT_LT(first_date(), last_date());
  EXPECT_EQ(to_text(first_date()), "0001-01-01");
  EXPECT_EQ(to_text(last_date()), "9999-12-31");
}

TEST(Date, TodayIsADayThatCanBeWritten) {
  EXPECT_GT(today(), *parse_date("2020-01-01"));
  EXPECT_EQ(parse_date(to_text(today())), today());
}

}  // namespace
}  // namespace isonomy::base
