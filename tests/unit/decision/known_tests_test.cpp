// SPDX-License-Identifier: Apache-2.0
#include "decision/known_tests.h"

#include <gtest/gtest.h>

#include "support/library.h"

namespace isonomy::decision {
namespace {

TEST(KnownTests, AreOneIfTheySayTheSame) {
  const auto bound = test::bind_text(R"(domain d "D"
flow f from origin to destination
fact goods : hs per line
fact value : money
fact price : money
fact pieces : count
measure d.m : count { asked of f receiver }
jurisdiction A "A" { currency EUR }
bloc U "U" { members A from 2020-01-01 }
bloc V "V" { members A from 2020-01-01 }
ruleset A.d {
  rule r01 { m = 1 when value <= 150 EUR source "s" }
  rule r02 { m = 1 when value <= 150.00 EUR source "s" }
  rule r03 { m = 1 when value <= 151 EUR source "s" }
  rule r04 { m = 1 when value <= 150 USD source "s" }
  rule r05 { m = 1 when value < 150 EUR source "s" }
  rule r06 { m = 1 when price <= 150 EUR source "s" }
  rule r07 { m = 1 when goods in {0101} source "s" }
  rule r08 { m = 1 when goods in {0101 to 0101} source "s" }
  rule r09 { m = 1 when goods not in {0101} source "s" }
  rule r10 { m = 1 when goods in {010100} source "s" }
  rule r11 { m = 1 when goods in {0101, 0102} source "s" }
  rule r12 { m = 1 when pieces = 2 source "s" }
  rule r13 { m = 1 when origin in U source "s" }
  rule r14 { m = 1 when origin in V source "s" }
  rule r15 { m = 1 when origin in V source "s" }
}
)");
  KnownTests known;
  std::vector<std::uint32_t> numbers;
  for (const auto id : bound.library.rules.ids()) numbers.push_back(known.add(bound.library.rules[id].when.test));
  EXPECT_EQ(numbers, (std::vector<std::uint32_t>{0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 12}));
  EXPECT_EQ(known.find(bound.library.rules[bound.library.rules.ids().front()].when.test), 0U);
  EXPECT_EQ(KnownTests{}.find(bound.library.rules[bound.library.rules.ids().front()].when.test), std::nullopt);
}

}  // namespace
}  // namespace isonomy::decision
