// SPDX-License-Identifier: Apache-2.0
#include "analysis/difference.h"

#include <algorithm>
#include <map>

#include "decision/cover.h"

namespace isonomy::analysis {
namespace {

using decision::Piece;
using decision::Region;
using decision::State;
using Part = std::vector<const Piece*>;

bool known(const Piece& piece) { return piece.outcome.state == State::decided || piece.outcome.state == State::not_applicable; }

Region region_of(const Part& part) {
  Region out;
  for (const auto* piece : part) out = unite(std::move(out), piece->region);
  return out;
}

void keep(std::vector<Contrast>& to, const decision::Coverage& coverage, const Part& a, const Part& b) {
  auto region = coverage.pruned(intersect(region_of(a), region_of(b)));
  if (!region.empty()) to.push_back({a, b, std::move(region)});
}

// Known answers first, then silence, then the unknown.
std::map<State, Part> by_openness(const Pieces& pieces) {
  std::map<State, Part> out;
  for (const auto& piece : pieces) out[known(piece) ? State::decided : piece.outcome.state].push_back(&piece);
  return out;
}

Region others(const Pieces& pieces, const Part& part) {
  Region out;
  for (const auto& piece : pieces)
    if (std::find(part.begin(), part.end(), &piece) == part.end()) out = unite(std::move(out), piece.region);
  return out;
}

}  // namespace

Difference difference(const decision::Coverage& coverage, const Pieces& a, const Pieces& b, const SameAnswer& same) {
  Difference out;
  for (const auto& mine : a)
    for (const auto& theirs : b) {
      if (!known(mine) || !known(theirs)) continue;
      const auto truth = same(mine.outcome, theirs.outcome);
      if (truth != model::Truth::yes) keep(truth == model::Truth::no ? out.differs : out.open, coverage, {&mine}, {&theirs});
    }
  for (const auto& [state, mine] : by_openness(a))
    for (const auto& [other, theirs] : by_openness(b))
      if (state != State::decided || other != State::decided) keep(out.open, coverage, mine, theirs);
  return out;
}

SameAnswer same_in(const model::Library& library) {
  return [&library](const decision::Outcome& a, const decision::Outcome& b) {
    return decision::truth_of(library, a, model::Relation::equal, b);
  };
}

std::vector<decision::Cube> boxes_of(const Contrast& contrast, const decision::Coverage& coverage, const decision::Space& space,
                                     const decision::Cube& base, const Pieces& a, const Pieces& b) {
  return decision::cover(coverage, space, base, contrast.region, unite(others(a, contrast.a), others(b, contrast.b)));
}

}  // namespace isonomy::analysis
