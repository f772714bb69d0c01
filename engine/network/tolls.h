// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "network/ways.h"

namespace isonomy::network {

/// Fills `at_ends` and the toll of each carrier. Mistakes in the given facts go to the answer's diagnostics.
void find_tolls(const model::Library& library, const std::vector<model::JurisdictionId>& carriers, WaysAnswer& answer);

}  // namespace isonomy::network
