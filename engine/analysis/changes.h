// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/answer.h"

namespace isonomy::analysis {

/// Two versions of a library, bound over one vocabulary: facts, values, flows, measures, jurisdictions and blocs have the same ids in both. They
/// share one set of exchange rates. Rules have ids of their own.
struct Versions {
  const model::Library& base;
  const model::Library& now;
};

struct ChangesQuestion {
  std::vector<model::MeasureId> measures;  ///< in order of declaration
  std::vector<model::Test> given;          ///< the date among them, unless it is left open
};

/// What one version answers in a region, and by which of its rules. Where rules of the base disagree there is no answer: the outcome is unknown.
struct VersionSide {
  decision::Outcome outcome;
  std::vector<model::RuleId> rules;
  bool contradictory = false;  ///< the rules disagree, or those that say whether the measure is asked do
};
/// The outcome's canonical text, or `contradictory`.
std::string to_text(const model::Library& library, const VersionSide& side);
/// The name of its state, `contradictory` among them.
std::string_view state_of(const VersionSide& side);

/// A jurisdiction whose answer changed, with a transaction that shows it, replayed in the reference evaluator on both versions.
struct Affected {
  model::JurisdictionId jurisdiction;
  std::map<std::string, std::string> witness;
};

/// A region of facts for which a measure is answered otherwise than before.
struct Change {
  model::MeasureId measure;
  model::End position = model::End::receiver;
  std::vector<Affected> affected;  ///< all jurisdictions with this change, by name
  std::string when;
  std::vector<std::pair<std::string, std::string>> region;
  VersionSide base;
  VersionSide now;
};

/// Something beside the answers that a question may rest on, and that means something else than before: a clash, a commitment, a route...
/// A text is empty where that version does not declare it.
struct DeclaredChange {
  std::string kind;
  std::string name;
  std::string base;
  std::string now;
};

struct ChangesAnswer {
  std::optional<base::Date> on;
  std::vector<std::pair<std::string, std::string>> given;
  std::vector<Change> changes;  ///< by measure and end; complete, in maximal boxes, none covered by the others
  std::vector<DeclaredChange> declarations;
  source::Diagnostics diagnostics;  ///< if they hold an error, there is no answer
};

/// Every region of facts in which a jurisdiction answers a measure otherwise in `now` than in `base`, with the other end open. Silence and the unknown
/// are answers too, and so is that rules of the base disagree; how an answer is written, and which rule gives it, changes nothing. No region is
/// a proof that all answers stayed. `declarations` stay empty, see `declared_changes`. Measures whose rules are the same texts in both versions are
/// not decided at all.
/// Errors in the answer's diagnostics: E0413, E0704 for the given facts, E0604 where rules of `now` disagree, E060x for limits.
/// Cost: two decisions for each jurisdiction, measure and end whose rules changed.
ChangesAnswer changes(const Versions& versions, const ChangesQuestion& question);

/// What else changed its meaning between two libraries that were bound each for itself: vocabulary, places, clashes, commitments, links, routes,
/// exchange rates, and law that decides nothing yet. Order, labels, notes and sources mean nothing here.
std::vector<DeclaredChange> declared_changes(const model::Library& base, const model::Library& now);

}  // namespace isonomy::analysis
