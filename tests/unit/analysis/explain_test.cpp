// SPDX-License-Identifier: Apache-2.0
#include "analysis/explain.h"

#include <gtest/gtest.h>

#include "support/library.h"

namespace isonomy::analysis {
namespace {

constexpr const char* three_days = R"(
domain d "D"
flow f from origin to destination
set enum Paper { invoice, list }
fact urgent : yes/no
fact pieces : count
measure d.delay : duration { asked of f receiver }
measure d.papers : set of Paper { asked of f receiver }
jurisdiction A "A"
jurisdiction B "B"
ruleset B.d {
  rule slow { delay = 72 hours source "Act" }
  rule hurried overrides slow { delay = 3 days when urgent = yes source "Act" }
  rule many overrides slow, hurried { delay = 1 hour when pieces > 9 source "Act" }
  rule lists { papers includes {list} when urgent = no source "Act" }
  rule invoices { papers includes {invoice} source "Act" }
  rule late { papers includes {list} when urgent = yes source "Act" }
}
)";

std::vector<Flip> flips(const char* measure) {
  const auto bound = test::bind_text(three_days);
  const auto& library = bound.library;
  const auto answer = explain(library, {{library.jurisdiction_names.at("A"), library.jurisdiction_names.at("B")}, {}, {}},
                              library.measure_names.at(measure), {});
  EXPECT_FALSE(answer.diagnostics.has_errors());
  return answer.flips;
}

TEST(Explain, AnotherWordForTheSameAnswerIsNoChange) {
  const auto found = flips("d.delay");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].change[0].first, "pieces");
  EXPECT_TRUE(flips("d.papers").empty());
}

}  // namespace
}  // namespace isonomy::analysis
