// SPDX-License-Identifier: Apache-2.0
#include "decision/same_law.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "analysis/places.h"
#include "decision/collect.h"
#include "decision/cover.h"
#include "decision/reference.h"
#include "support/library.h"

namespace isonomy::decision {
namespace {

constexpr std::size_t lines = 4;

/// Four rules of one heading: the general one, one for small consignments, one for a season, one for goods made in C.
std::vector<std::string> heading(std::size_t line) {
  const auto rule = [&](int number, int percent, const std::string& overrides, const std::string& more) {
    return fmt::format("  rule r{0}_{1}{2} {{ duty = {3}% when goods in {{010{0}}}{4} source \"schedule\" }}\n", line, number, overrides,
                       percent, more);
  };
  return {rule(1, 5, "", ""), rule(2, 6, fmt::format(" overrides r{}_1", line), " and value <= 20 EUR"),
          rule(3, 7, fmt::format(" overrides r{0}_1, r{0}_2", line), " and on >= 2024-05-01 and on < 2024-06-01"),
          rule(4, 8, fmt::format(" overrides r{0}_1, r{0}_2, r{0}_3", line), " and made_in = C")};
}

std::string ruleset(std::string_view owner, const std::vector<std::string>& rules) {
  auto out = fmt::format("ruleset {}.d {{\n", owner);
  for (const auto& rule : rules) out += rule;
  return out + "}\n";
}

using Edit = std::function<void(std::vector<std::string>&)>;

/// A has the headings 0100 to 0103; B too, with heading 0101 edited, or both.
class World {
 public:
  explicit World(const Edit& edit, bool both = false, bool backwards = false)
      : bound_{test::bind_text(text(edit, both, backwards))}, a_{seat("A")}, b_{seat("B")} {
    SpaceBuilder builder{library()};
    collect_measure(library(), a_, measure(), builder);
    collect_measure(library(), b_, measure(), builder);
    builder.add_place(model::fact_id(model::BuiltIn::origin));
    space_ = builder.build();
    KnownRules rules{library(), space_};
    same_ = same_law({library(), a_, rules}, {library(), b_, rules}, measure(), space_, Coverage{space_.sizes()});
  }

  /// Which headings need not be compared.
  std::vector<std::size_t> same() const {
    std::vector<std::size_t> out;
    for (std::size_t line = 0; line < lines; ++line)
      if (same_ && same_->cells.contains(cell(line))) out.push_back(line);
    return out;
  }

  /// Both are known to answer alike at every point of those cells, by the reference evaluator.
  bool alike() const {
    Point point(space_.axes().size(), 0);
    return alike_from(point, 0);
  }

 private:
  static std::string text(const Edit& edit, bool both, bool backwards) {
    std::vector<std::string> mine;
    std::vector<std::string> theirs;
    for (std::size_t line = 0; line < lines; ++line) {
      auto rules = heading(line);
      auto edited = rules;
      if (line == 1) edit(edited);
      if (both) rules = edited;
      mine.insert(mine.end(), rules.begin(), rules.end());
      theirs.insert(theirs.end(), edited.begin(), edited.end());
    }
    if (backwards) std::reverse(theirs.begin(), theirs.end());
    return R"(domain d "D"
flow f from origin to destination
fact goods : hs per line
fact value : money
fact made_in : jurisdiction
measure d.duty : rate { asked of f receiver }
jurisdiction A "A" { currency EUR }
jurisdiction B "B" { currency EUR }
jurisdiction C "C" { currency EUR }
)" + ruleset("A", mine) +
           ruleset("B", theirs);
  }

  const model::Library& library() const { return bound_.library; }
  model::MeasureId measure() const { return library().measure_names.at("d.duty"); }
  Seat seat(const std::string& name) const {
    return analysis::open_seat(library(), library().measures[measure()].flow, model::End::receiver, library().jurisdiction_names.at(name));
  }
  Cell cell(std::size_t line) const {
    const auto code = model::HsCode{static_cast<std::int64_t>(100 + line), 4};
    const auto stretch = Stretch{Cut{{code.first(), false}, code}, Cut{{code.last(), false}, code}};
    return space_.cells(*space_.find(library().fact_names.at("goods")), stretch).first();
  }

  bool alike_from(Point& point, AxisIndex axis) const {
    if (axis == point.size()) return alike_at(point);
    for (Cell cell = 0; cell < space_[axis].size(); ++cell) {
      if (axis == same_->axis && !same_->cells.contains(cell)) continue;
      point[axis] = cell;
      if (!alike_from(point, axis + 1)) return false;
    }
    return true;
  }

  bool alike_at(const Point& point) const {
    const auto facts = transaction_at(library(), space_, point);
    const auto mine = reference::decide(library(), a_, measure(), facts);
    const auto theirs = reference::decide(library(), b_, measure(), facts);
    return mine.outcome.state == State::decided && mine.outcome == theirs.outcome;
  }

  test::Bound bound_;
  Seat a_;
  Seat b_;
  Space space_;
  std::optional<SameLaw> same_;
};

using Lines = std::vector<std::size_t>;

Edit replace(std::size_t rule, const std::string& from, const std::string& to) {
  return [=](std::vector<std::string>& rules) {
    const auto at = rules[rule].find(from);
    ASSERT_NE(at, std::string::npos) << from;
    rules[rule].replace(at, from.size(), to);
  };
}

const Edit nothing = [](auto& /*rules*/) {};

TEST(SameLaw, HoldsWhereTheRulesAreTheSame) {
  const World world{nothing};
  EXPECT_EQ(world.same(), (Lines{0, 1, 2, 3}));
  EXPECT_TRUE(world.alike());
}

TEST(SameLaw, DoesNotDependOnTheOrderOfRules) { EXPECT_EQ((World{nothing, false, true}.same()), (Lines{0, 1, 2, 3})); }

TEST(SameLaw, LeavesOutWhatIsOtherInOne) {
  const std::vector<std::pair<std::string, Edit>> edits{
      {"a rate", replace(1, "6%", "9%")},
      {"a value", replace(1, "20 EUR", "21 EUR")},
      {"a day", replace(2, "2024-06-01", "2024-06-02")},
      {"a place", replace(3, "made_in = C", "made_in = A")},
      {"who overrides whom", replace(2, "r1_1, r1_2", "r1_1")},
      {"a period", replace(1, "source", "from 2024-01-01 source")},
      {"a rule less", [](auto& rules) { rules.pop_back(); }},
      {"a rule more", [](auto& rules) { rules.push_back("  rule more { duty = 5% when goods in {0101} source \"schedule\" }\n"); }},
      {"a wider rule", replace(1, "goods in {0101}", "goods in {0101 to 0102}")},
  };
  for (const auto& [what, edit] : edits) {
    const World world{edit};
    EXPECT_EQ(world.same(), what == "a wider rule" ? (Lines{0, 3}) : (Lines{0, 2, 3})) << what;
    EXPECT_TRUE(world.alike()) << what;
  }
}

// Both have the same words, but they leave something open, contradict each other, or mean two things.
TEST(SameLaw, LeavesOutWhatHasToBeLookedAt) {
  const std::vector<std::pair<std::string, Edit>> edits{
      {"nothing decided", replace(0, "goods in {0101}", "goods in {0101} and value <= 500 EUR")},
      {"silence", replace(1, "duty = 6%", "duty is silent")},
      {"the unknown", replace(1, "duty = 6%", "duty is unknown")},
      {"an amount without a rate", replace(1, "20 EUR", "20 XTS")},
      {"a contradiction", replace(1, " overrides r1_1", "")},
      {"the partner", replace(3, "made_in = C", "origin = C")},
      {"one rule twice", [](auto& rules) { rules.push_back("  rule again { duty = 5% when goods in {0101} source \"schedule\" }\n"); }},
  };
  for (const auto& [what, edit] : edits) {
    const World world{edit, true};
    EXPECT_EQ(world.same(), (Lines{0, 2, 3})) << what;
    EXPECT_TRUE(world.alike()) << what;
  }
}

}  // namespace
}  // namespace isonomy::decision
