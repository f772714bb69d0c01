// SPDX-License-Identifier: Apache-2.0
#include "api/ask.h"
#include "report/check.h"
#include "syntax/parse.h"

namespace isonomy::api {
namespace {

const std::filesystem::path rulesets = std::filesystem::path{ISONOMY_TESTS}.parent_path() / "rulesets";

Request request(std::string from, std::string to, std::vector<std::string> via = {}) {
  Request out;
  out.origin = std::move(from);
  out.destination = std::move(to);
  out.via = std::move(via);
  out.on = "2026-08-01";
  return out;
}

std::string answer(Loaded loaded, const Request& asked) {
  const auto found = check(loaded, asked);
  EXPECT_FALSE(found.diagnostics.has_errors());
  return report::check_json(loaded.library, *loaded.sources, found);
}

TEST(Scope, ChangesNoAnswer) {
  for (const auto& asked : {request("CN", "DE", {"KZ", "RU", "PL"}), request("CN", "SG"), request("US", "CN")}) {
    const Scope scope{{asked.origin, asked.destination, "KZ", "RU", "PL"}, {}};
    EXPECT_EQ(answer(load({rulesets}, scope), asked), answer(load({rulesets}), asked)) << asked.origin << " to " << asked.destination;
  }
}

TEST(Scope, LeavesForeignLawUnread) {
  const auto scoped = load({rulesets}, Scope{{"CN", "DE"}, {}}).library;
  for (const auto& ruleset : scoped.rulesets) {
    const auto* owner = std::get_if<model::JurisdictionId>(&ruleset.owner);
    const auto name = owner == nullptr ? std::string{} : scoped.jurisdictions[*owner].name;
    EXPECT_TRUE(owner == nullptr || name == "CN" || name == "DE") << name;
  }
  EXPECT_TRUE(scoped.examples.empty());
}

TEST(Scope, FollowsARouteAndWhatLiesAround) {
  const auto parsed = [](const std::string& text) {
    source::SourceMap sources;
    source::Diagnostics diagnostics;
    const auto file = sources.add("a.law", text);
    return std::vector<syntax::File>{syntax::parse_file(sources, file, diagnostics)};
  };
  const auto declared = parsed(
      "jurisdiction AA {} jurisdiction BB { within AA } jurisdiction CC {} jurisdiction DD {}\n"
      "jurisdiction EE { within FF } jurisdiction FF { within EE }\n"
      "route r { BB -> CC }\n"
      "bloc UU { members BB, DD through 2020-12-31 } bloc VV { members CC }\n");
  EXPECT_EQ(foreign_to({{"DD"}, "r"}, declared), (std::set<std::string>{"EE", "FF"}));
  EXPECT_EQ(foreign_to({{"EE", "nowhere"}, ""}, declared), (std::set<std::string>{"AA", "BB", "CC", "DD"}));
  EXPECT_EQ(foreign_to({{"UU", "EE"}, ""}, declared), (std::set<std::string>{"CC"}));
}

}  // namespace
}  // namespace isonomy::api
