// SPDX-License-Identifier: Apache-2.0
#include "analysis/difference.h"

#include <algorithm>
#include <map>
#include <set>

#include "decision/cover.h"
#include "decision/meetings.h"

namespace isonomy::analysis {
namespace {

using decision::Piece;
using decision::Region;
using decision::State;
using Part = std::vector<const Piece*>;

bool known(const Piece& piece) { return known(piece.outcome); }

// Known answers first, then silence, then the unknown.
State openness(const Piece& piece) { return known(piece) ? State::decided : piece.outcome.state; }

Part of_openness(const Pieces& pieces, State state) {
  Part out;
  for (const auto& piece : pieces)
    if (openness(piece) == state) out.push_back(&piece);
  return out;
}

/// The terms of a decision's pieces, with the number of the piece each belongs to.
struct Terms {
  std::vector<const decision::Term*> terms;
  std::vector<std::size_t> owners;

  explicit Terms(const Pieces& pieces) {
    for (std::size_t i = 0; i < pieces.size(); ++i)
      for (const auto& term : pieces[i].region) {
        terms.push_back(&term);
        owners.push_back(i);
      }
  }
};

// Only terms that share a point are looked at: most of two large decisions do not.
class Comparer {
 public:
  Comparer(const decision::Coverage& coverage, const Pieces& a, const Pieces& b, const SameAnswer& same)
      : coverage_{coverage}, a_{a}, b_{b}, same_{same} {}

  Difference compare() {
    const Terms mine{a_};
    const Terms theirs{b_};
    std::set<std::pair<std::size_t, std::size_t>> seen;
    const auto asked = [&](std::size_t a, std::size_t b) {
      return truth(mine.owners[a], theirs.owners[b]) != model::Truth::yes && !seen.contains({a, b});
    };
    decision::meetings(coverage_, mine.terms, theirs.terms, asked, [&](std::size_t a, std::size_t b, const decision::Cube& /*place*/) {
      seen.emplace(a, b);
      add(mine.owners[a], theirs.owners[b], intersect(Region{*mine.terms[a]}, Region{*theirs.terms[b]}));
    });
    return gathered();
  }

 private:
  using Key = std::pair<std::size_t, std::size_t>;

  bool both_known(Key pair) const { return known(a_[pair.first]) && known(b_[pair.second]); }

  model::Truth truth(std::size_t a, std::size_t b) {
    if (!both_known({a, b})) return model::Truth::unknown;
    const auto [at, added] = truths_.try_emplace({a, b}, model::Truth::unknown);
    if (added) at->second = same_(a_[a].outcome, b_[b].outcome);
    return at->second;
  }

  void add(std::size_t a, std::size_t b, const Region& region) {
    auto& to = both_known({a, b}) ? pairs_[{a, b}] : open_[{openness(a_[a]), openness(b_[b])}];
    to = unite(std::move(to), region);
  }

  Difference gathered() {
    Difference out;
    for (auto& [pair, region] : pairs_) {
      auto& to = truths_.at(pair) == model::Truth::no ? out.differs : out.open;
      to.push_back({{&a_[pair.first]}, {&b_[pair.second]}, std::move(region)});
    }
    for (auto& [states, region] : open_)
      out.open.push_back({of_openness(a_, states.first), of_openness(b_, states.second), std::move(region)});
    return out;
  }

  const decision::Coverage& coverage_;
  const Pieces& a_;
  const Pieces& b_;
  const SameAnswer& same_;
  std::map<Key, model::Truth> truths_;
  std::map<Key, Region> pairs_;
  std::map<std::pair<State, State>, Region> open_;
};

}  // namespace

Difference difference(const decision::Coverage& coverage, const Pieces& a, const Pieces& b, const SameAnswer& same) {
  return Comparer{coverage, a, b, same}.compare();
}

SameAnswer same_in(const model::Library& library) {
  return [&library](const decision::Outcome& a, const decision::Outcome& b) {
    return decision::truth_of(library, a, model::Relation::equal, b);
  };
}

decision::Judge judge_in(const model::Library& library) {
  return [same = same_in(library)](const decision::Outcome& a, const decision::Outcome& b) {
    if (!known(a) || !known(b)) return decision::Verdict::open;
    const auto alike = same(a, b);
    return alike == model::Truth::yes  ? decision::Verdict::same
           : alike == model::Truth::no ? decision::Verdict::differs
                                       : decision::Verdict::open;
  };
}

std::vector<decision::Cube> boxes_of(const Contrast& contrast, const decision::Coverage& coverage, const decision::Space& space,
                                     const decision::Cube& base) {
  return decision::cover(coverage, space, base, contrast.region);
}

}  // namespace isonomy::analysis
