// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "harmonize/problem.h"

namespace isonomy::harmonize {

/// By minimum cut, if the problem has that shape.
struct CutAnswer {
  bool fits = false;                 ///< whether the problem has that shape
  std::optional<Solution> solution;  ///< proved; nothing if there is none
};
CutAnswer solve_by_cut(const Problem& problem);

/// By an integer program: one 0/1 unknown per variable and label. `known` bounds the cost from below.
std::optional<Solution> solve_by_program(const Problem& problem, Cost known);

}  // namespace isonomy::harmonize
