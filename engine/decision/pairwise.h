// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decision/excerpt.h"
#include "decision/outcome_diagrams.h"

namespace isonomy::decision {

/// One measure put to many jurisdictions at the same end, each pair compared as `ComparedSeats` has it: for the same partner, and for each other. All
/// decisions lie in one store of diagrams, so what two pairs have in common is compared once.
class Pairwise {
 public:
  struct Likeness {
    bool differs = false;  ///< somewhere both answers are known and not the same
    bool open = false;     ///< somewhere one is silent or unknown, or the two do not compare
  };

  /// `space` holds what `collect_measure` adds for all seats, and the place that is open in all of them, which is `place`; `base` does not
  /// restrict it. `space` and `judge` outlive this. Cost: a diagram a seat. Error: `TooLarge` with E0601, E0602 as `RuleRows`.
  Pairwise(const model::Library& library, const Space& space, std::vector<Seat> seats, model::MeasureId measure, AxisIndex place,
           const Cube& base, const Judge& judge, std::size_t most_parts, std::shared_ptr<Budget> budget);

  /// Whether all diagrams fit into `most_parts` and no two rules of one seat disagree; else the pairs have to be compared one by one.
  bool made() const { return roots_.size() == seats_.size(); }
  /// Of two places in the list of seats. Cost: at most the product of their nodes, mostly a path. Error: `TooLarge` with E0602 when `budget` ends.
  Likeness compare(std::size_t a, std::size_t b);

 private:
  using Bits = std::uint8_t;
  struct Partner {
    Cell of_a = 0;
    Cell of_b = 0;
  };

  const Diagrams& store() const { return diagrams_.store(); }
  Bits judged(std::uint32_t a, std::uint32_t b);
  Bits bits(Diagram a, Diagram b);
  Bits bits_below(Diagram a, Diagram b);
  Diagram at(Diagram of, std::uint32_t level, Cell cell) const;
  /// A choice of partners that stands for all: one of each stretch of third jurisdictions, then each other.
  std::vector<Partner> partners(std::size_t a, std::size_t b) const;
  std::vector<Cell> ends(Diagram a, Diagram b, std::uint32_t level) const;

  std::shared_ptr<Budget> budget_;
  Excerpt excerpt_;
  std::vector<Seat> seats_;
  OutcomeDiagrams diagrams_;
  std::vector<Diagram> roots_;
  std::unordered_map<std::uint64_t, Bits> known_;
};

}  // namespace isonomy::decision
