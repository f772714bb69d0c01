// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "syntax/tree.h"

namespace isonomy::syntax {

/// What stands before a word.
enum class Before : std::uint8_t {
  nothing,
  space,
  line,   ///< a new line inside a clause
  item,   ///< a new line; a blank line of the author is kept
  apart,  ///< a new line after a blank one
  close,  ///< a new line that ends a block
};

/// One word with its place in the layout.
struct Piece {
  std::string_view text;
  source::Span span;
  Before before = Before::space;
  std::size_t indent = 0;          ///< in spaces, if the word begins a line
  std::size_t comment_indent = 0;  ///< of comments on lines of their own before it
};

/// Every word of a file without mistakes, in order. `text` is the whole file.
std::vector<Piece> layout(const Node& root, std::string_view text);

}  // namespace isonomy::syntax
