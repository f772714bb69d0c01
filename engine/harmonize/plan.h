// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "harmonize/nearness.h"
#include "network/hops.h"
#include "source/diagnostic.h"

namespace isonomy::harmonize {

/// A consignment on its way.
struct Way {
  std::vector<model::JurisdictionId> stops;
  std::vector<model::Test> given;       ///< the date among them, unless it is left open
  std::vector<network::Hop> hops = {};  ///< if any: it need not pass all the stops between its ends, and may go along these
};

/// What a plan is for. Without `nearness`, and on ways without hops: no clash and no gap at or above a severity is found. On ways with hops: one
/// chain of them is free of such clashes. With `nearness`: no two jurisdictions are farther apart, and none of these clashes and gaps is found
/// that is not found today.
struct PlanQuestion {
  std::vector<Way> ways;
  model::Severity least = model::Severity::minor;
  Costs costs;
  std::optional<Nearness> nearness = {};
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

/// How far a pair of the comparison is apart.
struct Approach {
  model::JurisdictionId a;
  model::JurisdictionId b;
  std::optional<base::Rational> before;
  std::optional<base::Rational> after;
  std::optional<base::Rational> by_new_scale;  ///< after, on the scale of the edited law, if that says otherwise
};

/// A way that is to be open: its stops today and after the changes; empty where every way is closed.
struct Opening {
  model::JurisdictionId from;
  model::JurisdictionId to;
  std::vector<model::JurisdictionId> before;
  std::vector<model::JurisdictionId> after;
};

struct Plan {
  std::vector<Breach> found;              ///< of the law as it is; for ways with hops, those that close every chain
  std::vector<Change> changes;            ///< by rule
  std::vector<Breach> impossible;         ///< of those found, what no change removes; the plan is for the rest
  std::vector<Breach> remaining;          ///< of the law as changed; empty unless the rounds ended first
  std::vector<std::vector<Change>> ties;  ///< other sets of changes that cost the same and leave nothing either; some, where there are many
  Cost cost = 0;
  Cost bound = 0;                      ///< no plan costs less
  int rounds = 0;                      ///< how often law was compared
  std::optional<base::Rational> most;  ///< with `nearness`: how far two may be apart
  std::vector<Approach> approaches;    ///< with `nearness`, every pair
  std::vector<Opening> openings;       ///< of ways with hops
  source::Diagnostics diagnostics;     ///< if they hold an error, there is no plan

  bool proved() const { return cost == bound && remaining.empty(); }
  /// Whether the law as it is needs change.
  bool needed() const { return !found.empty() || !changes.empty(); }
};

/// The cheapest set of rule changes after which the law is as asked. Every two rules that answer for the
/// same facts are held against each other, whatever they come to say, since a change can make a clash; then the edited law is compared again, and what
/// turns up is added, until nothing does. So each set of labels that is found is cheapest among those that keep what is known so far, and the last one keeps
/// all. Possible clashes, silence and the unknown are left as they are.
/// A way that may go along hops has a variable for each jurisdiction that stands in its way, whether it is passed; the plan learns of which
/// jurisdictions one at least must be passed. For a target, see `Target`.
/// A clash or gap that no change removes is set aside. Errors: E0903 if that is everything, what is left cannot go together, a way cannot be opened or a target
/// not reached; E0941 if nothing is known of a pair that is to come nearer; E0413, E0704, E0604, E060x as for `check`. Cost: per round, one question a clash and way; the solver's.
Plan plan(const model::Library& library, const PlanQuestion& question);

}  // namespace isonomy::harmonize
