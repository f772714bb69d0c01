// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include "decision/compared_diagrams.h"

namespace isonomy::analysis {

using Pieces = std::vector<decision::Piece>;

/// Whether two known outcomes are one answer; unknown where nobody can say (amounts without a rate, days against months).
using SameAnswer = std::function<model::Truth(const decision::Outcome&, const decision::Outcome&)>;

/// The facts for which one decision gives an answer of `a` and the other one of `b`. The pieces belong to the decisions compared.
struct Contrast {
  std::vector<const decision::Piece*> a;
  std::vector<const decision::Piece*> b;
  decision::Region region;  ///< never empty
};

/// How two decisions over one space relate. What lies in no contrast is answered alike by both, and known.
struct Difference {
  std::vector<Contrast> differs;  ///< both are known and not the same: one contrast for each two outcomes
  std::vector<Contrast>
      open;  ///< one is silent or unknown, or the two do not compare; known answers that meet an open one share a contrast
};

/// Compares two decisions over the same space; each fills the same base with disjoint pieces, as `Compiler::decide` gives them. Works for
/// decisions of two jurisdictions, of two versions of a library, or of one before and after a change. Complete: every fact of the base is
/// in exactly one contrast or in none. An answer that is silent or unknown is never the same as anything and never differs.
/// Error: `TooLarge` with E0602. Cost: an index over the pieces of `b`, and one coverage question for each two parts that meet and may differ.
Difference difference(const decision::Coverage& coverage, const Pieces& a, const Pieces& b, const SameAnswer& same);

/// Equality of values as `=` in the language has it, with the rates of the library.
SameAnswer same_in(const model::Library& library);

/// The same as a verdict: what is silent, unknown or not comparable is open.
decision::Judge judge_in(const model::Library& library);

/// The contrast as few maximal boxes within the base: complete, and none is covered by the others.
/// Error: `TooLarge` with E0602 or E0603.
std::vector<decision::Cube> boxes_of(const Contrast& contrast, const decision::Coverage& coverage, const decision::Space& space,
                                     const decision::Cube& base);

}  // namespace isonomy::analysis
