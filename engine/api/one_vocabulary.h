// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "source/diagnostic.h"
#include "syntax/ast.h"

namespace isonomy::api {

/// Two versions of rule files, as trees.
struct TwoVersions {
  std::vector<syntax::File> base;
  std::vector<syntax::File> now;
};

/// Gives two versions the same vocabulary and places, so that binding gives every fact, value, flow, measure, jurisdiction and bloc the same id in
/// both: what only one of them declares is declared in the other too, in one order. Each keeps its own `asked when`, zones and members; a bloc that
/// it does not declare has none. Links, routes, clashes and examples are left out, since no answer to a measure rests on them.
/// Error: E0743 where the two declare one name with different types, flows, ends or orders, so that its answers cannot be compared.
TwoVersions with_one_vocabulary(TwoVersions versions, source::Diagnostics& diagnostics);

}  // namespace isonomy::api
