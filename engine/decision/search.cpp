// SPDX-License-Identifier: Apache-2.0
#include "decision/search.h"

#include <algorithm>
#include <array>
#include <bit>

namespace isonomy::decision {
namespace {

using Word = Packed::Word;

constexpr std::size_t most_depth = 4000;
constexpr std::size_t few = 12;  // blockers below which splitting on one of them is better than halving
constexpr std::size_t blocker_sample = 64;

Cell length(Word word) {
  const auto [low, high] = unpack(word);
  return high - low;
}

bool share_cells(Word a, Word b, bool bits) {
  if (bits) return (a & b) != 0;
  const auto x = unpack(a);
  const auto y = unpack(b);
  return x.low < y.high && y.low < x.high;
}

}  // namespace

Found Search::run(const Word* box, std::span<const Id> blockers) {
  boxes_.assign(box, box + width_);
  ids_.assign(blockers.begin(), blockers.end());
  work_ = 0;
  depth_ = 0;
  return visit(0, 0, ids_.size());
}

std::size_t Search::push(std::size_t box) {
  const auto at = boxes_.size();
  boxes_.resize(at + width_);
  std::copy_n(boxes_.begin() + static_cast<std::ptrdiff_t>(box), width_, boxes_.begin() + static_cast<std::ptrdiff_t>(at));
  return at;
}

Found Search::visit(std::size_t box, std::size_t begin, std::size_t end) {
  work_ += end - begin + 1;
  if (work_ > most_work_ || depth_ > most_depth) return Found::gave_up;
  const auto top = ids_.size();
  for (auto i = begin; i < end; ++i) {
    const auto id = ids_[i];
    const auto relation = packed_.relation(packed_.row(id), &boxes_[box]);
    if (relation == Packed::Relation::apart) continue;
    if (relation == Packed::Relation::holds && packed_.holes(id).empty()) {
      ids_.resize(top);
      return Found::nothing;
    }
    ids_.push_back(id);
  }
  if (ids_.size() == top) {
    place_.assign(boxes_.begin() + static_cast<std::ptrdiff_t>(box), boxes_.begin() + static_cast<std::ptrdiff_t>(box + width_));
    return Found::place;
  }
  ++depth_;
  const auto out = divide(box, top, ids_.size());
  --depth_;
  ids_.resize(top);
  return out;
}

Found Search::divide(std::size_t box, std::size_t begin, std::size_t end) {
  if (end - begin > few) {
    std::array<Id, blocker_sample> sample;
    const auto taken = std::min(end - begin, blocker_sample);
    for (std::size_t i = 0; i < taken; ++i) sample[i] = ids_[begin + i * (end - begin) / taken];
    const auto cut = best_cut(box, {sample.data(), taken});
    if (cut.score * 2 <= taken * 3) return halve(box, begin, end, cut);
  }
  return split(box, begin, end, largest(box, begin, end));
}

// --- halving -------------------------------------------------------------------------------------

Search::Cut Search::best_cut(std::size_t box, std::span<const Id> sample) {
  Cut best;
  best.score = SIZE_MAX / 4;
  for (std::size_t slot = 0; slot < width_; ++slot) {
    Cut cut;
    cut.slot = slot;
    if (!propose(cut, boxes_[box + slot], sample)) continue;
    judge(cut, sample);
    if (cut.score < best.score) best = cut;
  }
  return best;
}

// Halves the bits, or the ends of blockers that lie inside.
bool Search::propose(Cut& cut, Word whole, std::span<const Id> sample) {
  if (packed_.layout().slots()[cut.slot].bits) {
    const auto count = std::popcount(whole);
    if (count < 2) return false;
    cut.left = whole;
    for (int i = 0; i < count / 2; ++i) cut.left &= cut.left - 1;
    cut.right = whole & ~cut.left;
    return true;
  }
  const auto [low, high] = unpack(whole);
  ends_.clear();
  for (const auto id : sample) {
    const auto side = unpack(packed_.row(id)[cut.slot]);
    if (low < side.low && side.low < high) ends_.push_back(side.low);
    if (low < side.high && side.high < high) ends_.push_back(side.high);
  }
  if (ends_.empty()) return false;
  const auto middle = ends_.begin() + static_cast<std::ptrdiff_t>(ends_.size() / 2);
  std::nth_element(ends_.begin(), middle, ends_.end());
  cut.left = pack({low, *middle});
  cut.right = pack({*middle, high});
  return true;
}

void Search::judge(Cut& cut, std::span<const Id> sample) const {
  const bool bits = packed_.layout().slots()[cut.slot].bits;
  std::size_t left = 0;
  std::size_t right = 0;
  for (const auto id : sample) {
    const auto side = packed_.row(id)[cut.slot];
    left += share_cells(side, cut.left, bits) ? 1 : 0;
    right += share_cells(side, cut.right, bits) ? 1 : 0;
  }
  cut.score = left + right;
  cut.right_first = right < left;
}

Found Search::halve(std::size_t box, std::size_t begin, std::size_t end, const Cut& cut) {
  const auto found = piece(box, cut.slot, cut.right_first ? cut.right : cut.left, begin, end);
  if (found != Found::nothing) return found;
  return piece(box, cut.slot, cut.right_first ? cut.left : cut.right, begin, end);
}

Found Search::piece(std::size_t box, std::size_t slot, Word word, std::size_t begin, std::size_t end) {
  const auto at = push(box);
  boxes_[at + slot] = word;
  const auto found = visit(at, begin, end);
  pop(at);
  return found;
}

// --- splitting on one blocker ----------------------------------------------------------------------

// A guide for the search only: the answer does not depend on it, so rounding does no harm.
Search::Id Search::largest(std::size_t box, std::size_t begin, std::size_t end) const {
  Id best = ids_[begin];
  double best_share = -1;
  const auto bits = packed_.layout().bit_slots();
  for (auto i = begin; i < end; ++i) {
    const auto* row = packed_.row(ids_[i]);
    double share = 1;
    for (std::size_t s = 0; s < bits; ++s) {
      const auto whole = boxes_[box + s];
      if ((whole & ~row[s]) != 0) share *= static_cast<double>(std::popcount(whole & row[s])) / static_cast<double>(std::popcount(whole));
    }
    for (auto s = bits; s < width_; ++s) {
      const auto mine = unpack(boxes_[box + s]);
      const auto theirs = unpack(row[s]);
      const auto common = std::min(mine.high, theirs.high) - std::max(mine.low, theirs.low);
      if (common < mine.high - mine.low) share *= static_cast<double>(common) / static_cast<double>(length(boxes_[box + s]));
    }
    if (share <= best_share) continue;
    best = ids_[i];
    best_share = share;
  }
  return best;
}

// The parts of the box beyond each side of the blocker in turn are disjoint; what is left lies inside it, where only its holes are free.
Found Search::split(std::size_t box, std::size_t begin, std::size_t end, Id on) {
  const auto rest = push(box);
  auto found = Found::nothing;
  for (std::size_t slot = 0; slot < width_ && found == Found::nothing; ++slot)
    found = beyond(rest, slot, begin, end, packed_.row(on)[slot]);
  if (found == Found::nothing) found = within_holes(rest, begin, end, on);
  pop(rest);
  return found;
}

Found Search::beyond(std::size_t rest, std::size_t slot, std::size_t begin, std::size_t end, Word on) {
  if (packed_.layout().slots()[slot].bits) {
    const auto whole = boxes_[rest + slot];
    boxes_[rest + slot] = whole & on;
    return (whole & ~on) == 0 ? Found::nothing : piece(rest, slot, whole & ~on, begin, end);
  }
  const auto whole = unpack(boxes_[rest + slot]);
  const auto side = unpack(on);
  boxes_[rest + slot] = pack({std::max(whole.low, side.low), std::min(whole.high, side.high)});
  if (whole.low < side.low) {
    const auto found = piece(rest, slot, pack({whole.low, side.low}), begin, end);
    if (found != Found::nothing) return found;
  }
  return side.high < whole.high ? piece(rest, slot, pack({side.high, whole.high}), begin, end) : Found::nothing;
}

Found Search::within_holes(std::size_t rest, std::size_t begin, std::size_t end, Id on) {
  for (const auto hole : packed_.holes(on)) {
    const auto at = push(rest);
    auto found = Found::nothing;
    if (packed_.narrow(&boxes_[at], packed_.row(hole))) {
      const auto top = ids_.size();
      for (auto i = begin; i < end; ++i)
        if (ids_[i] != on) ids_.push_back(ids_[i]);
      for (const auto filled : packed_.holes(hole)) ids_.push_back(filled);
      found = visit(at, top, ids_.size());
      ids_.resize(top);
    }
    pop(at);
    if (found != Found::nothing) return found;
  }
  return Found::nothing;
}

}  // namespace isonomy::decision
