// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "analysis/answer.h"
#include "report/terminal.h"

namespace isonomy::report {

/// For a trade desk: blocks and conflicts first, then what each jurisdiction answers at its border, and what was left open.
std::string check_text(const model::Library& library, const source::SourceMap& sources, const analysis::CheckAnswer& answer,
                       const TextOptions& options);

/// `isonomy/check/1`; see docs/schema/check.json.
std::string check_json(const model::Library& library, const source::SourceMap& sources, const analysis::CheckAnswer& answer);

}  // namespace isonomy::report
