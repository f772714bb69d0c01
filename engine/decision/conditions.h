// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unordered_map>
#include <vector>

#include "decision/seat.h"
#include "decision/space.h"

namespace isonomy::decision {

/// A condition may rest on a comparison nobody can make (an amount without a rate): `surely` are the facts for which it holds in every
/// reading, `possibly` those for which it holds in some.
enum class Reading : std::uint8_t { surely, possibly };

/// The facts for which conditions hold, as unions of cubes, seen from a seat; what a test says is worked out once.
class ConditionCubes {
 public:
  ConditionCubes(const model::Library& library, const Space& space, const Seat& seat);
  /// Measures may not occur. Error: `TooLarge` with E0601 beyond `limits::condition_cubes`.
  std::vector<Cube> of(const model::Condition& condition, Reading reading, bool negated = false);

 private:
  std::vector<Cube> of(const model::Test& test, Reading reading, bool negated);

  const model::Library& library_;
  const Space& space_;
  Seat seat_;
  std::unordered_map<std::size_t, std::vector<Cube>> known_;  ///< by the test's number, the reading and whether it is negated
};

/// The same for one condition.
std::vector<Cube> cubes_of(const model::Library& library, const Space& space, const Seat& seat, const model::Condition& condition,
                           Reading reading, bool negated = false);

/// The same for one comparison of a fact.
std::vector<Cube> cubes_of(const model::Library& library, const Space& space, const Seat& seat, const model::Test& test, Reading reading,
                           bool negated = false);

/// Whether the two readings may differ: some amount in it has no rate.
bool in_doubt(const model::Library& library, const Space& space, const model::Condition& condition);

/// The pairwise intersections that are not empty, without those inside another.
std::vector<Cube> product(const std::vector<Cube>& a, const std::vector<Cube>& b);

/// A cube that restricts one axis; nothing if no cell is left.
std::vector<Cube> on_axis(const Space& space, AxisIndex axis, const IntervalSet& cells);

}  // namespace isonomy::decision
