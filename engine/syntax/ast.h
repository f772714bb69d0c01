// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/rational.h"
#include "source/source_map.h"

/// What an author wrote, and nothing more: names are text, nothing is looked up. Every node knows its place.
namespace isonomy::syntax {

using source::Span;

/// One name or a dotted one: `duty`, `EU.customs.low_value_relief`.
struct Path {
  std::vector<std::string> parts;
  Span span;

  std::string text() const;
  bool single() const { return parts.size() == 1; }
};

struct Label {
  std::string text;
  std::vector<std::pair<std::string, std::string>> translations;  ///< language to text
  Span span;
};

/// A text with its place.
struct Text {
  std::string text;
  Span span;
};

struct Day {
  base::Date date;
  Span span;
};

// --- values -----------------------------------------------------------------

/// A number as written: the digits are kept, because 0101 is an HS heading.
struct Number {
  std::string digits;
  base::Rational value;
};

enum class Unit : std::uint8_t { hours, days, business_days, months, years, kilograms, grams, kilometres };

struct Percentage {
  Number number;
};
struct Fraction {
  Number above, below;
};
struct Amount {
  Number number;
  std::string currency;
  bool per_kilogram = false;
};
struct Quantity {
  Number number;
  Unit unit;
};
struct Flag {
  bool yes = false;
};

struct Scalar {
  std::variant<Number, Percentage, Fraction, Amount, Quantity, base::Date, Flag, Path> what;
  Span span;
};

/// One value, or `from to to` with both ends included.
struct Item {
  Scalar from;
  std::optional<Scalar> to;
  Span span;
};

struct Value {
  std::vector<Item> items;
  bool is_set = false;  ///< written with braces
  Span span;
};

// --- conditions ---------------------------------------------------------------

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
  is_not_applicable,
  is_not_silent,
  is_not_unknown,
  is_applicable
};

struct Comparison {
  Path left;
  Relation relation = Relation::equal;
  Value right;  ///< empty for the `is` relations
  Span span;
};

struct Condition {
  enum class Kind : std::uint8_t { comparison, all, any, negation };
  Kind kind = Kind::comparison;
  Comparison comparison;
  std::vector<Condition> parts;
  Span span;
};

// --- clauses shared by rules, commitments, clashes ------------------------------

struct Source {
  std::string title;
  std::optional<Text> article;
  std::optional<Text> url;
  std::optional<Day> checked;
  Span span;
};

/// First and last day, both included.
struct Period {
  std::optional<Day> from;
  bool from_unknown = false;
  std::optional<Day> through;
};

struct Suspension {
  Period period;
  std::optional<Source> source;
  Span span;
};

struct Member {
  Path jurisdiction;
  Period period;
  Span span;
};

// --- vocabulary -------------------------------------------------------------------

struct Domain {
  Path name;
  Label label;
  Span span;
};
struct Flow {
  Path name, from, to;
  std::optional<Path> through;
  Label label;
  Span span;
};
struct Enumerator {
  Path name;
  Label label;
};
struct Enumeration {
  Path name;
  Label label;
  std::vector<Enumerator> values;
  bool ordered = false;
  bool for_sets = false;
  Span span;
};

struct Type {
  Path name;  ///< empty for yes/no
  bool flag = false;
  bool set = false;
  bool per_kilogram = false;
  Span span;
};

struct Fact {
  Path name;
  Type type;
  Label label;
  bool per_line = false;
  std::vector<Path> addends;  ///< `sum of value, freight`
  Span span;
};

enum class Direction : std::uint8_t { neutral, higher, lower };

struct Measure {
  Path name;
  Type type;
  Label label;
  std::optional<Path> flow, end;
  std::optional<Condition> asked_when;
  Direction direction = Direction::neutral;
  int importance = 1;
  std::vector<std::string> aligns;
  bool damaged = false;  ///< a clause with a mistake was left out
  Span span;
};

// --- jurisdictions ----------------------------------------------------------------

struct Jurisdiction {
  Path name;
  Label label;
  std::optional<Text> currency;
  std::optional<Path> within;
  Span span;
};
struct Bloc {
  Path name;
  Label label;
  bool legislates = false;
  std::vector<Member> members;
  Span span;
};

// --- rules --------------------------------------------------------------------------

struct Assignment {
  enum class Kind : std::uint8_t { equals, includes, silent, unknown };
  Path measure;
  Kind kind = Kind::equals;
  Value value;
  Span span;
};

struct Rule {
  Path name;
  Label label;
  std::vector<Path> overrides;
  std::vector<Assignment> assignments;
  std::optional<Condition> when;
  Period period;
  std::optional<Path> status;
  std::vector<Suspension> suspensions;
  std::optional<Text> implemented_by;
  std::vector<Source> sources;
  Label note;
  bool damaged = false;  ///< a clause with a mistake was left out
  Span span;
};

/// One rule per row of a CSV file; `rule` holds what all rows share.
struct Table {
  Rule rule;
  std::vector<Path> columns;
  Text file;
  Span span;
};

struct Commitment {
  Path name;
  Label label;
  std::vector<Comparison> bounds;
  std::optional<Condition> when;
  bool between_members = false;
  std::vector<Member> except;
  std::optional<Path> strength;
  Period period;
  std::vector<Source> sources;
  Label note;
  bool damaged = false;  ///< a clause with a mistake was left out
  Span span;
};

struct Ruleset {
  Path name;
  Label label;
  std::optional<Condition> applies_when;
  std::optional<Day> complete_from;
  std::vector<Rule> rules;
  std::vector<Table> tables;
  std::vector<Commitment> commitments;
  Span span;
};

struct Clash {
  Path name;
  Label label;
  Path flow, severity;
  std::optional<Condition> when;
  std::optional<Path> kind;
  Label remedy;
  std::vector<Source> sources;
  Label note;
  bool damaged = false;  ///< a clause with a mistake was left out
  Span span;
};

// --- routes and examples -----------------------------------------------------------

struct Journey {
  std::vector<Path> stops;
  std::vector<Path> modes;
  Span span;
};

struct Link {
  Path from, to;
  bool both_ways = false;
  std::vector<Path> modes;
  Label label;
  std::optional<Number> kilometres;
  std::optional<Quantity> border;
  Period period;
  std::vector<Source> sources;
  Label note;
  Span span;
};

struct Route {
  Path name;
  Label label;
  Journey journey;
  Span span;
};

struct Expectation {
  enum class Kind : std::uint8_t { answer, clash, gap };
  Kind kind = Kind::answer;
  bool negated = false;
  bool possible = false;
  std::optional<Path> name;  ///< of the clash or commitment
  Comparison answer;
  std::vector<Path> decided_by;
  Span span;
};

struct Example {
  Text name;
  std::optional<Journey> journey;
  std::vector<Comparison> given;
  std::vector<std::vector<Comparison>> lines;
  std::vector<Expectation> expectations;
  bool damaged = false;  ///< a clause with a mistake was left out
  Span span;
};

using Declaration = std::variant<Domain, Flow, Enumeration, Fact, Measure, Jurisdiction, Bloc, Ruleset, Clash, Link, Route, Example>;

struct File {
  std::vector<Declaration> declarations;
};

}  // namespace isonomy::syntax
