// SPDX-License-Identifier: Apache-2.0
#include "report/excerpt.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/terminal.h"

namespace isonomy::report {
namespace {

constexpr std::size_t longest_line = 160;
constexpr std::size_t kept_before = 40;
constexpr std::string_view dots = "...";

struct Window {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The cells that are printed, so that a line of a megabyte does not fill the terminal.
Window window_of(std::size_t cells, std::size_t marked) {
  if (cells <= longest_line) return {0, cells};
  const auto begin = marked > kept_before ? marked - kept_before : 0;
  return {begin, std::min(cells, begin + longest_line)};
}

// The bytes that can show in the window: of a line of a megabyte only these are looked at.
struct Stretch {
  std::string_view text;
  std::uint32_t offset = 0;  ///< where it begins in the line
};

bool inside_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

Stretch near(std::string_view line, std::uint32_t marked) {
  constexpr std::uint32_t reach = 1024;
  std::uint32_t begin = marked > reach ? marked - reach : 0;
  while (begin < line.size() && begin > 0 && inside_code_point(line[begin])) ++begin;
  std::size_t end = std::min<std::size_t>(line.size(), std::size_t{marked} + reach);
  while (end < line.size() && inside_code_point(line[end])) ++end;
  return {line.substr(begin, end - begin), begin};
}

std::size_t index_of(const std::vector<Cell>& cells, std::uint32_t offset) {
  const auto it = std::find_if(cells.begin(), cells.end(), [&](const Cell& cell) { return cell.offset >= offset; });
  return static_cast<std::size_t>(it - cells.begin());
}

std::size_t columns(const std::vector<Cell>& cells, std::size_t begin, std::size_t end) {
  std::size_t out = 0;
  for (auto i = begin; i < end; ++i) out += cells[i].width;
  return out;
}

}  // namespace

Excerpt excerpt(const source::SourceMap& sources, source::Span span) {
  const auto line = sources.line(span.file, span.begin);
  const auto start = static_cast<std::uint32_t>(line.data() - sources[span.file].text.data());
  const auto part = near(line, span.begin - start);
  const auto cells = cells_of(part.text);
  const auto first = index_of(cells, span.begin - start - part.offset);
  const auto window = window_of(cells.size(), first);
  const auto last = std::min(window.end, index_of(cells, std::max(span.end, span.begin) - start - part.offset));
  const bool cut_before = window.begin > 0 || part.offset > 0;
  const bool cut_after = window.end < cells.size() || part.offset + part.text.size() < line.size();
  Excerpt out{sources.place(span.file, span.begin).line, std::string{cut_before ? dots : ""}, 0, 1};
  out.indent = out.line.size() + columns(cells, window.begin, first);
  if (last > first) out.length = std::max<std::size_t>(1, columns(cells, first, last));
  for (auto i = window.begin; i < window.end; ++i) out.line += cells[i].text;
  if (cut_after) out.line += dots;
  return out;
}

std::string place_text(const source::SourceMap& sources, source::Span span) {
  const auto place = sources.place(span.file, span.begin);
  return fmt::format("{}:{}:{}", shown(sources[span.file].path), place.line, place.column);
}

}  // namespace isonomy::report
