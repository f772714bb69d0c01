// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/answer.h"
#include "analysis/cases_count.h"
#include "base/limits.h"

namespace isonomy::analysis {

/// Which measures of two jurisdictions are compared, for which facts.
struct DiffQuestion {
  model::JurisdictionId a;
  model::JurisdictionId b;
  std::vector<model::MeasureId> measures;              ///< in order of declaration
  std::vector<model::Test> given;                      ///< the date among them, unless it is left open
  std::size_t most_parts = base::limits::count_parts;  ///< what counting may take for one measure at one end; 0 leaves it out
};

/// What one of the two answers in a region, and to which transaction.
struct RegionSide {
  decision::Outcome outcome;                   ///< at the witness
  bool varies = false;                         ///< other known answers are given elsewhere in the region; only where the other side is open
  std::vector<model::RuleId> rules;            ///< all that make the answer somewhere in the region
  std::map<std::string, std::string> witness;  ///< fact to value; replayed in the reference evaluator
};

/// A region of facts in which the two do not answer alike.
struct RegionDifference {
  std::string when;
  std::vector<std::pair<std::string, std::string>> region;
  RegionSide a;
  RegionSide b;
  std::optional<base::Date> from;  ///< first and last day on which the whole region holds; absent if there is none
  std::optional<base::Date> until;
};

enum class Likeness : std::uint8_t { same, differs, unknown };
std::string_view name_of(Likeness likeness);

/// One measure at one end. Each list is complete, in maximal boxes, none covered by the others.
struct MeasureDifference {
  model::MeasureId measure;
  model::End position = model::End::receiver;
  std::vector<RegionDifference> differs;  ///< both answers are known
  std::vector<RegionDifference> open;     ///< one is silent or unknown, or nobody can compare them
  std::optional<CaseCount> cases;         ///< nothing if counting took more than it may; the lists are complete all the same

  /// Same: equal and known everywhere. Unknown: nowhere known to differ, but somewhere open.
  Likeness likeness() const { return !differs.empty() ? Likeness::differs : open.empty() ? Likeness::same : Likeness::unknown; }
};

struct DiffAnswer {
  model::JurisdictionId a;
  model::JurisdictionId b;
  std::optional<base::Date> on;
  std::vector<std::pair<std::string, std::string>> given;
  std::vector<MeasureDifference> measures;  ///< by measure, sender before receiver
  std::size_t most_parts = 0;               ///< what counting could take
  source::Diagnostics diagnostics;          ///< if they hold an error, there is no answer
};

/// Every region of facts in which two jurisdictions answer a measure differently, each asked at the same end with the other end open
/// (see docs/language.md, section 9). No region is a proof that they answer alike.
/// Errors in the answer's diagnostics: E0413, E0704 for the given facts, E0604 where rules disagree, E060x for limits.
/// Cost: two decisions a measure and end, one coverage question per widening of a region, and the diagrams of both, see `count_cases`.
DiffAnswer diff(const model::Library& library, const DiffQuestion& question);

/// The ends at which a measure is asked.
std::vector<model::End> ends_of(const model::Measure& measure);

}  // namespace isonomy::analysis
