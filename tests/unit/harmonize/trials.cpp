// SPDX-License-Identifier: Apache-2.0
#include "trials.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace isonomy::test {
namespace {

using Wanted = std::function<bool(const model::Library&)>;

/// What one rule may come to say.
struct Answers {
  model::RuleId rule;
  model::Assignment old;
  std::vector<model::Assignment> others;
};

std::vector<Answers> all_answers(const model::Library& library) {
  std::vector<Answers> out;
  for (const auto id : library.rules.ids()) {
    const auto& now = library.rules[id].assignments[0];
    Answers one{id, now, {}};
    const auto add = [&](const model::Value& value) {
      const model::Assignment other{now.measure, model::Assignment::Kind::equals, value, now.span};
      const bool same = now.kind == model::Assignment::Kind::equals && now.value == value;
      const bool known = std::any_of(one.others.begin(), one.others.end(), [&](const auto& seen) { return seen.value == value; });
      if (!same && !known) one.others.push_back(other);
    };
    for (const auto& rule : library.rules)
      if (rule.assignments[0].measure == now.measure && rule.assignments[0].kind == model::Assignment::Kind::equals)
        add(rule.assignments[0].value);
    for (const auto& commitment : library.commitments)
      if (std::get<model::MeasureRef>(commitment.bound.left).measure == now.measure)
        add(std::get<model::Scalar>(commitment.bound.constants[0].from));
    out.push_back(std::move(one));
  }
  return out;
}

// None, then every one, every two ...
bool wanted_with(model::Library& library, const Wanted& wanted, const std::vector<Answers>& all, std::size_t from, int changes) {
  if (changes == 0) return wanted(library);
  for (auto i = from; i < all.size(); ++i)
    for (const auto& other : all[i].others) {
      library.rules[all[i].rule].assignments[0] = other;
      const bool good = wanted_with(library, wanted, all, i + 1, changes - 1);
      library.rules[all[i].rule].assignments[0] = all[i].old;
      if (good) return true;
    }
  return false;
}

}  // namespace

std::string rule_text(const std::string& name, const std::string& says) {
  return fmt::format("rule {} {{ {}  source \"Act\" }} ", name, says);
}

std::string place_text(const std::string& name, const std::string& rules) {
  return fmt::format("jurisdiction {} {{ currency EUR }}\nruleset {}.trade {{ {} }}\n", name, name, rules);
}

model::Library edited_by(const std::vector<harmonize::Change>& changes, model::Library library) {
  for (const auto& change : changes)
    for (auto& assignment : library.rules[change.rule].assignments)
      if (assignment.measure == change.measure) assignment = change.now;
  return library;
}

std::optional<int> fewest_changes(model::Library library, const Wanted& wanted, int most) {
  const auto all = all_answers(library);
  for (int changes = 0; changes <= std::min(most, static_cast<int>(all.size())); ++changes)
    if (wanted_with(library, wanted, all, 0, changes)) return changes;
  return std::nullopt;
}

std::optional<int> cheapest_changes(const model::Library& library, const harmonize::Plan& found, const Wanted& wanted, unsigned seed) {
  const auto best = fewest_changes(library, wanted);
  EXPECT_EQ(!found.diagnostics.has_errors(), best.has_value()) << "seed " << seed;
  if (!best || found.diagnostics.has_errors()) return std::nullopt;
  EXPECT_EQ(found.cost, *best) << "seed " << seed;
  EXPECT_TRUE(found.proved()) << "seed " << seed;
  EXPECT_TRUE(wanted(edited_by(found.changes, library))) << "seed " << seed;
  for (const auto& tie : found.ties) EXPECT_TRUE(wanted(edited_by(tie, library))) << "seed " << seed;
  return best;
}

}  // namespace isonomy::test
