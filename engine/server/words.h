// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace isonomy::server {

/// What stands before the cursor, in a text that may be half written: the words and signs, in order, and the beginning of the word the
/// cursor is in. Dotted names are one word.
struct Before {
  std::vector<std::string_view> words;
  std::uint32_t prefix_begin = 0;  ///< where the word at the cursor begins; the cursor itself if it is in none
  bool in_text = false;            ///< inside quotes or a comment, where nothing is completed
};
Before words_before(std::string_view text, std::uint32_t offset);

}  // namespace isonomy::server
