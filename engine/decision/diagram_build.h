// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decision/diagram.h"

namespace isonomy::decision {

/// How boxes become a function: what follows from those that hold at a point, and which of them stop mattering on the way.
struct Meaning {
  /// The terminal where exactly these boxes (numbers, rising) hold, less those that were dropped.
  std::function<std::uint32_t(std::span<const std::uint32_t> holding)> terminal;
  /// Drops from `open` what cannot matter, given which boxes hold for certain already. May do nothing.
  std::function<void(std::vector<std::uint32_t>& open, const std::function<bool(std::uint32_t)>& holds)> drop;
};

/// The function of which boxes hold at each point, built level by level; states that leave the same boxes open are worked out once.
/// Nothing if the budget of `store`, or ten times as much for states, is spent. Cost: the boxes open in each state.
std::optional<Diagram> build(Diagrams& store, const std::vector<Cube>& boxes, const Meaning& meaning);
/// The same of some of the boxes, which keep their numbers; `open` rises.
std::optional<Diagram> build(Diagrams& store, const std::vector<Cube>& boxes, const Meaning& meaning, std::vector<std::uint32_t> open);

}  // namespace isonomy::decision
