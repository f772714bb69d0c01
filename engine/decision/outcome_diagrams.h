// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unordered_map>

#include "decision/asked.h"
#include "decision/compared_diagrams.h"

namespace isonomy::decision {

/// Decisions as diagrams in one store, by outcome alone: each terminal is the first ending with that outcome, whatever rules make it. So two are the
/// same diagram exactly if they answer alike.
class OutcomeDiagrams {
 public:
  /// `judge` outlives this.
  OutcomeDiagrams(const model::Library& library, const std::vector<Cell>& sizes, const std::vector<AxisIndex>& order, std::size_t most,
                  const Judge& judge)
      : judge_{judge}, store_{sizes, order, most}, endings_{library} {}

  /// Nothing if the budget ends.
  std::optional<Diagram> make(const AskedMeasures& asked);
  /// Whether rules of a decision made so far disagree somewhere.
  bool conflict() const { return conflict_; }
  /// How two terminals compare.
  Verdict judged(std::uint32_t a, std::uint32_t b);

  Diagrams& store() { return store_; }
  const Diagrams& store() const { return store_; }

 private:
  const Judge& judge_;
  Diagrams store_;
  Endings endings_;
  bool conflict_ = false;
  std::unordered_map<std::uint32_t, std::uint32_t> first_;  ///< outcome to ending
  std::unordered_map<std::uint64_t, Verdict> judged_;
};

}  // namespace isonomy::decision
