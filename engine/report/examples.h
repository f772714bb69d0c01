// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "analysis/example_coverage.h"
#include "report/terminal.h"

namespace isonomy::report {

/// How the examples came out, and, if asked for, what they cover.
struct ExampleReport {
  std::vector<analysis::ExampleResult> results;
  std::optional<analysis::ExampleCoverage> coverage;
  std::size_t min_coverage = 0;  ///< in percent
};

/// Each example that failed with its place and what was expected; how many there are; what no example decides, with examples to paste.
std::string examples_text(const model::Library& library, const source::SourceMap& sources, const ExampleReport& report,
                          const TextOptions& options);

/// `isonomy/test/1`; see docs/schema/test.json.
std::string examples_json(const model::Library& library, const source::SourceMap& sources, const ExampleReport& report);

/// A JUnit report: a test case an example, and one for the coverage if a least one is asked for.
std::string examples_junit(const source::SourceMap& sources, const ExampleReport& report);

}  // namespace isonomy::report
