// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "analysis/diff.h"

namespace isonomy::test {

/// Everything a comparison says, a line a region, in words that do not depend on the numbers of declarations. `turned` exchanges the sides.
std::vector<std::string> told(const model::Library& library, const analysis::DiffAnswer& answer, bool turned = false);

/// The same for the regions of one decision, sorted.
std::vector<std::string> told(const model::Library& library, const std::vector<analysis::RegionAnswer>& regions);

}  // namespace isonomy::test
