// SPDX-License-Identifier: Apache-2.0
#include "api/what_if.h"

#include <gtest/gtest.h>

#include "source/codes.h"
#include "syntax/parse.h"

namespace isonomy::test {
namespace {

struct Tried {
  source::SourceMap sources;
  source::Diagnostics diagnostics;
  std::vector<syntax::File> files;
};

Tried tried(const std::string& law, const std::vector<std::string>& changes) {
  Tried out;
  const auto parse = [&](const std::string& text) {
    return syntax::parse_file(out.sources, out.sources.add("law", text), out.diagnostics);
  };
  out.files.push_back(parse(law));
  std::vector<syntax::File> parsed;
  for (const auto& change : changes) parsed.push_back(parse(change));
  api::try_out(parsed, out.files, out.diagnostics);
  return out;
}

std::vector<std::string> rules(const syntax::File& file) {
  std::vector<std::string> out;
  for (const auto& declaration : file.declarations)
    for (const auto& rule : std::get<syntax::Ruleset>(declaration).rules)
      out.push_back(rule.name.text() + (std::get<syntax::Ruleset>(declaration).applies_when ? " (narrowed)" : "") +
                    std::to_string(rule.assignments.size()));
  return out;
}

const std::string law = R"(ruleset AA.tax { applies when value > 1 EUR
  rule one { vat = yes  source "Act" }
  rule two { fee = yes  source "Act" }
})";

TEST(WhatIf, PutsARuleInThePlaceOfItsNamesake) {
  const auto found =
      tried(law, {"ruleset AA.tax { rule two { fee = no  vat = no  source \"Bill\" }  rule three { fee = no  source \"Bill\" } }"});
  EXPECT_TRUE(found.diagnostics.empty());
  EXPECT_EQ(rules(found.files[0]), (std::vector<std::string>{"one (narrowed)1", "two (narrowed)2"}));
  EXPECT_EQ(rules(found.files[1]), std::vector<std::string>{"three1"});
}

TEST(WhatIf, KeepsAConditionOfItsOwn) {
  const auto found = tried(law, {"ruleset AA.tax { applies when value > 9 EUR  rule two { fee = no  source \"Bill\" } }"});
  EXPECT_EQ(rules(found.files[0]), std::vector<std::string>{"one (narrowed)1"});
  EXPECT_EQ(rules(found.files[1]), std::vector<std::string>{"two (narrowed)1"});
}

TEST(WhatIf, RefusesTwoWordsOnOneRule) {
  const std::string change = "ruleset AA.tax { rule two { fee = no  source \"Bill\" } }";
  const auto found = tried(law, {change, change});
  ASSERT_EQ(found.diagnostics.items().size(), 1U);
  EXPECT_EQ(found.diagnostics.items()[0].code, source::Code::contradictory_trial);
}

}  // namespace
}  // namespace isonomy::test
