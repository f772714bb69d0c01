// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/answer.h"

namespace isonomy::analysis {

struct AuditQuestion {
  model::JurisdictionId who;
  model::JurisdictionId against;  ///< the benchmark; invalid for none
  std::vector<model::MeasureId> measures;
  std::vector<model::Test> given;  ///< the date among them, unless it is left open
  base::Date day;                  ///< on which the age of sources is reckoned
  std::int32_t stale_after = 365;  ///< days since somebody last read a source
};

/// How far the law answers a measure. Contradictory: rules disagree, so that there is no answer to judge.
enum class Extent : std::uint8_t { answered, partly, silent, unknown, contradictory };
std::string_view name_of(Extent extent);

/// One measure at one end, with the facts for which it is not answered.
struct MeasureAudit {
  model::MeasureId measure;
  model::End position = model::End::receiver;
  Extent extent = Extent::answered;
  std::vector<RegionAnswer> silent;
  std::vector<RegionAnswer> unknown;
};

/// Two rules that answer one measure differently for the same facts, neither overriding the other.
struct Inconsistency {
  model::MeasureId measure;
  model::End position = model::End::receiver;
  model::RuleId first;
  model::RuleId second;
  std::map<std::string, std::string> witness;
};

/// How one measure stands to the benchmark, somewhere on the given facts. "More open" is the direction that the measure declares.
struct Standing {
  model::MeasureId measure;
  model::End position = model::End::receiver;
  bool behind = false;     ///< less open
  bool ahead = false;      ///< more open
  bool otherwise = false;  ///< different, but neither more nor less open
  bool missing = false;    ///< the benchmark answers, this law does not
  bool open = false;       ///< nobody can say
};

struct AuditAnswer {
  model::JurisdictionId who;
  model::JurisdictionId against;
  std::optional<base::Date> on;
  std::vector<std::pair<std::string, std::string>> given;
  std::int32_t stale_after = 0;
  std::vector<MeasureAudit> measures;
  std::vector<Inconsistency> inconsistencies;
  std::vector<Finding> contradictions;        ///< clashes that its own measures have with each other
  std::vector<model::RuleId> paper;           ///< no implementing instrument, though their author names them elsewhere
  std::vector<model::RuleId> without_record;  ///< no implementing instrument, and their author names none anywhere
  std::vector<model::RuleId> unverified;      ///< nobody has read any of their sources
  std::vector<model::RuleId> stale;           ///< last read longer ago than `stale_after`
  std::vector<Standing> standings;            ///< only with a benchmark
  source::Diagnostics diagnostics;            ///< if they hold an error, there is no answer

  /// Whether anything but unrecorded instruments and the benchmark is found.
  bool faults() const;
};

/// The day on which a source of the rule was last read; nothing if nobody has.
std::optional<base::Date> last_checked(const model::Rule& rule);

/// What the law of one jurisdiction leaves open and where it fails itself, with the other end open. Only rules that decide something on the
/// given facts and days count. See docs/method.md, "An audit".
/// Errors in the answer's diagnostics: E0413, E0704 for the given facts, E060x for limits.
/// Cost: one decision a measure and end; two more with a benchmark.
AuditAnswer audit(const model::Library& library, const AuditQuestion& question);

}  // namespace isonomy::analysis
