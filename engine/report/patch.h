// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "harmonize/plan.h"
#include "model/library.h"

namespace isonomy::report {

/// The changes as a rule file that `--what-if` takes: each rule as its author wrote it, with its new answers. The days on which somebody read its source are
/// left out, since that source does not say what is proposed.
std::string patch_text(const model::Library& library, const source::SourceMap& sources, const std::vector<harmonize::Change>& changes);

}  // namespace isonomy::report
