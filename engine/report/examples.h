// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "analysis/examples.h"
#include "report/terminal.h"

namespace isonomy::report {

/// Each example that failed with its place and what was expected; then how many there are.
std::string examples_text(const source::SourceMap& sources, const std::vector<analysis::ExampleResult>& results,
                          const TextOptions& options);

/// `isonomy/test/1`; see docs/schema/test.json.
std::string examples_json(const source::SourceMap& sources, const std::vector<analysis::ExampleResult>& results);

}  // namespace isonomy::report
