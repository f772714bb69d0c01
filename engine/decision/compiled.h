// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <span>

#include "decision/cover.h"
#include "decision/rule_rows.h"

namespace isonomy::decision {

/// One measure at one seat, made ready to decide transactions one after another. Compile once, then ask; asking changes nothing, so threads may
/// share it. Held to `reference::decide` in `tests/property`.
class Compiled {
 public:
  /// What is decided for a transaction, unless `open` names a fact on which it turns that is not known: it is missing, or an HS code is too
  /// short; or an amount without exchange rate, that the rules look at. Without a diagram, any such fact that the rules look at. Valid as long as the compiled measure.
  struct Answer {
    const Outcome* outcome = nullptr;
    std::span<const model::RuleId> rules;  ///< those that make it, by id
    bool conflict = false;                 ///< two of them disagree: a mistake in the rules (E0604)
    std::optional<model::FactId> open;
    std::shared_ptr<const Ending> made;  ///< holds the above where there is no diagram
  };

  /// Nodes and edges of the diagram, beyond which an index of the rules' boxes answers instead.
  static constexpr std::size_t usual_parts = 2'000'000;

  /// `library` has to outlive this. `most_parts` bounds the diagram; 0 for none.
  /// Error: `TooLarge` with E0601 or E0602, see `cubes_of` and `RuleRows`. Cost: about the boxes of the rules; three orders of the axes are tried.
  Compiled(const model::Library& library, const Seat& seat, model::MeasureId measure, std::size_t most_parts = usual_parts);
  ~Compiled();
  Compiled(Compiled&& other) noexcept;
  Compiled& operator=(Compiled&& other) noexcept;

  /// Cost with a diagram: one look at each fact that matters on the way, whatever the number of rules; without, the boxes that meet the
  /// transaction on the axis that tells them apart best.
  Answer decide(const Transaction& facts) const;

  /// Whether there is a diagram. Without one every answer is as exact, but slower.
  bool has_diagram() const;
  std::size_t nodes() const;
  /// What deciding needs: cuts, nodes, endings.
  std::size_t bytes() const;

 private:
  class Parts;
  std::unique_ptr<const Parts> parts_;
};

}  // namespace isonomy::decision
