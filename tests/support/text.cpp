// SPDX-License-Identifier: Apache-2.0
#include "support/text.h"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "source/codes.h"
#include "syntax/parse.h"

namespace isonomy::test {
namespace {

std::string position(const source::SourceMap& sources, source::Span span) {
  if (!span.file.valid()) return "-";
  const auto place = sources.place(span.file, span.begin);
  return fmt::format("{}:{}", place.line, place.column);
}

// What an editor would underline, on one line and without the bytes that are no text.
std::string marked(const source::SourceMap& sources, source::Span span) {
  constexpr std::size_t longest = 60;
  std::string out;
  for (const char c : sources.text(span)) {
    if (c == '\n') out += "\\n";
    else if (c != '\r') out += c;
  }
  return out.size() > longest ? out.substr(0, longest) + "..." : out;
}

}  // namespace

std::string read_file(const std::string& path) {
  std::ifstream in{path, std::ios::binary};
  if (!in) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>{in}, {}};
}

Parsed parse(std::string text) {
  Parsed out;
  out.id = out.sources.add("test.law", std::move(text));
  out.file = syntax::parse_file(out.sources, out.id, out.diagnostics);
  return out;
}

std::string report(const source::SourceMap& sources, const source::Diagnostics& diagnostics) {
  std::string out;
  for (const auto& one : diagnostics.sorted()) {
    out += fmt::format("{} {} {}\n", position(sources, one.span), source::to_text(one.code), one.message);
    const auto text = one.code == source::Code::invalid_utf8 ? std::string{} : marked(sources, one.span);
    if (!text.empty()) out += fmt::format("  marks: {}\n", text);
    if (!one.help.empty()) out += fmt::format("  help: {}\n", one.help);
    for (const auto& other : one.related) out += fmt::format("  see {}: {}\n", position(sources, other.span), other.message);
  }
  return out;
}

std::vector<std::string> codes(const source::Diagnostics& diagnostics) {
  std::vector<std::string> out;
  for (const auto& one : diagnostics.sorted()) out.push_back(source::to_text(one.code));
  return out;
}

}  // namespace isonomy::test
