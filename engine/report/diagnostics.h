// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "report/terminal.h"
#include "source/diagnostic.h"

namespace isonomy::report {

/// As a compiler prints them: code and message, place, the source line with the text underlined, related places, help, witness;
/// then how many there are. Mistakes of the command line have no place.
std::string diagnostics_text(const source::SourceMap& sources, const std::vector<source::Diagnostic>& diagnostics, bool colour);

/// By what a finding is known again when lines have moved: code, file and message with a tab between.
std::string fingerprint(const source::SourceMap& sources, const source::Diagnostic& one);

/// SARIF 2.1.0, for code scanning; `version` is that of the program.
std::string diagnostics_sarif(const source::SourceMap& sources, const std::vector<source::Diagnostic>& diagnostics,
                              const std::string& version);
/// A JUnit report: a test case a finding, and one that passes for each file without any.
std::string diagnostics_junit(const source::SourceMap& sources, const std::vector<source::Diagnostic>& diagnostics);
/// Workflow commands of GitHub Actions, one line a finding.
std::string diagnostics_github(const source::SourceMap& sources, const std::vector<source::Diagnostic>& diagnostics);

/// `isonomy/validate/1`; see docs/schema/validate.json.
std::string diagnostics_json(const source::SourceMap& sources, const std::vector<source::Diagnostic>& diagnostics);

}  // namespace isonomy::report
