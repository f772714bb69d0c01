// SPDX-License-Identifier: Apache-2.0
#include "report/terminal.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>

namespace isonomy::report {
namespace {

constexpr std::size_t tab_width = 4;
constexpr std::string_view replacement = "\xEF\xBF\xBD";

// Marks that turn the direction of text could make a source line look like another.
bool steers_terminal(utf8proc_int32_t code) {
  const auto category = utf8proc_category(code);
  return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF || category == UTF8PROC_CATEGORY_ZL ||
         category == UTF8PROC_CATEGORY_ZP;
}

Cell cell_at(std::string_view rest, std::size_t& length) {
  utf8proc_int32_t code = -1;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(rest.data());
  const auto read = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(rest.size()), &code);
  length = read > 0 ? static_cast<std::size_t>(read) : 1;
  if (rest[0] == '\t') return {std::string(tab_width, ' '), tab_width, 0};
  if (rest[0] == '\n' || rest[0] == '\r') return {" ", 1, 0};
  if (read <= 0 || steers_terminal(code)) return {std::string{replacement}, 1, 0};
  return {std::string{rest.substr(0, length)}, static_cast<std::size_t>(std::max(0, utf8proc_charwidth(code))), 0};
}

}  // namespace

std::string Paint::wrap(std::string_view code, std::string_view text) const {
  return on_ && !text.empty() ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string{text};
}

std::vector<Cell> cells_of(std::string_view line) {
  std::vector<Cell> out;
  for (std::size_t at = 0, length = 0; at < line.size(); at += length) {
    out.push_back(cell_at(line.substr(at), length));
    out.back().offset = static_cast<std::uint32_t>(at);
  }
  return out;
}

std::string shown(std::string_view text) {
  std::string out;
  for (const auto& cell : cells_of(text)) out += cell.text;
  return out;
}

std::size_t width_of(std::string_view text) {
  std::size_t out = 0;
  for (const auto& cell : cells_of(text)) out += cell.width;
  return out;
}

std::string padded(std::string_view text, std::size_t width) {
  const auto used = width_of(text);
  return std::string{text} + std::string(used < width ? width - used : 0, ' ');
}

std::string label_in(const model::Label& label, const std::string& lang) {
  for (const auto& [language, text] : label.translations)
    if (language == lang) return text;
  return label.text;
}

}  // namespace isonomy::report
