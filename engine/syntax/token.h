// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "source/diagnostic.h"

namespace isonomy::syntax {

/// A word or sign of a file. `type` is the grammar's own number; `text` points into the source map.
struct Token {
  std::size_t type = 0;
  std::string_view text;
  source::Span span;
  bool first_on_line = false;
  bool mended = false;  ///< a mistake here is reported already: the parser stays silent about it
};

/// The grammar's numbers for the few tokens that repairs must know by name; filled by the lexer's side of the wall.
struct TokenTypes {
  std::size_t left_brace, right_brace, left_paren, right_paren, comma, colon, dot, slash, arithmetic;
  std::size_t equal, not_equal, less, less_equal, greater, greater_equal, arrow, conjunction, disjunction, negation;
  std::size_t integer, decimal, date, string, capitals, bad_date, thousands, open_string, full_width, other;
  std::size_t rule, commitment, table, jurisdiction, expect, clash, route, link, example, fact, flow, from, set, enumeration, no, possible;
  std::vector<std::size_t> openers;  ///< words that only ever open a top-level declaration
};

/// Mends words that would otherwise hide later mistakes: wrong dates, thousands separators, full-width and foreign signs, quotes,
/// comments of other languages. One diagnostic per mend; afterwards the parser sees only words of the language. Cost: linear.
std::vector<Token> mend_words(const std::vector<Token>& tokens, const TokenTypes& types, source::Diagnostics& diagnostics);

/// Adds missing closing braces and leaves out stray ones, so that the parser sees every brace paired. Cost: linear.
std::vector<Token> balance_braces(const std::vector<Token>& tokens, const TokenTypes& types, source::Diagnostics& diagnostics);

/// Whether brackets and runs of `not` stay within the limit, since each costs the parser stack; says where they do not (E0104).
bool check_nesting(const std::vector<Token>& tokens, const TokenTypes& types, source::Diagnostics& diagnostics);

/// Whether the bytes are text at all: size, UTF-8, no zero bytes. Says what is wrong and where (E0102, E0103).
bool check_bytes(std::string_view text, source::FileId file, source::Diagnostics& diagnostics);

}  // namespace isonomy::syntax
