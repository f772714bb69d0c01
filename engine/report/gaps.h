// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "analysis/gaps.h"
#include "report/terminal.h"

namespace isonomy::report {

/// Gaps in full under their commitments, then silences and unknowns, then what was proved to be kept.
std::string gaps_text(const model::Library& library, const source::SourceMap& sources, const analysis::GapsAnswer& answer,
                      const TextOptions& options);

/// `isonomy/gaps/1`; see docs/schema/gaps.json.
std::string gaps_json(const model::Library& library, const source::SourceMap& sources, const analysis::GapsAnswer& answer);

}  // namespace isonomy::report
