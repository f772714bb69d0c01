// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "api/load.h"

namespace isonomy::test {

/// Texts of random libraries, one file each in this order, loaded from a folder that is gone afterwards; with the rates of `random_rates`.
api::Loaded load_texts(const std::vector<std::string>& texts);

/// The message of the first error; nothing if there is none.
std::string first_error(const source::Diagnostics& diagnostics);

}  // namespace isonomy::test
