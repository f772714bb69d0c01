// SPDX-License-Identifier: Apache-2.0
#include "decision/sat.h"

#include <algorithm>
#include <bit>
#include <cadical.hpp>

namespace isonomy::decision {
namespace {

using Word = Packed::Word;
using Id = Packed::Id;

class Question {
 public:
  Question(const Packed& packed, const Word* box) : packed_{packed}, box_{box, box + packed.layout().width()} { solver_.set("quiet", 1); }

  Found solve(std::span<const Id> blockers, int conflicts) {
    for (const auto id : blockers) collect_ends(id);
    for (std::size_t slot = 0; slot < box_.size(); ++slot) declare(slot);
    for (const auto id : blockers) forbid(id, 0);
    solver_.limit("conflicts", conflicts);
    constexpr int satisfiable = 10;
    constexpr int unsatisfiable = 20;
    const auto answer = solver_.solve();
    return answer == satisfiable ? Found::place : answer == unsatisfiable ? Found::nothing : Found::gave_up;
  }

  std::vector<Word> place() {
    std::vector<Word> out;
    for (std::size_t slot = 0; slot < box_.size(); ++slot) out.push_back(bits(slot) ? chosen_bit(slot) : chosen_stretch(slot));
    return out;
  }

 private:
  struct Axis {
    std::vector<Cell> ends;  ///< inside the box; variable `first + i` says that the place is at or beyond ends[i]
    int first = 0;           ///< for bits: variable `first + i` says that bit i is chosen
  };

  bool bits(std::size_t slot) const { return packed_.layout().slots()[slot].bits; }

  // Also through holes: their ends matter as much.
  void collect_ends(Id id) {
    axes_.resize(box_.size());
    for (std::size_t slot = packed_.layout().bit_slots(); slot < box_.size(); ++slot) {
      const auto box = unpack(box_[slot]);
      const auto side = unpack(packed_.row(id)[slot]);
      if (box.low < side.low && side.low < box.high) axes_[slot].ends.push_back(side.low);
      if (box.low < side.high && side.high < box.high) axes_[slot].ends.push_back(side.high);
    }
    for (const auto hole : packed_.holes(id)) collect_ends(hole);
  }

  int fresh(int count) {
    const int first = next_;
    next_ += count;
    return first;
  }

  void clause(std::initializer_list<int> literals) {
    for (const auto literal : literals) solver_.add(literal);
    solver_.add(0);
  }

  void declare(std::size_t slot) {
    axes_.resize(box_.size());
    auto& axis = axes_[slot];
    if (bits(slot)) return declare_bits(slot, axis);
    std::sort(axis.ends.begin(), axis.ends.end());
    axis.ends.erase(std::unique(axis.ends.begin(), axis.ends.end()), axis.ends.end());
    const auto count = static_cast<int>(axis.ends.size());
    axis.first = fresh(count);
    for (int i = 1; i < count; ++i) clause({-(axis.first + i), axis.first + i - 1});
  }

  // Exactly one bit of the box.
  void declare_bits(std::size_t slot, Axis& axis) {
    axis.first = fresh(64);
    for (Word rest = box_[slot]; rest != 0; rest &= rest - 1) solver_.add(axis.first + std::countr_zero(rest));
    solver_.add(0);
    for (Word a = box_[slot]; a != 0; a &= a - 1)
      for (Word b = a & (a - 1); b != 0; b &= b - 1) clause({-(axis.first + std::countr_zero(a)), -(axis.first + std::countr_zero(b))});
  }

  int at_or_beyond(std::size_t slot, Cell end) const {
    const auto& axis = axes_[slot];
    return axis.first + static_cast<int>(std::lower_bound(axis.ends.begin(), axis.ends.end(), end) - axis.ends.begin());
  }

  // The literals of which one holds where the place lies outside the row; nothing if the row misses the box.
  bool outside(Id id, std::vector<int>& out) const {
    for (std::size_t slot = 0; slot < box_.size(); ++slot) {
      const auto row = packed_.row(id)[slot];
      if (bits(slot)) {
        if ((row & box_[slot]) == 0) return false;
        for (Word rest = box_[slot] & ~row; rest != 0; rest &= rest - 1) out.push_back(axes_[slot].first + std::countr_zero(rest));
        continue;
      }
      const auto box = unpack(box_[slot]);
      const auto side = unpack(row);
      if (side.high <= box.low || box.high <= side.low) return false;
      if (box.low < side.low) out.push_back(-at_or_beyond(slot, side.low));
      if (side.high < box.high) out.push_back(at_or_beyond(slot, side.high));
    }
    return true;
  }

  // The place is outside the row or in one of its holes, or `unless` (a literal that is false then) relieves it.
  void forbid(Id id, int unless) {
    std::vector<int> literals;
    if (!outside(id, literals)) return;
    if (unless != 0) literals.push_back(unless);
    std::vector<std::pair<int, Id>> entered;
    for (const auto hole : packed_.holes(id)) entered.emplace_back(fresh(1), hole);
    for (const auto& [in, hole] : entered) literals.push_back(in);
    for (const auto literal : literals) solver_.add(literal);
    solver_.add(0);
    for (const auto& [in, hole] : entered) enter(in, hole);
  }

  // `in` implies that the place lies in the hole and in none of what fills it.
  void enter(int in, Id hole) {
    for (std::size_t slot = 0; slot < box_.size(); ++slot) {
      const auto row = packed_.row(hole)[slot];
      if (bits(slot)) {
        solver_.add(-in);
        for (Word rest = box_[slot] & row; rest != 0; rest &= rest - 1) solver_.add(axes_[slot].first + std::countr_zero(rest));
        solver_.add(0);
      } else enter_interval(in, slot, unpack(box_[slot]), unpack(row));
    }
    for (const auto filled : packed_.holes(hole)) forbid(filled, -in);
  }

  void enter_interval(int in, std::size_t slot, Interval box, Interval side) {
    if (side.high <= box.low || box.high <= side.low) return clause({-in});
    if (box.low < side.low) clause({-in, at_or_beyond(slot, side.low)});
    if (side.high < box.high) clause({-in, -at_or_beyond(slot, side.high)});
  }

  Word chosen_bit(std::size_t slot) {
    for (Word rest = box_[slot]; rest != 0; rest &= rest - 1)
      if (const auto bit = std::countr_zero(rest); solver_.val(axes_[slot].first + bit) > 0) return Word{1} << bit;
    return 0;
  }

  Word chosen_stretch(std::size_t slot) {
    auto [low, high] = unpack(box_[slot]);
    const auto& axis = axes_[slot];
    for (std::size_t i = 0; i < axis.ends.size(); ++i) {
      if (solver_.val(axis.first + static_cast<int>(i)) > 0) low = axis.ends[i];
      else {
        high = axis.ends[i];
        break;
      }
    }
    return pack({low, high});
  }

  const Packed& packed_;
  std::vector<Word> box_;
  std::vector<Axis> axes_;
  CaDiCaL::Solver solver_;
  int next_ = 1;
};

}  // namespace

Found solve_by_sat(const Packed& packed, const Packed::Word* box, std::span<const Packed::Id> blockers, int conflicts,
                   std::vector<Packed::Word>& place) {
  Question question{packed, box};
  const auto out = question.solve(blockers, conflicts);
  if (out == Found::place) place = question.place();
  return out;
}

}  // namespace isonomy::decision
