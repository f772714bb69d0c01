// SPDX-License-Identifier: Apache-2.0
#include "base/ids.h"

#include <unordered_set>

namespace isonomy::base {
namespace {

TEST(Pool, HandsOutIdsThatStayValid) {
  Pool<std::string> pool;
  const auto first = pool.add("first");
  for (int i = 0; i < 1000; ++i) pool.add("filler");
  const auto last = pool.add("last");
  EXPECT_EQ(pool[first], "first");
  EXPECT_EQ(pool[last], "last");
  EXPECT_EQ(pool.size(), 1002U);
  EXPECT_LT(first, last);
}

TEST(Pool, ListsIdsInOrderOfInsertion) {
  Pool<int> pool;
  pool.add(7);
  pool.add(8);
  const auto ids = pool.ids();
  ASSERT_EQ(ids.size(), 2U);
  EXPECT_EQ(pool[ids[0]], 7);
  EXPECT_EQ(pool[ids[1]], 8);
}

TEST(Id, IsInvalidUntilGiven) {
  EXPECT_FALSE(Id<int>{}.valid());
  EXPECT_TRUE(Id<int>{0}.valid());
}

TEST(Id, CanBeHashed) {
  const std::unordered_set<Id<int>> set{Id<int>{1}, Id<int>{2}, Id<int>{1}};
  EXPECT_EQ(set.size(), 2U);
}

}  // namespace
}  // namespace isonomy::base
