// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "analysis/audit.h"
#include "analysis/diff.h"
#include "analysis/every_pair.h"
#include "analysis/gaps.h"
#include "analysis/timeline.h"
#include "api/question.h"

/// Questions that compare law with law rather than follow one consignment. As in `api/ask.h`, each answer carries its diagnostics; if they
/// hold an error there is no answer in it.
namespace isonomy::api {

/// What a comparison is narrowed to; every part may be empty.
struct Narrowing {
  std::string domain;
  std::string measure;
  std::vector<std::string> given;  ///< `value = 90 EUR`, one fact each
  std::string on;                  ///< YYYY-MM-DD; empty for today, `any` to leave the date open
};

/// Where two jurisdictions answer differently: see `analysis::diff`. Errors also for names (E0301, E0305, E0306, E0412) and facts.
analysis::DiffAnswer diff(Loaded& loaded, const std::string& a, const std::string& b, const Narrowing& narrowing);

/// Whether names ask for a pair, as `diff` compares it; else there are more than two, or a bloc is among them.
bool is_pair(const Loaded& loaded, const std::vector<std::string>& names);

/// Whether each two of many answer alike: see `analysis::every_pair`. A bloc stands for its members on the day, or for all it ever had if the day is
/// left open; all are put in the order of their codes, each once. Errors also for names (E0301, E0305, E0306), facts and fewer than two (E0908).
analysis::EveryPairAnswer every_pair(Loaded& loaded, const std::vector<std::string>& names, const Narrowing& narrowing);

/// Commitments of a bloc against its members' rules: see `analysis::gaps`. No member named means all. Errors also for names (E0301, E0305,
/// E0306, E0412, E0710) and for a jurisdiction that is no member (E0711).
analysis::GapsAnswer gaps(Loaded& loaded, const std::string& bloc, const std::vector<std::string>& members, const Narrowing& narrowing);

/// What is followed over time. One jurisdiction code and no other is the name of a bloc.
struct TimelineRequest {
  Request route;     ///< `origin` alone names a bloc
  Narrowing narrow;  ///< without `on`
  std::string from;  ///< YYYY-MM-DD; empty for the first of January of this year
  std::string to;    ///< YYYY-MM-DD; empty for the last of December two years on
};

/// The days on which something opens, changes or closes: see `analysis::timeline`. Errors also for names, dates (E0109) and a window that
/// ends before it begins (E0406).
analysis::TimelineAnswer timeline(Loaded& loaded, const TimelineRequest& request);

struct AuditRequest {
  std::string who;
  std::string against;  ///< may be empty
  Narrowing narrow;
  std::int32_t stale_after = 365;  ///< days
};

/// What the law of one jurisdiction leaves open and where it fails itself: see `analysis::audit`. Errors also for names.
analysis::AuditAnswer audit(Loaded& loaded, const AuditRequest& request);

}  // namespace isonomy::api
