// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "harmonize/problem.h"

namespace isonomy::test {

/// A problem as text: `rules labels pairs`, then `label weight` per rule, then `a b penalty` per pair. A changed label
/// costs the weight, however far it moves; a pair pays its penalty for each step of |a - b| beyond 1.
harmonize::Problem read_levels(const std::string& path);

}  // namespace isonomy::test
