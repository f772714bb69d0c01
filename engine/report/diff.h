// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "analysis/diff.h"
#include "report/terminal.h"

namespace isonomy::report {

/// For policy-makers: measures that differ with their regions, then what is open, then what was proved the same.
std::string diff_text(const model::Library& library, const source::SourceMap& sources, const analysis::DiffAnswer& answer,
                      const TextOptions& options);

/// `isonomy/diff/1`; see docs/schema/diff.json. At most `most` regions of each list.
std::string diff_json(const model::Library& library, const source::SourceMap& sources, const analysis::DiffAnswer& answer,
                      std::size_t most);

}  // namespace isonomy::report
