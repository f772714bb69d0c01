// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "model/library.h"

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

/// The fewest rules of one answer each that must say something else, of what any rule or commitment says of the measure, so that the law is
/// as wanted; nothing if no choice is enough, or none of so few changes. Cost: exponential.
std::optional<int> fewest_changes(model::Library library, const std::function<bool(const model::Library&)>& wanted, int most = 99);

}  // namespace isonomy::test
