// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "source/diagnostic.h"
#include "syntax/tree.h"

namespace isonomy::syntax {

enum class Start : std::uint8_t { file, statement };

/// Bytes to parse tree: the only function that knows the parser generator.
Node parse_tree(const source::SourceMap& sources, source::FileId file, Start start, source::Diagnostics& diagnostics);

/// What the parser met and what it could have used; `parser_error` turns it into a sentence.
struct ParserError {
  source::Span found_span;
  std::string found;                  ///< empty at the end of the file
  source::Span previous_span;
  std::string previous;
  std::vector<std::string> expected;  ///< words and signs as written; "a name", "a text", ... for classes
  std::string construct;              ///< grammar rule in which it happened
};
source::Diagnostic parser_error(const ParserError& error);

}  // namespace isonomy::syntax
