// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "harmonize/changes.h"
#include "source/diagnostic.h"

namespace isonomy::harmonize {

/// A consignment on its way, for which law is to be free of clashes and gaps.
struct Way {
  std::vector<model::JurisdictionId> stops;
  std::vector<model::Test> given;  ///< the date among them, unless it is left open
};

struct PlanQuestion {
  std::vector<Way> ways;
  model::Severity least = model::Severity::minor;  ///< clashes and gaps at or above it are to go
  Costs costs;
};

/// One clash or gap, wherever it is found on the ways.
struct Breach {
  std::string id;  ///< as `check` names it, without the number of its region
  model::Severity severity = model::Severity::minor;

  friend bool operator==(const Breach&, const Breach&) = default;
};

/// One rule that is to answer a measure otherwise.
struct Change {
  model::RuleId rule;
  model::MeasureId measure;
  model::Assignment old;
  model::Assignment now;
  Cost cost = 0;
  std::vector<std::string> removes;  ///< ids of the breaches to which the rule belongs
};

struct Plan {
  std::vector<Breach> found;              ///< of the law as it is
  std::vector<Change> changes;            ///< by rule
  std::vector<Breach> impossible;         ///< of those found, what no change removes; the plan is for the rest
  std::vector<Breach> remaining;          ///< of the law as changed; empty unless the rounds ended first
  std::vector<std::vector<Change>> ties;  ///< other sets of changes that cost the same and leave nothing either; some, where there are many
  Cost cost = 0;
  Cost bound = 0;                   ///< no plan costs less
  int rounds = 0;                   ///< how often law was compared
  source::Diagnostics diagnostics;  ///< if they hold an error, there is no plan

  bool proved() const { return cost == bound && remaining.empty(); }
};

/// The cheapest set of rule changes after which no clash or gap of that severity is found on any way. Every two rules that answer for the
/// same facts are held against each other, whatever they come to say, since a change can make a clash; then the edited law is compared again, and what
/// turns up is added, until nothing does. So each set of labels that is found is cheapest among those that keep what is known so far, and the last one keeps
/// all. Possible clashes, silence and the unknown are left as they are.
/// What no change removes is set aside. Errors: E0903 if that is everything, or what is left cannot go together; E0413, E0704, E0604, E060x as for `check`. Cost: per round, one question a clash and way; the solver's.
Plan plan(const model::Library& library, const PlanQuestion& question);

}  // namespace isonomy::harmonize
