// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "analysis/answer.h"
#include "report/terminal.h"

namespace isonomy::report {

/// The answer, the rules that won and lost, each condition with the actual value, and what would change the answer.
std::string explain_text(const model::Library& library, const source::SourceMap& sources, const analysis::ExplainAnswer& answer,
                         const TextOptions& options);

/// `isonomy/explain/1`; see docs/schema/explain.json.
std::string explain_json(const model::Library& library, const source::SourceMap& sources, const analysis::ExplainAnswer& answer);

}  // namespace isonomy::report
