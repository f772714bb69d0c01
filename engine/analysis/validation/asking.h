// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "analysis/answer.h"
#include "decision/reference.h"

namespace isonomy::analysis::validation {

/// One jurisdiction asked one measure at one end of a flow, the other end of the route and all facts open. A jurisdiction does not
/// trade with itself: that end ranges over all others.
class Asking {
 public:
  Asking(const model::Library& library, const decision::Seat& seat, model::MeasureId measure);
  Asking(const Asking&) = delete;
  Asking& operator=(const Asking&) = delete;

  const model::Library& library() const { return library_; }
  const decision::Seat& seat() const { return seat_; }
  model::MeasureId measure() const { return measure_; }
  const decision::Space& space() const { return space_; }
  const decision::Coverage& coverage() const { return compiler_.coverage(); }
  const decision::Cube& base() const { return compiler_.base(); }
  const std::vector<decision::BindingRule>& rules() const { return rules_; }

  /// The measure as a function of the facts; computed once. Error: `TooLarge`.
  const decision::Decision& decision();
  /// Whether the rule makes an answer anywhere.
  bool makes(model::RuleId rule);
  /// Where the measure is asked, or may be.
  decision::Region asked();
  /// Where no rule answers and none says that the answer is unknown.
  decision::Region unanswered();
  /// The facts for which a rule's condition may hold, and those for which it is also in force and binds the jurisdiction.
  std::vector<decision::Cube> condition(const decision::BindingRule& rule) const;
  std::vector<decision::Cube> applies(const decision::BindingRule& rule) const;

  /// A transaction at a point of the cube, and what the judge says of it.
  decision::Transaction transaction(const decision::Cube& cube) const;
  decision::reference::Verdict verdict(const decision::Transaction& facts) const;
  /// The transaction without facts that do not matter: while `shows` keeps holding, facts are left out one by one; in words.
  std::map<std::string, std::string> witness(decision::Transaction facts,
                                             const std::function<bool(const decision::Transaction&)>& shows) const;
  /// `DE as receiver`.
  std::string who() const;

 private:
  const model::Library& library_;
  decision::Seat seat_;
  model::MeasureId measure_;
  std::vector<decision::BindingRule> rules_;
  decision::Space space_;
  decision::Compiler compiler_;
  std::optional<std::set<model::RuleId>> makers_;
};

/// The seats at which a jurisdiction can be asked the measure, the other end open.
std::vector<decision::Seat> open_seats(const model::Library& library, model::MeasureId measure, model::JurisdictionId jurisdiction);

/// Equal for two seats of the same end exactly if the same rules bind them on the same days and no condition tells them apart
/// (except by whom they trade with).
std::string law_of(const model::Library& library, const decision::Seat& seat, model::MeasureId measure);

}  // namespace isonomy::analysis::validation
