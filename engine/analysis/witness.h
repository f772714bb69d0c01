// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "decision/reference.h"

/// Transactions that show an answer: held against the reference evaluator, and told by as few facts as show it.
namespace isonomy::analysis {

using Facts = std::set<model::FactId>;

/// Adds the facts that a cube, or the pieces of a decision, look at.
void add_facts(const decision::Space& space, const decision::Cube& cube, Facts& out);
void add_facts(const decision::Space& space, const decision::Piece& piece, Facts& out);
void add_facts(const decision::Space& space, const std::vector<decision::Piece>& pieces, Facts& out);

/// Throws std::logic_error, naming `what`, unless the whole transaction shows it; lets `facts` grow to all facts of the transaction where those in
/// it do not show it by themselves.
using Shows = std::function<bool(const decision::Transaction&)>;
void hold(const decision::Transaction& transaction, Facts& facts, const std::string& what, const Shows& shows);

/// What the reference evaluator finds for a transaction, which must be the outcome, and lead to it by `facts` as `hold`
/// says. Cost: one or two questions to the reference evaluator.
decision::reference::Verdict replay(const model::Library& library, const decision::Seat& seat, model::MeasureId measure,
                                    const decision::Outcome& outcome, const decision::Transaction& transaction, Facts& facts);

/// Some facts of a transaction in words, by name.
std::map<std::string, std::string> facts_in_words(const model::Library& library, const decision::Transaction& transaction,
                                                  const Facts& facts);

}  // namespace isonomy::analysis
