// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/library.h"
#include "source/diagnostic.h"

namespace isonomy::analysis {

/// States each fact that the vocabulary declares as a sum (such as the CIF value) where all its addends are stated as one amount each; exact, in
/// the currency of the first, at the library's rates. Where an addend is open or has no rate, the sum stays open.
/// Error: E0704 where a stated sum is another amount.
void add_sums(const model::Library& library, std::vector<model::Test>& given, source::Diagnostics& diagnostics);

}  // namespace isonomy::analysis
