// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "model/library.h"

namespace isonomy::model {

/// A comparison as a rule file has it: `value <= 150 EUR`, `goods not in {2203 to 2208, 3303}`.
std::string to_text(const Test& test, const Library& library);
/// A whole condition, with brackets where they matter.
std::string to_text(const Condition& condition, const Library& library);
/// What stands on the right of it.
std::string constants_text(const Test& test, const Library& library);

}  // namespace isonomy::model
