// SPDX-License-Identifier: Apache-2.0
#include "syntax/owners.h"

namespace isonomy::syntax {
namespace {

using Owners = std::optional<std::set<std::string>>;

TEST(Owners, AreThoseOfRulesets) {
  EXPECT_EQ(owners_only("// of two\nruleset CN.customs \"{\" { rule a { note \"}\\\"\" } }\nruleset CN.HZ.tax {}\nexample \"x\" { }\n"),
            (Owners{{"CN", "CN.HZ"}}));
  EXPECT_EQ(owners_only("example \"x\" { route CN -> DE }"), Owners{std::set<std::string>{}});
  EXPECT_EQ(owners_only("// nothing\n"), Owners{std::set<std::string>{}});
}

TEST(Owners, AreUnknownWhereSomethingElseStands) {
  EXPECT_EQ(owners_only("ruleset CN.customs {}\njurisdiction CN {}"), std::nullopt);
  EXPECT_EQ(owners_only("rulset CN.customs {}"), std::nullopt);
  EXPECT_EQ(owners_only("\xFF\xFE{}"), std::nullopt);
}

TEST(Owners, AreUnknownWhereTheParserMustComplain) {
  EXPECT_EQ(owners_only("ruleset CN.customs { rule a {"), std::nullopt);
  EXPECT_EQ(owners_only("ruleset CN.customs { } }"), std::nullopt);
  EXPECT_EQ(owners_only("ruleset CN.customs \"open {\n }"), std::nullopt);
  EXPECT_EQ(owners_only("ruleset CN.customs"), std::nullopt);
  EXPECT_EQ(owners_only("example \"ends in a stroke \\"), std::nullopt);
}

}  // namespace
}  // namespace isonomy::syntax
