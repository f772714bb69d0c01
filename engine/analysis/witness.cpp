// SPDX-License-Identifier: Apache-2.0
#include "analysis/witness.h"

#include <stdexcept>

#include "analysis/case.h"
#include "model/print.h"

namespace isonomy::analysis {
namespace {

using decision::Cube;
using decision::Piece;
using decision::Space;
using decision::Transaction;

Transaction some_of(Transaction all, const Facts& facts) {
  std::erase_if(all, [&](const auto& fact) { return !facts.contains(fact.first); });
  return all;
}

}  // namespace

void add_facts(const Space& space, const Cube& cube, Facts& out) {
  for (const auto& [axis, cells] : cube.sides()) out.insert(space[axis].fact);
}

void add_facts(const Space& space, const Piece& piece, Facts& out) {
  each_cube(piece.region, [&](const Cube& cube) { add_facts(space, cube, out); });
}

void add_facts(const Space& space, const std::vector<Piece>& pieces, Facts& out) {
  for (const auto& piece : pieces) add_facts(space, piece, out);
}

void hold(const Transaction& transaction, Facts& facts, const std::string& what, const Shows& shows) {
  if (!shows(transaction)) throw std::logic_error{"a witness does not replay for " + what};
  if (shows(some_of(transaction, facts))) return;
  for (const auto& [fact, value] : transaction) facts.insert(fact);
}

decision::reference::Verdict replay(const model::Library& library, const decision::Seat& seat, model::MeasureId measure,
                                    const decision::Outcome& outcome, const Transaction& transaction, Facts& facts) {
  // What some facts decide, more of them do not change, unless they may say that nobody is asked.
  const bool asked = library.measures[measure].asked_when.kind == model::Condition::Kind::always;
  if (asked && outcome.state == decision::State::decided) {
    auto judged = decision::reference::decide(library, seat, measure, some_of(transaction, facts));
    if (same_outcome(library, judged.outcome, outcome)) return judged;
  }
  std::optional<decision::reference::Verdict> whole;
  hold(transaction, facts, library.measures[measure].name, [&](const Transaction& told) {
    auto judged = decision::reference::decide(library, seat, measure, told);
    const bool same = same_outcome(library, judged.outcome, outcome);
    if (!whole) whole = std::move(judged);
    return same;
  });
  return std::move(*whole);
}

std::map<std::string, std::string> facts_in_words(const model::Library& library, const Transaction& transaction, const Facts& facts) {
  std::map<std::string, std::string> out;
  for (const auto fact : facts) out[library.facts[fact].name] = model::to_text(transaction.at(fact), library);
  return out;
}

}  // namespace isonomy::analysis
