// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "analysis/case.h"
#include "decision/compiled.h"
#include "decision/reference.h"

namespace isonomy::test {

/// Holds the ways to decide a measure at a seat to each other: the reference evaluator judges, the cubes of coverage, the diagram and the index
/// of boxes must say the same. What returns false leaves the reason in `why`.
class ThreeWays {
 public:
  /// `of` is asked the measure at the seat. Cost: the measure is compiled twice.
  ThreeWays(analysis::Case& of, const decision::Seat& seat, model::MeasureId measure);

  /// Whether other measures whose rules disagree decide if this one is asked: then it has no answer, and nothing can be compared.
  static bool rests_on_conflict(analysis::Case& of, const decision::Seat& seat, model::MeasureId measure);

  /// With all facts of the space: the same outcome and the same rules, in exactly one piece.
  bool agree_at(const decision::Point& point);
  /// The same without one of the facts: an answer is that of the whole transaction, and a fact on which it turns leaves the judge in doubt.
  bool agree_without(const decision::Point& point, std::size_t fact);
  /// Facts as somebody states them, some perhaps left out: what the judge knows, the compiled rules know or ask for more.
  bool agree_on(const decision::Transaction& facts);
  /// Listed regions are complete, apart from other answers, and none is covered by the others; all ways agree at a witness of each.
  bool agree_on_regions();

  bool has_diagram() const { return fast_.has_diagram() && !plain_.has_diagram(); }
  std::size_t facts() const { return of_.space().axes().size(); }
  std::uint64_t compared() const { return compared_; }
  const std::string& why() const { return why_; }

 private:
  bool agree_compiled(const decision::Compiled& compiled, const decision::Transaction& facts, const decision::reference::Verdict& verdict);
  bool agree_cubes(const decision::Point& point, const decision::Transaction& facts, const decision::reference::Verdict& verdict);
  bool agree_on_piece(const decision::Piece& piece);
  bool without_rate(model::FactId fact) const;
  decision::reference::Verdict judged(const decision::Transaction& facts) const;
  std::string at(const decision::Transaction& facts) const;
  std::string said(const decision::Outcome& outcome) const;
  bool say(const std::string& why);

  analysis::Case& of_;
  const model::Library& library_;
  decision::Seat seat_;
  model::MeasureId measure_;
  const decision::Decision& decision_;
  decision::Compiled fast_;
  decision::Compiled plain_;
  std::uint64_t compared_ = 0;
  std::string why_;
};

}  // namespace isonomy::test
