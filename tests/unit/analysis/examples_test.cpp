// SPDX-License-Identifier: Apache-2.0
#include "analysis/examples.h"

#include <algorithm>

#include "analysis/example_coverage.h"
#include "api/load.h"

namespace isonomy::analysis {
namespace {

// The quick way answers as the regions do, failures and decisive rules included.
TEST(Examples, QuickWayAgreesWithRegionsOnTheShippedRules) {
  auto loaded = api::load({ISONOMY_TESTS "/../rulesets"});
  ASSERT_TRUE(loaded.usable());
  ASSERT_GT(loaded.library.examples.size(), 500U);
  // Some that fail, too: an example whose answers are turned around.
  const auto written = loaded.library.examples;
  for (std::size_t i = 0; i < written.size(); i += 10) {
    auto wrong = written[i];
    for (auto& one : wrong.expectations) one.negated = !one.negated;
    for (auto& one : wrong.expectations)
      if (one.answer.relation == model::Relation::equal) one.answer.relation = model::Relation::not_equal;
    loaded.library.examples.push_back(std::move(wrong));
  }
  Decided quick_decided, slow_decided;
  const auto quick = run_examples(loaded.library, &quick_decided);
  const auto slow = run_examples(loaded.library, &slow_decided, ExampleWay::regions);
  ASSERT_EQ(quick.size(), slow.size());
  for (std::size_t i = 0; i < quick.size(); ++i) EXPECT_EQ(quick[i].passed, slow[i].passed) << quick[i].name;
  // By regions, a branch counts too that holds for some of the facts left open.
  ASSERT_EQ(quick_decided.size(), slow_decided.size());
  for (const auto& [rule, branches] : quick_decided) {
    ASSERT_TRUE(slow_decided.contains(rule)) << loaded.library.rules[rule].name;
    EXPECT_TRUE(std::includes(slow_decided[rule].begin(), slow_decided[rule].end(), branches.begin(), branches.end()));
  }
}

}  // namespace
}  // namespace isonomy::analysis
