// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/library.h"

namespace isonomy::analysis {

/// The branches of a condition: the alternatives of each `or` in it, in the order written. `not (a and b)` is read as `not a or not b`.
/// A condition without alternatives has none.
std::vector<model::Condition> branches_of(const model::Condition& condition);

/// Where a condition is written: the first comparison in it.
source::Span span_of(const model::Condition& condition);

}  // namespace isonomy::analysis
