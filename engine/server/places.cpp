// SPDX-License-Identifier: Apache-2.0
#include "server/places.h"

#include <algorithm>

namespace isonomy::server {
namespace {

constexpr std::string_view scheme = "file://";

unsigned char byte(char c) { return static_cast<unsigned char>(c); }

// Code points beyond the first plane, four bytes in UTF-8, are two units in UTF-16.
std::uint32_t units_of_lead(char c) { return (byte(c) & 0xC0U) == 0x80U ? 0U : byte(c) >= 0xF0U ? 2U : 1U; }

int hexadecimal(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool plain_in_uri(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view{"-._~/"}.find(c) != std::string_view::npos;
}

}  // namespace

std::uint32_t units(std::string_view text) {
  std::uint32_t out = 0;
  for (const char c : text) out += units_of_lead(c);
  return out;
}

std::uint32_t offset_at(const source::File& file, const Json& position) {
  const auto line = position.at("line").get<std::uint64_t>();
  const auto wanted = position.at("character").get<std::uint64_t>();
  if (line >= file.line_starts.size()) return static_cast<std::uint32_t>(file.text.size());
  auto at = file.line_starts[line];
  for (std::uint64_t seen = 0; at < file.text.size() && file.text[at] != '\n' && file.text[at] != '\r';) {
    seen += units_of_lead(file.text[at]);
    if (seen > wanted) break;
    do ++at;
    while (at < file.text.size() && units_of_lead(file.text[at]) == 0);
  }
  return at;
}

Json position_of(const source::File& file, std::uint32_t offset) {
  offset = std::min(offset, static_cast<std::uint32_t>(file.text.size()));
  const auto next = std::upper_bound(file.line_starts.begin(), file.line_starts.end(), offset);
  const auto line = static_cast<std::size_t>(next - file.line_starts.begin()) - 1;
  const auto start = file.line_starts[line];
  return {{"line", line}, {"character", units(std::string_view{file.text}.substr(start, offset - start))}};
}

Json range_of(const source::SourceMap& sources, source::Span span) {
  const auto& file = sources[span.file];
  return {{"start", position_of(file, span.begin)}, {"end", position_of(file, span.end)}};
}

std::string path_of(const std::string& uri) {
  if (!uri.starts_with(scheme)) return uri;
  std::string out;
  for (auto i = std::min(uri.find('/', scheme.size()), uri.size()); i < uri.size(); ++i) {
    const bool escaped = uri[i] == '%' && i + 2 < uri.size() && hexadecimal(uri[i + 1]) >= 0 && hexadecimal(uri[i + 2]) >= 0;
    out += escaped ? static_cast<char>(hexadecimal(uri[i + 1]) * 16 + hexadecimal(uri[i + 2])) : uri[i];
    if (escaped) i += 2;
  }
  return out;
}

std::string uri_of(const std::string& path) {
  if (!path.starts_with('/')) return path;
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out{scheme};
  for (const char c : path) {
    if (plain_in_uri(c)) out += c;
    else (((out += '%') += digits[byte(c) >> 4U]) += digits[byte(c) & 15U]);
  }
  return out;
}

Json location_of(const source::SourceMap& sources, source::Span span) {
  return {{"uri", uri_of(sources[span.file].path)}, {"range", range_of(sources, span)}};
}

}  // namespace isonomy::server
