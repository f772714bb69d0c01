// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "harmonize/plan.h"

/// Every choice of answers, tried in turn: the judge of plans.
namespace isonomy::test {

/// Chance that is the same on every machine.
class Chance {
 public:
  explicit Chance(unsigned seed) : from_{seed} {}
  int below(int end) { return static_cast<int>(from_() % static_cast<unsigned>(end)); }
  template <class T>
  T one_of(const std::vector<T>& all) {
    return all[static_cast<std::size_t>(below(static_cast<int>(all.size())))];
  }

 private:
  std::mt19937 from_;
};

/// `rule NAME { SAYS  source "Act" } `
std::string rule_text(const std::string& name, const std::string& says);
/// A jurisdiction with one ruleset of the domain `trade`.
std::string place_text(const std::string& name, const std::string& rules);

/// The law after some changes of a plan.
model::Library edited_by(const std::vector<harmonize::Change>& changes, model::Library library);

/// The fewest rules of one answer each that must say something else, of what any rule or commitment says of the measure, so that the law is
/// as wanted; nothing if no choice is enough, or none of so few changes. Cost: exponential.
std::optional<int> fewest_changes(model::Library library, const std::function<bool(const model::Library&)>& wanted, int most = 99);

/// Expects of a plan of one answer a rule that it is proved, cheapest by every choice of answers, and that each of its ties makes the law as
/// wanted; or that it fails if no choice does. How many changes are needed, nothing if no choice is enough.
std::optional<int> cheapest_changes(const model::Library& library, const harmonize::Plan& found,
                                    const std::function<bool(const model::Library&)>& wanted, unsigned seed);

}  // namespace isonomy::test
