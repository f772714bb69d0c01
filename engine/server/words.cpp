// SPDX-License-Identifier: Apache-2.0
#include "server/words.h"

#include <algorithm>

namespace isonomy::server {
namespace {

bool in_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.'; }

// One past the word, text, comment or sign that begins at `at`.
std::size_t end_of_word(std::string_view text, std::size_t at) {
  constexpr std::string_view joined = "<>=!-";
  auto end = at + 1;
  if (text.substr(at, 2) == "//") return std::min(text.find('\n', at), text.size());
  if (text[at] == '"') {
    while (end < text.size() && text[end] != '"' && text[end] != '\n') end += text[end] == '\\' ? 2 : 1;
    return std::min(end + 1, text.size());
  }
  if (in_name(text[at]))
    while (end < text.size() && in_name(text[end])) ++end;
  else if (joined.find(text[at]) != std::string_view::npos)
    while (end < text.size() && joined.find(text[end]) != std::string_view::npos) ++end;
  return end;
}

}  // namespace

Before words_before(std::string_view text, std::uint32_t offset) {
  Before out;
  out.prefix_begin = offset;
  while (out.prefix_begin > 0 && in_name(text[out.prefix_begin - 1])) --out.prefix_begin;
  for (std::size_t at = 0; at < out.prefix_begin;) {
    const auto end = end_of_word(text, at);
    const bool blank = text[at] == ' ' || text[at] == '\t' || text[at] == '\r' || text[at] == '\n';
    const bool comment = text.substr(at, 2) == "//";
    if ((comment || text[at] == '"') && (end > out.prefix_begin || (comment && end == offset))) {
      out.in_text = true;
      return out;
    }
    if (!blank && !comment) out.words.push_back(text.substr(at, end - at));
    at = end;
  }
  return out;
}

}  // namespace isonomy::server
