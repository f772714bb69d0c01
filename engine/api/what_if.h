// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "source/diagnostic.h"
#include "syntax/ast.h"

namespace isonomy::api {

/// Puts law that is tried out into the trees of a library. A rule, table or commitment with the full name of one that is there takes its place, and what
/// overrides it or is overridden by it stays so; it keeps the `applies when` of the ruleset it stood in, unless its new ruleset has one. All
/// else is added. Error: E0910 where the changes say two things of one name. Cost: linear in the declarations.
void try_out(const std::vector<syntax::File>& changes, std::vector<syntax::File>& files, source::Diagnostics& diagnostics);

}  // namespace isonomy::api
