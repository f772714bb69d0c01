// SPDX-License-Identifier: Apache-2.0
#include "report/diff.h"

#include <gtest/gtest.h>

#include "report/number.h"
#include "support/library.h"

namespace isonomy::report {
namespace {

constexpr const char* two_laws = R"(
domain d "D"
flow f from origin to destination
fact value : money
fact noted : yes/no
measure d.duty : yes/no "Is duty charged?" { asked of f receiver }
measure d.files : count "How many files?" { asked of f receiver }
jurisdiction AA "A" { currency EUR }
jurisdiction BB "B" { currency EUR }
ruleset AA.d {
  rule usual { duty = yes source "Act" }
  rule small overrides usual { duty = no when value <= 100 EUR and noted = yes source "Act" }
  rule tiny overrides usual, small { duty is unknown when value <= 1 EUR and noted = yes source "Act" }
  rule files { files = 2 source "Act" }
}
ruleset BB.d {
  rule usual { duty = yes source "Act" }
  rule gift overrides usual { duty = no when value <= 50 EUR and noted = no source "Act" }
  rule files { files = 2 when noted = yes source "Act" }
}
)";

struct DiffReport : testing::Test {
  analysis::DiffAnswer answer(std::size_t most_parts) const {
    const auto& library = bound.library;
    return analysis::diff(
        library, {library.jurisdiction_names.at("AA"), library.jurisdiction_names.at("BB"), library.measures.ids(), {}, most_parts});
  }
  std::string text(std::size_t most_parts, const std::string& lang = "en") const {
    return diff_text(bound.library, *bound.sources, answer(most_parts), {false, lang, 12});
  }
  std::string markdown(std::size_t most_parts) const {
    return diff_markdown(bound.library, *bound.sources, answer(most_parts), {false, "en", 12});
  }
  std::string json(std::size_t most_parts) const { return diff_json(bound.library, *bound.sources, answer(most_parts), 12); }

  test::Bound bound = test::bind_text(two_laws);
};

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST_F(DiffReport, SaysInHowManyCases) {
  constexpr auto many = base::limits::count_parts;
  EXPECT_TRUE(has(text(many), "\n    in 4 of 8 cases, not known in 1; only for value up to 100 EUR\n")) << text(many);
  EXPECT_TRUE(has(text(many), "\n  d.files, receiver: not known in 1 of 2 cases\n")) << text(many);
  EXPECT_TRUE(has(text(many, "zh"), "\n    不同情形 4 种，共 8 种，未知 1 种；仅限 value 至多 100 EUR\n")) << text(many, "zh");
  EXPECT_TRUE(has(markdown(many), "\n\nin 4 of 8 cases, not known in 1; only for value up to 100 EUR\n\n|")) << markdown(many);
  EXPECT_TRUE(has(markdown(many), "receiver: How many files?\n  - not known in 1 of 2 cases\n")) << markdown(many);
}

TEST_F(DiffReport, SaysThatNobodyCounted) {
  EXPECT_TRUE(has(text(2), "\n    cases not counted: that may take more than 2 parts\n")) << text(2);
  EXPECT_TRUE(has(text(2, "zh"), "\n    未计情形数：所需部分可能超过 2 个\n")) << text(2, "zh");
  EXPECT_TRUE(has(markdown(2), "\n\ncases not counted: that may take more than 2 parts\n\n|")) << markdown(2);
}

TEST_F(DiffReport, NullIsNoCount) {
  EXPECT_TRUE(has(json(base::limits::count_parts), R"("cases": {
        "all": "8",
        "differ": "4",
        "open": "1"
      },
      "where": {
        "value": "up to 100 EUR"
      },
      "where_open": {
        "value": "up to 1 EUR",
        "noted": "yes"
      })"))
      << json(base::limits::count_parts);
  EXPECT_TRUE(has(json(2), "\"cases\": null,\n      \"where\": null,\n      \"where_open\": null"));
}

TEST(Numbers, WholeOnesAreGroupedByThousands) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1000), "1,000");
  EXPECT_EQ(grouped(12'345'678), "12,345,678");
}

}  // namespace
}  // namespace isonomy::report
