// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "model/library.h"

namespace isonomy::analysis::validation {

/// Every comparison in the rules, commitments, clashes and examples of a library; what a ruleset applies to comes once a rule.
void each_test(const model::Library& library, const std::function<void(const model::Test&)>& visit);

}  // namespace isonomy::analysis::validation
