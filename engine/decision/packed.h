// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <unordered_map>

#include "decision/layout.h"
#include "decision/region.h"

namespace isonomy::decision {

/// Terms as flat rows of words, so that testing one against another is a few instructions. A term with several intervals on an axis
/// without bits becomes several rows, or one row whose gaps are holes.
class Packed {
 public:
  using Word = Layout::Word;
  using Id = std::uint32_t;
  enum class Relation : std::uint8_t { apart, crosses, holds };

  /// `layout` is finished and outlives this.
  /// A term becomes at most `most_rows` rows; beyond that, one row with holes.
  explicit Packed(const Layout& layout, std::size_t most_rows = 32) : layout_{layout}, most_rows_{most_rows} {}
  /// Adds the term's rows to `out`. Holes that miss `within` are left out; nullptr keeps all.
  void add(const Term& term, std::vector<Id>& out, const Cube* within = nullptr);
  /// The box as one row, its gaps among the blockers.
  std::vector<Word> target(const Cube& box, std::vector<Id>& blockers);

  const Word* row(Id id) const { return rows_.data() + id * layout_.width(); }
  std::span<const Id> holes(Id id) const { return {hole_ids_.data() + holes_[id].begin, holes_[id].count}; }
  std::size_t size() const { return holes_.size(); }
  const Layout& layout() const { return layout_; }

  /// Whether the blocker misses the box, crosses it, or holds all of it.
  Relation relation(const Word* blocker, const Word* box) const {
    bool holds = true;
    const auto bits = layout_.bit_slots();
    for (std::size_t i = 0; i < bits; ++i) {
      const auto common = blocker[i] & box[i];
      if (common == 0) return Relation::apart;
      holds = holds && common == box[i];
    }
    for (std::size_t i = bits; i < layout_.width(); ++i) {
      const auto mine = unpack(blocker[i]);
      const auto theirs = unpack(box[i]);
      if (mine.low >= theirs.high || theirs.low >= mine.high) return Relation::apart;
      holds = holds && mine.low <= theirs.low && theirs.high <= mine.high;
    }
    return holds ? Relation::holds : Relation::crosses;
  }
  /// Narrows `box` to what it shares with the other; false if that is nothing.
  bool narrow(Word* box, const Word* other) const;

 private:
  struct Range {
    std::uint32_t begin = 0;
    std::uint32_t count = 0;
  };
  void add_hole(const std::shared_ptr<const Term>& hole, std::vector<Id>& out, const Cube* within);
  void emit(const Cube& box, std::vector<Id>& holes, std::vector<Id>& out);
  void emit_parts(const Cube& box, Range holes, std::size_t count, std::vector<Id>& out);
  void gaps(const Cube& box, std::vector<Id>& out);
  std::vector<Word> bounding(const Cube& box) const;
  Id append(const std::vector<Word>& row, Range holes);
  Range keep(const std::vector<Id>& ids);

  const Layout& layout_;
  std::size_t most_rows_;
  std::vector<Word> rows_;
  std::vector<Range> holes_;  ///< of each row, in `hole_ids_`
  std::vector<Id> hole_ids_;
  std::unordered_map<const Term*, std::vector<Id>> known_;
};

}  // namespace isonomy::decision
