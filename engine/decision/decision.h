// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "decision/coverage.h"
#include "decision/rule_cubes.h"

namespace isonomy::decision {

enum class State : std::uint8_t { decided, not_applicable, silent, unknown };

/// What a measure's answer is. `value` has a meaning only if the state is `decided`.
struct Outcome {
  State state = State::unknown;
  model::Value value;

  friend bool operator==(const Outcome& a, const Outcome& b) {
    return a.state == b.state && (a.state != State::decided || a.value == b.value);
  }
};

/// Whether it is known what is answered: a value, or that nobody is asked.
inline bool known(const Outcome& outcome) { return outcome.state == State::decided || outcome.state == State::not_applicable; }

/// A rule with the facts for which it makes the outcome.
struct Maker {
  model::RuleId rule;
  Region region;
};

/// One outcome with the facts for which it holds and the rules that make it there.
struct Piece {
  Outcome outcome;
  std::vector<Maker> makers;
  Region region;
};

/// Two rules that answer differently for the same facts, neither overriding the other.
struct Conflict {
  model::RuleId first;
  model::RuleId second;
  model::MeasureId measure;
  Cube where;
};

/// A measure at a seat as a function of the facts: the pieces are disjoint and fill the space, unless there is a conflict.
struct Decision {
  model::MeasureId measure;
  Seat seat;
  std::vector<Piece> pieces;
  std::vector<Conflict> conflicts;
};

/// The part of a condition's truth: where it holds, where it does not, where nobody knows.
struct TruthRegions {
  Region yes;
  Region no;
  Region unknown;
};

/// Answers questions over one space. `base` is what the question takes as given; everything is answered within it.
class Compiler {
 public:
  /// `budget` is what all questions of a command may spend together; compilers over one space may share `rules`.
  Compiler(const model::Library& library, const Space& space, Cube base, std::shared_ptr<Budget> budget = std::make_shared<Budget>(),
           std::shared_ptr<KnownRules> rules = nullptr);

  /// The decision of a measure at a seat; computed once. Cost: pairs of rules of the measure, each one coverage question.
  const Decision& decide(const Seat& seat, model::MeasureId measure);

  /// Where a condition over the ends of a flow holds. `seats` gives the seat at which each place is asked.
  using SeatOf = std::function<Seat(model::MeasureRef)>;
  TruthRegions truth(const model::Condition& condition, const Seat& seat, const SeatOf& seat_of);
  TruthRegions truth(const model::Test& test, const Seat& seat, const SeatOf& seat_of);

  const Coverage& coverage() const { return coverage_; }
  const Space& space() const { return space_; }
  const model::Library& library() const { return library_; }
  const Cube& base() const { return base_; }

 private:
  const model::Library& library_;
  const Space& space_;
  Cube base_;
  Coverage coverage_;
  std::shared_ptr<KnownRules> rules_;
  std::map<std::pair<Seat, model::MeasureId>, Decision> decisions_;
};

/// Whether an outcome meets a comparison with constants; silence and the unknown make it unknown, "not applicable" equals only itself.
model::Truth truth_of(const model::Library& library, const Outcome& outcome, const model::Test& test);
/// Whether an outcome keeps the bound of a commitment: not applicable does, unless the bound is about that; whether the unknown does nobody knows.
model::Truth kept(const model::Library& library, const Outcome& outcome, const model::Test& bound);
/// `truth_of` for two outcomes.
model::Truth truth_of(const model::Library& library, const Outcome& left, model::Relation relation, const Outcome& right);

}  // namespace isonomy::decision
