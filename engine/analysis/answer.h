// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "decision/cover.h"
#include "source/diagnostic.h"

/// Questions about law and their answers, as data that any report can print.
namespace isonomy::analysis {

/// A consignment on its way: the stops from origin to destination, those between carry it; and what is known of it.
struct Question {
  std::vector<model::JurisdictionId> stops;
  std::vector<model::Test> given;               ///< facts of the whole consignment, the date among them
  std::vector<std::vector<model::Test>> lines;  ///< facts of each line; empty for a consignment without lines
};

/// A value in words with the rules it rests on.
struct RegionAnswer {
  std::string when;                                         ///< in one line
  std::vector<std::pair<std::string, std::string>> region;  ///< fact to words
  decision::Outcome outcome;
  std::vector<model::RuleId> rules;
};

/// What one jurisdiction answers to one measure. More than one region means that it depends on facts left open.
struct DecisionAnswer {
  decision::Seat seat;
  model::MeasureId measure;
  std::optional<std::size_t> line;    ///< counted from 1, where lines differ
  std::vector<RegionAnswer> regions;  ///< complete; none is covered by the others

  bool depends() const { return regions.size() > 1; }
};

enum class FindingKind : std::uint8_t { block, contradiction, cumulation, divergence, gap, silence, unknown };

/// One side of a finding: who answers what to which measure, at the witness.
struct Side {
  model::JurisdictionId jurisdiction;
  model::MeasureId measure;
  decision::Outcome outcome;
  std::vector<model::RuleId> rules;
};

struct Finding {
  std::string id;  ///< stable: clash or commitment, jurisdictions, and a number where there are several regions
  FindingKind kind = FindingKind::contradiction;
  model::Severity severity = model::Severity::minor;
  bool possible = false;  ///< it depends on an answer that is silent or unknown
  std::string clash;      ///< name of the clash or commitment; empty for a bare silence
  model::Label label;
  model::FlowId flow;
  std::optional<std::size_t> line;
  std::vector<Side> sides;
  std::vector<model::Source> sources;  ///< of the clash or commitment itself
  std::string when;
  std::vector<std::pair<std::string, std::string>> region;
  std::map<std::string, std::string> witness;  ///< fact to value; replayed in the reference evaluator
  std::optional<base::Date> from;              ///< first day; absent if no first day is known
  std::optional<base::Date> until;             ///< last day
  model::Label remedy;
  source::Span span;  ///< of the clash or commitment
};

struct CheckAnswer {
  std::vector<model::JurisdictionId> stops;
  std::optional<base::Date> on;                            ///< absent if the date was left open
  std::vector<std::pair<std::string, std::string>> given;  ///< fact to value in words
  std::vector<DecisionAnswer> decisions;                   ///< by flow, then position along the route, then measure
  std::vector<Finding> findings;                           ///< gravest first; silences and unknowns last
  std::vector<Finding> possible;
  std::vector<std::string> open_facts;  ///< facts left out that matter
  source::Diagnostics diagnostics;      ///< contradictory facts, inconsistent rules: then there is no answer
};

/// One comparison of a rule, tried on the facts at hand.
struct ConditionAnswer {
  std::string text;
  std::string actual;
  model::Truth holds = model::Truth::unknown;
};

/// The nearest change of facts that gives another answer.
struct Flip {
  std::vector<std::pair<std::string, std::string>> change;  ///< fact to what it would have to be
  decision::Outcome outcome;
};

struct ExplainAnswer {
  std::vector<model::JurisdictionId> stops;
  std::optional<base::Date> on;
  std::vector<std::pair<std::string, std::string>> given;
  DecisionAnswer decision;                ///< if it depends, the rest speaks of the witness below
  std::map<std::string, std::string> at;  ///< the transaction that is explained
  std::vector<model::RuleId> won;
  std::vector<model::RuleId> overridden;    ///< they apply too, but lose
  std::vector<ConditionAnswer> conditions;  ///< of the winning rules
  std::vector<Flip> flips;
  source::Diagnostics diagnostics;
};

/// `sender`, `receiver` or `carrier`.
std::string position_name(model::End end);
std::string_view name_of(FindingKind kind);
std::string_view name_of(model::Severity severity);
/// `in_force`, `adopted`, `proposed`.
std::string_view name_of(model::Status status);
/// `decided`, `not_applicable`, `silent`, `unknown`.
std::string_view name_of(decision::State state);
/// Canonical text of an outcome: the value, or the state in words.
std::string to_text(const model::Library& library, const decision::Outcome& outcome);

}  // namespace isonomy::analysis
