// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "decision/pairs.h"
#include "decision/row_index.h"
#include "source/codes.h"

namespace isonomy::decision {
namespace {

using Id = Packed::Id;
using Word = Packed::Word;

class OverlapFinder {
 public:
  OverlapFinder(const Packed& packed, Budget& budget, std::vector<std::size_t> owner_of)
      : packed_{packed}, budget_{budget}, owner_of_{std::move(owner_of)} {}

  std::vector<Overlap> find(const std::vector<Id>& rows) {
    const RowIndex index{packed_, rows};
    for (const auto id : rows) {
      std::vector<Id> later;
      std::vector<Id> earlier;
      index.each(packed_.row(id), [&](Id other) {
        if (other != id && meet(other, packed_.row(id))) (other > id ? later : earlier).push_back(other);
      });
      budget_.spend(later.size() + earlier.size() + 1);
      std::sort(later.begin(), later.end());
      chosen_ = {id};
      extend({packed_.row(id), packed_.row(id) + packed_.layout().width()}, std::move(later), earlier);
    }
    return largest();
  }

 private:
  bool meet(Id id, const Word* box) const { return packed_.relation(packed_.row(id), box) != Packed::Relation::apart; }

  std::vector<Word> common(std::vector<Word> box, Id id) const {
    packed_.narrow(box.data(), packed_.row(id));
    return box;
  }

  std::vector<Id> meeting(const std::vector<Id>& ids, const Word* box) const {
    std::vector<Id> out;
    for (const auto id : ids)
      if (meet(id, box)) out.push_back(id);
    return out;
  }

  // Whatever meets the box within `other` can be joined by it, so no maximal set is made of such rows alone.
  std::vector<Id> not_within(Id other, const std::vector<Id>& open, const std::vector<Word>& box) const {
    std::vector<Id> out;
    for (const auto id : open)
      if (id == other || packed_.relation(packed_.row(other), common(box, id).data()) != Packed::Relation::holds) out.push_back(id);
    return out;
  }

  std::vector<Id> branches(const std::vector<Id>& open, const std::vector<Id>& done, const std::vector<Word>& box) {
    auto best = open;
    for (const auto* list : {&open, &done})
      for (const auto id : *list) {
        budget_.spend(open.size());
        auto rest = not_within(id, open, box);
        if (rest.size() < best.size()) best = std::move(rest);
        if (best.size() <= 1) return best;
      }
    return best;
  }

  void extend(const std::vector<Word>& box, std::vector<Id> open, std::vector<Id> done) {
    if (open.empty() && done.empty()) return report(box);
    for (const auto id : branches(open, done, box)) {
      const auto smaller = common(box, id);
      std::erase(open, id);
      chosen_.push_back(id);
      extend(smaller, meeting(open, smaller.data()), meeting(done, smaller.data()));
      chosen_.pop_back();
      done.push_back(id);
    }
  }

  void report(const std::vector<Word>& box) {
    Overlap out{{}, packed_.layout().cube(box.data())};
    for (const auto id : chosen_) out.members.push_back(owner_of_[id]);
    std::sort(out.members.begin(), out.members.end());
    out.members.erase(std::unique(out.members.begin(), out.members.end()), out.members.end());
    if (out.members.size() > 1) found_.push_back(std::move(out));
  }

  // Where a rule has several rows, one set of rules may be found twice, or within another.
  std::vector<Overlap> largest() {
    std::sort(found_.begin(), found_.end(), [](const Overlap& a, const Overlap& b) { return a.members < b.members; });
    if (owner_of_.empty() || owner_of_.back() + 1 == owner_of_.size()) return std::move(found_);
    std::vector<Overlap> out;
    for (std::size_t i = 0; i < found_.size(); ++i) {
      const bool within = std::any_of(found_.begin(), found_.end(), [&](const Overlap& other) {
        const bool same = other.members == found_[i].members;
        return (same ? &other < &found_[i] : true) && &other != &found_[i] &&
               std::includes(other.members.begin(), other.members.end(), found_[i].members.begin(), found_[i].members.end());
      });
      if (!within) out.push_back(found_[i]);
    }
    return out;
  }

  const Packed& packed_;
  Budget& budget_;
  std::vector<std::size_t> owner_of_;
  std::vector<Id> chosen_;
  std::vector<Overlap> found_;
};

}  // namespace

std::vector<Overlap> overlaps(const Coverage& coverage, const std::vector<std::vector<Cube>>& rules) {
  Layout layout{coverage.sizes()};
  for (const auto& cubes : rules)
    for (const auto& cube : cubes) layout.note(cube);
  layout.finish();
  constexpr std::size_t most_rows = 1U << 16U;
  Packed packed{layout, most_rows};
  std::vector<Id> rows;
  std::vector<std::size_t> owner_of;
  for (std::size_t i = 0; i < rules.size(); ++i)
    for (const auto& cube : rules[i]) {
      packed.add(Term{cube, {}}, rows);
      owner_of.resize(packed.size(), i);
      if (!packed.holes(rows.back()).empty()) throw TooLarge{source::Code::question_too_large, "a rule has too many parts"};
    }
  return OverlapFinder{packed, *coverage.budget(), std::move(owner_of)}.find(rows);
}

}  // namespace isonomy::decision
