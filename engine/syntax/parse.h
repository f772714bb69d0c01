// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "source/diagnostic.h"
#include "syntax/ast.h"

namespace isonomy::syntax {

/// Reads one rule file. Every mistake becomes one diagnostic, in source order; a declaration with a mistake is left out of the result.
/// Errors: E01xx for bytes and words, E02xx for shape. Cost: linear in the bytes.
File parse_file(const source::SourceMap& sources, source::FileId file, source::Diagnostics& diagnostics);

/// Reads one fact as stated on a command line, such as `value <= 150 EUR`; nothing if it holds a mistake.
std::optional<Comparison> parse_statement(const source::SourceMap& sources, source::FileId file, source::Diagnostics& diagnostics);

/// Words of the language that can never be names.
const std::vector<std::string>& reserved_words();

}  // namespace isonomy::syntax
