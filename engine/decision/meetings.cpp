// SPDX-License-Identifier: Apache-2.0
#include "decision/meetings.h"

#include <algorithm>
#include <unordered_set>

#include "decision/ladder.h"
#include "decision/row_index.h"

namespace isonomy::decision {
namespace {

using Id = Packed::Id;
using Word = Packed::Word;

constexpr std::size_t many_holes = 96;

class Noter {
 public:
  explicit Noter(Layout& layout) : layout_{layout} {}
  void note(const Term& term) {
    layout_.note(term.box);
    for (const auto& hole : term.holes)
      if (seen_.insert(hole.get()).second) note(*hole);
  }

 private:
  Layout& layout_;
  std::unordered_set<const Term*> seen_;
};

/// The rows of one list, with the term each belongs to.
struct Rows {
  std::vector<Id> ids;
  std::vector<std::size_t> owners;

  Rows(Packed& packed, std::span<const Term* const> terms) {
    for (std::size_t i = 0; i < terms.size(); ++i) {
      packed.add(*terms[i], ids);
      owners.resize(ids.size(), i);
    }
  }
};

/// Which holes of a row meet a box: by an index where there are many.
class HoleFinder {
 public:
  explicit HoleFinder(const Packed& packed) : packed_{packed} {}

  void find(Id row, const Word* box, std::vector<Id>& out) {
    const auto holes = packed_.holes(row);
    if (holes.size() <= many_holes) {
      out.insert(out.end(), holes.begin(), holes.end());
      return;
    }
    auto it = indexes_.find(row);
    if (it == indexes_.end()) it = indexes_.try_emplace(row, packed_, holes).first;
    it->second.each(box, [&](Id hole) { out.push_back(hole); });
  }

 private:
  const Packed& packed_;
  std::unordered_map<Id, RowIndex> indexes_;
};

Layout layout_of(const Coverage& coverage, std::span<const Term* const> a, std::span<const Term* const> b) {
  Layout layout{coverage.sizes()};
  Noter noter{layout};
  for (const auto* term : a) noter.note(*term);
  for (const auto* term : b) noter.note(*term);
  layout.finish();
  return layout;
}

}  // namespace

void meetings(const Coverage& coverage, std::span<const Term* const> a, std::span<const Term* const> b, const Asked& asked,
              const OnMeeting& on_meeting) {
  const auto layout = layout_of(coverage, a, b);
  Packed packed{layout};
  const Rows left{packed, a};
  const Rows right{packed, b};
  const RowIndex index{packed, right.ids};
  std::vector<std::size_t> owner_of(packed.size());
  for (std::size_t i = 0; i < right.ids.size(); ++i) owner_of[right.ids[i]] = right.owners[i];
  HoleFinder holes{packed};
  Search search{packed, base::limits::question_work};
  std::vector<Word> box(layout.width());
  std::vector<Word> place;
  std::vector<Id> blockers;
  std::vector<Id> candidates;
  for (std::size_t i = 0; i < left.ids.size(); ++i) {
    const auto* row = packed.row(left.ids[i]);
    candidates.clear();
    index.each(row, [&](Id id) {
      if (packed.relation(packed.row(id), row) != Packed::Relation::apart) candidates.push_back(id);
    });
    std::sort(candidates.begin(), candidates.end());
    for (const auto id : candidates) {
      if (!asked(left.owners[i], owner_of[id])) continue;
      std::copy_n(row, layout.width(), box.begin());
      packed.narrow(box.data(), packed.row(id));
      blockers.clear();
      holes.find(left.ids[i], box.data(), blockers);
      holes.find(id, box.data(), blockers);
      if (climb(search, packed, box.data(), blockers, *coverage.budget(), place))
        on_meeting(left.owners[i], owner_of[id], layout.cube(place.data()));
    }
  }
}

}  // namespace isonomy::decision
