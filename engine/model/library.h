// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "model/value.h"
#include "source/source_map.h"

/// The program as meant: every name bound, every value of its type. Built by `bind`, never changed afterwards.
namespace isonomy::model {

using source::Span;

struct Label {
  std::string text;
  std::vector<std::pair<std::string, std::string>> translations;
};

// --- vocabulary ---------------------------------------------------------------------

struct Domain {
  std::string name;
  Label label;
};
struct Flow;
struct Fact;
struct Measure;
struct Ruleset;
struct Rule;
struct Commitment;
struct Clash;
struct Route;
using DomainId = base::Id<Domain>;
using FlowId = base::Id<Flow>;
using FactId = base::Id<Fact>;
using MeasureId = base::Id<Measure>;
using RulesetId = base::Id<Ruleset>;
using RuleId = base::Id<Rule>;
using CommitmentId = base::Id<Commitment>;
using ClashId = base::Id<Clash>;

/// A flow goes from the origin to the destination of the route, or back.
struct Flow {
  std::string name;
  Label label;
  bool outward = true;
  bool has_carriers = false;
};

struct Enumeration {
  std::string name;
  Label label;
  std::vector<std::string> values;
  std::vector<Label> value_labels;
  bool ordered = false;
};

/// The facts every vocabulary has, in this order at the front of the pool.
enum class BuiltIn : std::uint32_t { on, origin, destination, sender, receiver, other_end };
inline constexpr std::uint32_t built_in_facts = 6;
constexpr FactId fact_id(BuiltIn fact) { return FactId{static_cast<std::uint32_t>(fact)}; }

struct Fact {
  std::string name;
  Type type;
  Label label;
  bool per_line = false;
  Span span;
  std::vector<FactId> addends;  ///< of which it is the sum; empty for a fact that is stated
};

/// Who is asked: an end of the flow, each of its ends, or each jurisdiction the flow passes through.
enum class End : std::uint8_t { sender, receiver, both, carrier };
enum class Direction : std::uint8_t { neutral, higher, lower };

// --- conditions ------------------------------------------------------------------------

/// Whose decision a condition looks at; `self` is the jurisdiction that is being asked.
enum class Place : std::uint8_t { self, sender, receiver, carrier };

struct MeasureRef {
  Place place = Place::self;
  MeasureId measure;
};

enum class Relation : std::uint8_t {
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  in,
  not_in,
  shares_nothing,
  includes_all,
  includes_any,
  is_silent,
  is_unknown,
  is_not_applicable
};

/// A scalar, a range with both ends included, or the members of a bloc on the date.
struct Item {
  std::variant<Scalar, BlocId> from;
  std::optional<Scalar> to;
};

/// One comparison of a fact or a measure with constants, or of two measures.
struct Test {
  std::variant<FactId, MeasureRef> left;
  Relation relation = Relation::equal;
  std::vector<Item> constants;
  bool all = false;  ///< the constant is the full set
  std::optional<MeasureRef> right;
  Span span;
  bool denied = false;  ///< of a relation about a state: it must not hold; a condition has a negation instead
};

struct Condition {
  enum class Kind : std::uint8_t { always, test, all, any, negation };
  Kind kind = Kind::always;
  Test test;
  std::vector<Condition> parts;
};

/// `a and b`, without the trivial cases.
Condition conjoin(Condition a, Condition b);

struct Measure {
  std::string name;
  DomainId domain;
  Type type;
  Label label;
  FlowId flow;
  End end = End::receiver;
  Condition asked_when;
  Direction direction = Direction::neutral;
  int importance = 1;
  std::vector<std::string> aligns;
  Span span;
};

// --- jurisdictions ----------------------------------------------------------------------

/// Days, both included.
struct Period {
  base::Date from = base::first_date();
  base::Date through = base::last_date();

  bool holds(base::Date day) const { return from <= day && day <= through; }
};

struct Jurisdiction {
  std::string name;
  Label label;
  std::optional<base::Currency> currency;
  JurisdictionId within;
  Span span;
};
struct Membership {
  JurisdictionId member;
  Period period;
};
struct Bloc {
  std::string name;
  Label label;
  bool legislates = false;
  std::vector<Membership> members;
  Span span;
};

using Owner = std::variant<JurisdictionId, BlocId>;

// --- rules --------------------------------------------------------------------------------

struct Source {
  std::string title, article, url;
  std::optional<base::Date> checked;
  Span span;
};

struct Assignment {
  enum class Kind : std::uint8_t { equals, includes, silent, unknown };
  MeasureId measure;
  Kind kind = Kind::equals;
  Value value;
  Span span;
};

enum class Status : std::uint8_t { in_force, adopted, proposed };

struct Rule {
  std::string name;  ///< full: `EU.customs.flat_parcel_duty`
  Label label;
  RulesetId ruleset;
  std::vector<Assignment> assignments;
  Condition when;  ///< the rule's own condition and what its ruleset applies to
  Period period;
  bool start_unknown = false;
  Status status = Status::in_force;
  std::vector<Period> suspended;
  std::vector<RuleId> overrides;
  std::vector<RuleId> overridden_by;
  std::string implemented_by;
  std::vector<Source> sources;
  Label note;
  Span span;       ///< the whole rule
  Span name_span;  ///< its name

  /// Only a rule in force with a known first day decides.
  bool decides() const { return status == Status::in_force && !start_unknown; }
  const Assignment* assignment(MeasureId measure) const;
};

/// How weighty a breach is: found in a condition's `severity`, or derived from a commitment's strength.
enum class Severity : std::uint8_t { note, minor, major, blocking };

struct Commitment {
  std::string name;  ///< full: `RCEP.customs.express_release`
  Label label;
  RulesetId ruleset;
  BlocId bloc;
  Test bound;
  Condition when;
  Period period;
  bool between_members = false;
  std::vector<Membership> except;
  std::string strength;
  Severity severity = Severity::minor;
  std::vector<Source> sources;
  Label note;
  Span span;
};

struct Ruleset {
  std::string name;
  Label label;
  Owner owner;
  DomainId domain;
  Condition applies;
  std::optional<base::Date> complete_from;
  Span span;
};

enum class ClashKind : std::uint8_t { block, contradiction, cumulation, divergence, silence };

struct Clash {
  std::string name;
  Label label;
  FlowId flow;
  Severity severity = Severity::minor;
  ClashKind kind = ClashKind::contradiction;
  Condition when;
  Label remedy;
  std::vector<Source> sources;
  Span span;
};

// --- routes and examples ------------------------------------------------------------------

struct Journey {
  std::vector<JurisdictionId> stops;
  std::vector<std::string> modes;
};

struct Link {
  JurisdictionId from, to;
  bool both_ways = false;
  std::vector<std::string> modes;
  Label label;
  std::optional<base::Rational> kilometres;
  std::optional<base::Duration> border;
  Period period;
  Span span;
};

struct Route {
  std::string name;
  Label label;
  Journey journey;
  Span span;
};

struct Expectation {
  enum class Kind : std::uint8_t { answer, clash, gap };
  Kind kind = Kind::answer;
  bool negated = false;
  bool possible = false;
  std::string name;  ///< of the clash or commitment; empty means any
  Test answer;       ///< left is a measure; its place is `self` where `jurisdiction` says who answers
  JurisdictionId jurisdiction;
  std::vector<RuleId> decided_by;
  Span span;
};

struct Example {
  std::string name;
  Journey journey;
  std::vector<Test> given;
  std::vector<std::vector<Test>> lines;
  std::vector<Expectation> expectations;
  Span span;
};

// --- the whole ------------------------------------------------------------------------------

struct Library {
  base::Pool<Domain> domains;
  base::Pool<Flow> flows;
  base::Pool<Enumeration> enumerations;
  base::Pool<Fact> facts;
  base::Pool<Measure> measures;
  base::Pool<Jurisdiction> jurisdictions;
  base::Pool<Bloc> blocs;
  base::Pool<Ruleset> rulesets;
  base::Pool<Rule> rules;
  base::Pool<Commitment> commitments;
  base::Pool<Clash> clashes;
  std::vector<Link> links;
  std::vector<Route> routes;
  std::vector<Example> examples;
  base::RateTable rates;

  std::unordered_map<std::string, JurisdictionId> jurisdiction_names;
  std::unordered_map<std::string, BlocId> bloc_names;
  std::unordered_map<std::string, FactId> fact_names;
  std::unordered_map<std::string, MeasureId> measure_names;
  std::unordered_map<std::string, RuleId> rule_names;
  /// Rules by who made them and what they decide, in order of declaration.
  std::map<std::pair<Owner, MeasureId>, std::vector<RuleId>> rules_of;

  /// The jurisdiction itself, then what it lies within, outwards.
  std::vector<JurisdictionId> lineage(JurisdictionId jurisdiction) const;
  /// When the jurisdiction, or one it lies within, is a member.
  std::vector<Period> memberships(BlocId bloc, JurisdictionId jurisdiction) const;
  /// Every rule that beats `rule` on the measure, directly or by a chain of rules that all set it.
  std::vector<RuleId> overriders(RuleId rule, MeasureId measure) const;
  std::string owner_name(const Owner& owner) const;
};

}  // namespace isonomy::model
