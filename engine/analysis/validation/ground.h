// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "analysis/validate.h"
#include "analysis/validation/asking.h"

namespace isonomy::analysis::validation {

/// Rules of one measure that are tried one by one (N0812).
inline constexpr std::size_t tried_rules = 500;

/// Where a rule answers a measure: the asking, and the rule as it binds there.
struct Role {
  Asking* asking;
  const decision::BindingRule* binding;
};

/// How far a rule gets with a measure, over everybody it binds; each step includes those before it.
enum class Reach : std::uint8_t {
  binds_nobody,
  contradictory,  ///< its condition holds for no facts
  never,          ///< on no day on which it binds
  not_asked,      ///< only where the measure is not asked
  overridden,     ///< only where other rules answer instead
  decides
};

/// What the checks stand on: every measure asked of everybody it can be asked of. Of the jurisdictions that have the same law, two are
/// asked: whatever holds for a third holds for one of them, since each leaves out only itself as the other end.
class Ground {
 public:
  Ground(const model::Library& library, const ValidateOptions& options);

  const model::Library& library() const { return library_; }
  const ValidateOptions& options() const { return options_; }
  /// Whether what stands there is to be judged.
  bool judges(source::Span place) const { return !options_.only || place.file == *options_.only; }
  /// The rules to be judged.
  std::vector<model::RuleId> judged() const;
  const std::vector<std::unique_ptr<Asking>>& askings() const { return askings_; }
  const std::vector<Role>& roles(model::RuleId rule, model::MeasureId measure) const;
  /// Computed once.
  Reach reach(model::RuleId rule, model::MeasureId measure);

  /// Whether so few rules answer the measures of a rule that each can be tried; checks that cost their square ask first.
  bool few(const model::Rule& rule) const;
  bool few(const Asking& asking) const { return asking.rules().size() <= tried_rules; }

  /// Calls `check`; a question beyond its limit is reported and ends the call.
  void within_limits(const Asking& asking, source::Diagnostics& diagnostics, const std::function<void()>& check) const;

 private:
  bool binds(model::JurisdictionId jurisdiction, model::MeasureId measure) const;
  Reach reach(const Role& role) const;

  const model::Library& library_;
  const ValidateOptions& options_;
  std::vector<std::unique_ptr<Asking>> askings_;
  std::map<std::pair<model::RuleId, model::MeasureId>, std::vector<Role>> roles_;
  std::map<std::pair<model::RuleId, model::MeasureId>, Reach> reach_;
};

/// The checks of `validate`, one a file. To add one: write its file, and its line in `check_list`.
using Check = void (*)(Ground& ground, source::Diagnostics& diagnostics);

void inconsistent_rules(Ground& ground, source::Diagnostics& diagnostics);
void incomplete_rulesets(Ground& ground, source::Diagnostics& diagnostics);
void empty_conditions(Ground& ground, source::Diagnostics& diagnostics);
void idle_rules(Ground& ground, source::Diagnostics& diagnostics);
void redundant_rules(Ground& ground, source::Diagnostics& diagnostics);
void threshold_holes(Ground& ground, source::Diagnostics& diagnostics);
void overlapping_days(Ground& ground, source::Diagnostics& diagnostics);
void unknown_hs_codes(Ground& ground, source::Diagnostics& diagnostics);
void currencies_without_rate(Ground& ground, source::Diagnostics& diagnostics);
void many_rules(Ground& ground, source::Diagnostics& diagnostics);
void sources_checked(Ground& ground, source::Diagnostics& diagnostics);

}  // namespace isonomy::analysis::validation
