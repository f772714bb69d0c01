// SPDX-License-Identifier: Apache-2.0
#include "source/source_map.h"

#include <algorithm>

namespace isonomy::source {
namespace {

bool starts_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

std::size_t line_index(const File& file, std::uint32_t offset) {
  const auto next = std::upper_bound(file.line_starts.begin(), file.line_starts.end(), offset);
  return static_cast<std::size_t>(next - file.line_starts.begin()) - 1;
}

}  // namespace

Span join(Span first, Span last) { return {first.file, std::min(first.begin, last.begin), std::max(first.end, last.end)}; }

FileId SourceMap::add(std::string path, std::string text) {
  const auto id = files_.add({std::move(path), {}, {}});
  replace(id, std::move(text));
  return id;
}

void SourceMap::replace(FileId id, std::string text) {
  auto& file = files_[id];
  file.text = std::move(text);
  file.line_starts = {0};
  for (std::uint32_t i = 0; i < file.text.size(); ++i)
    if (file.text[i] == '\n') file.line_starts.push_back(i + 1);
}

std::string_view SourceMap::text(Span span) const {
  if (!span.file.valid()) return {};
  return std::string_view{files_[span.file].text}.substr(span.begin, span.end - span.begin);
}

Place SourceMap::place(FileId id, std::uint32_t offset) const {
  const auto& file = files_[id];
  const auto line = line_index(file, offset);
  const auto before = std::string_view{file.text}.substr(file.line_starts[line], offset - file.line_starts[line]);
  const auto columns = std::count_if(before.begin(), before.end(), starts_code_point);
  return {static_cast<std::uint32_t>(line + 1), static_cast<std::uint32_t>(columns + 1)};
}

std::string_view SourceMap::line(FileId id, std::uint32_t offset) const {
  const auto& file = files_[id];
  const auto start = file.line_starts[line_index(file, offset)];
  auto text = std::string_view{file.text}.substr(start);
  text = text.substr(0, text.find('\n'));
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

}  // namespace isonomy::source
