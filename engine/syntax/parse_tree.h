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
Tree parse_tree(const source::SourceMap& sources, source::FileId file, Start start, source::Diagnostics& diagnostics);

/// One word around a mistake; without text at either end of the file.
struct ParserWord {
  std::string text;
  source::Span span;
  bool first_on_line = false;
};

/// What the parser met and what it could have used; `parser_error` turns it into a sentence.
struct ParserError {
  ParserWord before, previous, found, next;
  std::vector<std::string> expected;  ///< words and signs in backquotes; "a name", "a number", ... for classes
  std::string construct;              ///< grammar rule in which it happened; names and paths count as the rule that holds them
  bool previous_opens = false;        ///< the previous word is the first of its clause or declaration
  bool could_follow = false;          ///< the found word could stand right after the one that is missing
  bool between_units = false;         ///< a clause or declaration could begin here
};
source::Diagnostic parser_error(const ParserError& error);

}  // namespace isonomy::syntax
