// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "decision/packed.h"

namespace isonomy::decision {

enum class Found : std::uint8_t { nothing, place, gave_up };

/// Looks for a part of a box that no blocker touches. Many blockers: halve the box where the halves share fewest of them. Few: split on the
/// one that takes the largest share, look outside it first, then in its holes.
class Search {
 public:
  using Word = Packed::Word;
  using Id = Packed::Id;

  /// Gives up after `most_work` tests of a blocker against a box.
  Search(const Packed& packed, std::uint64_t most_work) : packed_{packed}, width_{packed.layout().width()}, most_work_{most_work} {}

  Found run(const Word* box, std::span<const Id> blockers);
  /// The place found by the last run.
  const std::vector<Word>& place() const { return place_; }
  std::uint64_t work() const { return work_; }

 private:
  struct Cut {
    std::size_t slot = 0;
    Word left = 0;
    Word right = 0;
    std::size_t score = 0;  ///< blockers in both halves together, of those looked at
    bool right_first = false;
  };

  Found visit(std::size_t box, std::size_t begin, std::size_t end);
  Found divide(std::size_t box, std::size_t begin, std::size_t end);
  Found halve(std::size_t box, std::size_t begin, std::size_t end, const Cut& cut);
  Found split(std::size_t box, std::size_t begin, std::size_t end, Id on);
  Found beyond(std::size_t rest, std::size_t slot, std::size_t begin, std::size_t end, Word on);
  Found within_holes(std::size_t rest, std::size_t begin, std::size_t end, Id on);
  Found piece(std::size_t box, std::size_t slot, Word word, std::size_t begin, std::size_t end);
  Cut best_cut(std::size_t box, std::span<const Id> sample);
  bool propose(Cut& cut, Word whole, std::span<const Id> sample);
  void judge(Cut& cut, std::span<const Id> sample) const;
  Id largest(std::size_t box, std::size_t begin, std::size_t end) const;
  std::size_t push(std::size_t box);
  void pop(std::size_t to) { boxes_.resize(to); }

  const Packed& packed_;
  std::size_t width_;
  std::uint64_t most_work_;
  std::uint64_t work_ = 0;
  std::size_t depth_ = 0;
  std::vector<Word> boxes_;  ///< a stack of rows
  std::vector<Id> ids_;      ///< a stack of lists of blockers
  std::vector<Cell> ends_;
  std::vector<Word> place_;
};

}  // namespace isonomy::decision
