// SPDX-License-Identifier: Apache-2.0
#include "base/duration.h"

namespace isonomy::base {
namespace {

Duration hours(std::int64_t n) { return {n, TimeUnit::hours}; }
Duration days(std::int64_t n) { return {n, TimeUnit::days}; }
Duration business_days(std::int64_t n) { return {n, TimeUnit::business_days}; }
Duration months(std::int64_t n) { return {n, TimeUnit::months}; }
Duration years(std::int64_t n) { return {n, TimeUnit::years}; }

TEST(Duration, ComparesHoursAndDaysExactly) {
  EXPECT_EQ(compare(hours(72), days(3)), Order::equal);
  EXPECT_EQ(compare(hours(71), days(3)), Order::less);
  EXPECT_EQ(compare(hours(73), days(3)), Order::greater);
}

TEST(Duration, ComparesMonthsAndYearsExactly) {
  EXPECT_EQ(compare(months(12), years(1)), Order::equal);
  EXPECT_EQ(compare(months(11), years(1)), Order::less);
  EXPECT_EQ(compare(years(2), months(23)), Order::greater);
}

TEST(Duration, KnowsThatAMonthHasNoFixedLength) {
  EXPECT_EQ(compare(days(30), months(1)), Order::unknown);
  EXPECT_EQ(compare(days(28), months(1)), Order::unknown);
  EXPECT_EQ(compare(days(27), months(1)), Order::less);
  EXPECT_EQ(compare(days(32), months(1)), Order::greater);
  EXPECT_EQ(compare(days(365), years(1)), Order::unknown);
  EXPECT_EQ(compare(days(364), years(1)), Order::less);
  EXPECT_EQ(compare(days(367), years(1)), Order::greater);
}

TEST(Duration, ReadsMonthsOverTheWholeCalendarCycle) {
  EXPECT_EQ(hours_of(months(1)), (HourRange{28 * 24, 31 * 24}));
  EXPECT_EQ(hours_of(months(2)), (HourRange{59 * 24, 62 * 24}));
  EXPECT_EQ(hours_of(years(1)), (HourRange{365 * 24, 366 * 24}));
  // 1896 to 1904 holds no leap day but two of eight years' usual ones: the shortest eight years are a day short.
  EXPECT_EQ(hours_of(years(8)), (HourRange{2921 * 24, 2922 * 24}));
  EXPECT_EQ(hours_of(years(400)), (HourRange{146097 * 24, 146097 * 24}));
  EXPECT_EQ(compare(years(400), days(146097)), Order::equal);
}

TEST(Duration, BusinessDaysHaveALeastLengthOnly) {
  EXPECT_EQ(compare(business_days(3), hours(72)), Order::unknown);
  EXPECT_EQ(compare(business_days(3), hours(71)), Order::greater);
  EXPECT_EQ(compare(hours(96), business_days(3)), Order::unknown);
  EXPECT_EQ(compare(business_days(3), business_days(3)), Order::equal);
  EXPECT_EQ(compare(business_days(2), business_days(3)), Order::less);
  EXPECT_EQ(compare(business_days(0), hours(0)), Order::equal);
}

TEST(Duration, AtMostNeedsEveryReading) {
  EXPECT_EQ(at_most(hours(72), days(3)), true);
  EXPECT_EQ(at_most(hours(73), days(3)), false);
  EXPECT_EQ(at_most(days(30), months(1)), std::nullopt);
  // Equal in one reading and less in all others: the comparison has no order, yet the bound holds.
  EXPECT_EQ(compare(days(28), months(1)), Order::unknown);
  EXPECT_EQ(at_most(days(28), months(1)), true);
  EXPECT_EQ(at_most(hours(72), business_days(3)), true);
  EXPECT_EQ(at_most(business_days(3), hours(72)), std::nullopt);
  EXPECT_EQ(at_most(business_days(3), hours(71)), false);
}

TEST(Duration, WritesSingularAndPlural) {
  EXPECT_EQ(to_text(hours(72)), "72 hours");
  EXPECT_EQ(to_text(days(1)), "1 day");
  EXPECT_EQ(to_text(business_days(3)), "3 business days");
  EXPECT_EQ(to_text(months(0)), "0 months");
}

}  // namespace
}  // namespace isonomy::base
