// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <unordered_map>

#include "analysis/changes.h"
#include "decision/decision.h"

/// What declarations mean as texts: two that read alike mean the same; two that mean the same need not read alike.
namespace isonomy::analysis {

/// `from D through D`; empty for all days.
std::string meaning(model::Period period);
/// Values, condition and days of a rule, and whether it decides; not its name, nor what it overrides.
std::string meaning(const model::Library& library, const model::Rule& rule);
/// A condition, with the members of each bloc that it names.
std::string meaning(const model::Library& library, const model::Condition& condition);
/// Members with their days, by name.
std::string members_text(const model::Library& library, const model::Bloc& bloc);

/// Tells at once that a measure rests on the same rules in both versions; what it cannot tell has to be decided.
class SameRules {
 public:
  explicit SameRules(const Versions& versions);
  /// Whether the jurisdiction answers the measure by rules that read alike, as do those on which it depends by `asked when`.
  bool operator()(model::JurisdictionId who, model::MeasureId measure);

 private:
  /// Texts of rules by their number, so that each is written once, however many jurisdictions it binds.
  struct Side {
    const model::Library& library;
    std::unordered_map<std::uint64_t, std::uint32_t> texts;
  };
  std::uint32_t number(Side& side, model::RuleId rule, model::MeasureId measure);
  std::vector<std::pair<std::uint32_t, std::string>> rules_of(Side& side, model::JurisdictionId who, model::MeasureId measure);

  Side base_;
  Side now_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  bool same_zones_ = true;
};

}  // namespace isonomy::analysis
