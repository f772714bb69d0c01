// SPDX-License-Identifier: Apache-2.0
#include "decision/packed.h"

#include <algorithm>

namespace isonomy::decision {
bool Packed::narrow(Word* box, const Word* other) const {
  const auto bits = layout_.bit_slots();
  for (std::size_t i = 0; i < bits; ++i)
    if ((box[i] &= other[i]) == 0) return false;
  for (std::size_t i = bits; i < layout_.width(); ++i) {
    const auto a = unpack(box[i]);
    const auto b = unpack(other[i]);
    const Interval common{std::max(a.low, b.low), std::min(a.high, b.high)};
    if (common.low >= common.high) return false;
    box[i] = pack(common);
  }
  return true;
}

void Packed::add(const Term& term, std::vector<Id>& out, const Cube* within) {
  std::vector<Id> holes;
  for (const auto& hole : term.holes) add_hole(hole, holes, within);
  emit(term.box, holes, out);
}

void Packed::add_hole(const std::shared_ptr<const Term>& hole, std::vector<Id>& out, const Cube* within) {
  if (within != nullptr && !meets(hole->box, *within)) return;
  auto it = known_.find(hole.get());
  if (it == known_.end()) {
    std::vector<Id> ids;
    add(*hole, ids, within);
    it = known_.emplace(hole.get(), std::move(ids)).first;
  }
  out.insert(out.end(), it->second.begin(), it->second.end());
}

std::vector<Packed::Word> Packed::bounding(const Cube& box) const {
  std::vector<Word> row;
  row.reserve(layout_.width());
  for (const auto& slot : layout_.slots()) row.push_back(slot.full);
  for (const auto& [axis, cells] : box.sides()) {
    const auto slot = layout_.slot_of(axis);
    row[slot] = Layout::word(layout_.slots()[slot], cells);
  }
  return row;
}

void Packed::emit(const Cube& box, std::vector<Id>& holes, std::vector<Id>& out) {
  std::size_t count = 1;
  for (const auto& [axis, cells] : box.sides())
    if (!layout_.slots()[layout_.slot_of(axis)].bits) count = std::min(count * cells.parts().size(), most_rows_ + 1);
  if (count > most_rows_) gaps(box, holes);
  const auto range = keep(holes);
  if (count == 1 || count > most_rows_) out.push_back(append(bounding(box), range));
  else emit_parts(box, range, count, out);
}

// One row per choice of an interval on each axis that has several.
void Packed::emit_parts(const Cube& box, Range holes, std::size_t count, std::vector<Id>& out) {
  auto row = bounding(box);
  for (std::size_t choice = 0; choice < count; ++choice) {
    auto left = choice;
    for (const auto& [axis, cells] : box.sides()) {
      const auto slot = layout_.slot_of(axis);
      if (layout_.slots()[slot].bits) continue;
      row[slot] = pack(cells.parts()[left % cells.parts().size()]);
      left /= cells.parts().size();
    }
    out.push_back(append(row, holes));
  }
}

void Packed::gaps(const Cube& box, std::vector<Id>& out) {
  auto row = bounding(Cube{});
  for (const auto& [axis, cells] : box.sides()) {
    const auto slot = layout_.slot_of(axis);
    if (layout_.slots()[slot].bits) continue;
    for (std::size_t i = 1; i < cells.parts().size(); ++i) {
      row[slot] = pack({cells.parts()[i - 1].high, cells.parts()[i].low});
      out.push_back(append(row, {}));
    }
    row[slot] = layout_.slots()[slot].full;
  }
}

std::vector<Packed::Word> Packed::target(const Cube& box, std::vector<Id>& blockers) {
  gaps(box, blockers);
  return bounding(box);
}

Packed::Id Packed::append(const std::vector<Word>& row, Range holes) {
  rows_.insert(rows_.end(), row.begin(), row.end());
  holes_.push_back(holes);
  return static_cast<Id>(holes_.size() - 1);
}

Packed::Range Packed::keep(const std::vector<Id>& ids) {
  if (ids.empty()) return {};
  const Range out{static_cast<std::uint32_t>(hole_ids_.size()), static_cast<std::uint32_t>(ids.size())};
  hole_ids_.insert(hole_ids_.end(), ids.begin(), ids.end());
  return out;
}

}  // namespace isonomy::decision
