// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "source/codes.h"
#include "source/diagnostic.h"
#include "syntax/ast.h"
#include "syntax/tree.h"

/// Parse tree to AST, one function per construct of the grammar.
namespace isonomy::syntax::build {

/// Mistakes that the grammar cannot see (days that do not exist, digits without end) are reported here.
using Diagnostics = source::Diagnostics;

Path path(const Node& node);
std::vector<Path> paths(const Node& node);
Text quoted(const Node& word);
Label label(const Node* node, Diagnostics& diagnostics);
Number number(const Node& node, Diagnostics& diagnostics);
Day day(const Node& node, Diagnostics& diagnostics);
Quantity quantity(const Node& node, Diagnostics& diagnostics);
Value value(const Node& node, Diagnostics& diagnostics);
Comparison comparison(const Node& node, Diagnostics& diagnostics);
Condition condition(const Node& node, Diagnostics& diagnostics);

Source source_clause(const Node& node, Diagnostics& diagnostics);
/// Takes `from` and `through` out of a list of clauses; a second one is reported.
void period_clause(const Node& clause, Period& period, Diagnostics& diagnostics);
Member member(const Node& node, Diagnostics& diagnostics);
Journey journey(const Node& node);

Ruleset ruleset(const Node& node, Diagnostics& diagnostics);
Declaration declaration(const Node& node, Diagnostics& diagnostics);

/// Puts the value into the slot; reports a clause that stands twice.
template <class Slot, class T>
void once(Slot& slot, T value, const Node& clause, Diagnostics& diagnostics) {
  if (slot) diagnostics.add(source::Code::given_twice, clause.span, "this clause is given twice", "keep one of them");
  slot = std::move(value);
}

}  // namespace isonomy::syntax::build
