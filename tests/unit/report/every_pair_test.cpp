// SPDX-License-Identifier: Apache-2.0
#include "report/every_pair.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/library.h"

namespace isonomy::report {
namespace {

constexpr const char* four_places = R"(
domain d "D"
flow f from origin to destination
measure d.duty : yes/no "Is duty charged?" { asked of f receiver }
measure d.files : count "How many files?" { asked of f receiver }
jurisdiction AA "A" {}
jurisdiction BB "B" {}
jurisdiction CC "C" {}
jurisdiction DD "D" {}
)";

struct EveryPairReport : testing::Test {
  // A is like B and C like D; of files only A and B are known.
  analysis::EveryPairAnswer answer(bool differs = true) const {
    const auto who = bound.library.jurisdictions.ids();
    const auto a = who[0], b = who[1], c = who[2], d = who[3];
    const auto measures = bound.library.measures.ids();
    analysis::EveryPairAnswer out;
    out.who = who;
    out.on = *base::parse_date("2026-08-01");
    out.measures.push_back({measures[0], model::End::receiver, {}});
    out.measures.back().pairs = {{a, b}, {a, c, differs, true}, {a, d, false, true}, {b, c, differs}, {b, d, differs}, {c, d}};
    out.measures.push_back({measures[1], model::End::receiver, {}});
    out.measures.back().pairs = {{a, b, differs},     {a, c, false, true}, {a, d, false, true},
                                 {b, c, false, true}, {b, d, false, true}, {c, d, false, true}};
    return out;
  }
  std::string text(const analysis::EveryPairAnswer& of, std::size_t most = 12, const std::string& lang = "en") const {
    return every_pair_text(bound.library, *bound.sources, of, {false, lang, most});
  }

  test::Bound bound = test::bind_text(four_places);
};

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST_F(EveryPairReport, CountsAndGroupsPairs) {
  const auto found = text(answer());
  EXPECT_TRUE(holds(found, "\nd.duty, receiver: Is duty charged?\n  of 6 pairs: 2 alike, 3 differ, 1 open\n    alike: AA BB; CC DD\n\n"))
      << found;
  EXPECT_TRUE(holds(found, "\n  d.files, receiver: of 6 pairs: 0 alike, 1 differ, 5 open; open with every other: CC DD\n")) << found;
  EXPECT_TRUE(holds(found,
                    "\nMeasures that differ for some pair: 2; the same for all: 0; not known: 0\n"
                    "Regions and sources of one pair: isonomy diff AA CC --measure d.duty --on 2026-08-01\n"))
      << found;
}

TEST_F(EveryPairReport, ListsNoMoreGroupsThanAsked) {
  EXPECT_TRUE(holds(text(answer(), 1), "    alike: AA BB; and 1 more\n")) << text(answer(), 1);
  EXPECT_TRUE(holds(text(answer(), 1, "zh"), "    相同：AA BB; 另有 1 项\n")) << text(answer(), 1, "zh");
}

TEST_F(EveryPairReport, NamesOnceWhoIsOpenThroughout) {
  auto only_files = answer();
  only_files.measures.erase(only_files.measures.begin());
  const auto found = text(only_files);
  EXPECT_TRUE(holds(found,
                    "\n  open in every measure, and left out below: CC DD\n\nAll pairs differ\n  d.files, receiver\n\nMeasures that differ "
                    "for some pair: 1; "))
      << found;
}

TEST_F(EveryPairReport, WhatIsOpenIsNoProof) {
  auto open = answer(false);
  EXPECT_TRUE(holds(text(open), "\nNo difference was found where both answers are known; 0 the same, 2 not known\n")) << text(open);
  open.measures.erase(open.measures.begin());
  for (auto& pair : open.measures[0].pairs) pair.open = false;
  EXPECT_TRUE(holds(text(open), "\nNo difference: this is a proof for all facts that are not given\n")) << text(open);
  EXPECT_FALSE(holds(text(open), "Regions"));
  for (const std::size_t with_d : {2, 4, 5}) open.measures[0].pairs[with_d].open = true;
  EXPECT_FALSE(holds(text(open), "this is a proof for all facts that are not given\n")) << text(open);
}

TEST_F(EveryPairReport, DataHoldsEveryPair) {
  const auto csv = every_pair_csv(bound.library, answer());
  EXPECT_TRUE(
      holds(csv, "measure,position,a,b,state\nd.duty,receiver,AA,BB,same\nd.duty,receiver,AA,CC,differs\nd.duty,receiver,AA,DD,unknown\n"))
      << csv;
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 13);
  const auto json = every_pair_json(bound.library, answer());
  EXPECT_TRUE(holds(json, "\"a\": \"AA\",\n          \"b\": \"CC\",\n          \"state\": \"differs\",\n          \"open\": true")) << json;
  EXPECT_TRUE(holds(json, "\"same\": 2,\n      \"differs\": 3,\n      \"unknown\": 1,")) << json;
}

}  // namespace
}  // namespace isonomy::report
