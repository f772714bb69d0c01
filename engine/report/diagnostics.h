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

/// `isonomy/validate/1`; see docs/schema/validate.json.
std::string diagnostics_json(const source::SourceMap& sources, const std::vector<source::Diagnostic>& diagnostics);

}  // namespace isonomy::report
