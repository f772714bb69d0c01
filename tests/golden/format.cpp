// SPDX-License-Identifier: Apache-2.0
#include "format.h"

#include <array>
#include <random>
#include <stdexcept>

#include "outline.h"
#include "support/text.h"
#include "syntax/format.h"

namespace isonomy::test {
namespace {

// Words, texts in quotes, and comments, in order; what is between them is blank.
std::vector<std::string> parts_of(const std::string& text) {
  std::vector<std::string> out;
  const auto is_letter = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.' || c == '-'; };
  for (std::size_t i = 0; i < text.size();) {
    auto end = i + 1;
    if (text.compare(i, 2, "//") == 0) end = std::min(text.find_first_of("\r\n", i), text.size());
    else if (text[i] == '"') end = std::min(text.find('"', i + 1), text.size() - 1) + 1;
    else if (text[i] == '<' || text[i] == '>' || text[i] == '-' || text[i] == '!')
      while (end < text.size() && (text[end] == '-' || text[end] == '=' || text[end] == '>')) ++end;
    else
      while (end < text.size() && is_letter(text[i]) && is_letter(text[end])) ++end;
    if (text[i] != ' ' && text[i] != '\n' && text[i] != '\r' && text[i] != '\t') out.push_back(text.substr(i, end - i));
    i = end;
  }
  return out;
}

std::vector<std::string> comments_of(const std::string& text) {
  std::vector<std::string> out;
  for (auto& part : parts_of(text)) {
    if (!part.starts_with("//")) continue;
    part.erase(part.find_last_not_of(" \t") + 1);
    out.push_back(part);
  }
  return out;
}

}  // namespace

std::string formatted(const std::string& text) {
  source::SourceMap sources;
  source::Diagnostics diagnostics;
  const auto out = syntax::format_file(sources, sources.add("test.law", text), diagnostics);
  if (!out) throw std::runtime_error(report(sources, diagnostics));
  return *out;
}

std::string wrong_with_format(const std::string& text, std::size_t& judged) {
  const auto parsed = parse(text);
  if (!parsed.diagnostics.empty()) return {};
  ++judged;
  const auto once = formatted(text);
  const auto again = parse(once);
  if (!again.diagnostics.empty()) return "the layout has a mistake:\n" + report(again.sources, again.diagnostics) + once;
  if (outline(again.file) != outline(parsed.file)) return "the meaning has changed:\n" + once;
  if (comments_of(text) != comments_of(once)) return "a comment has changed:\n" + once;
  const auto twice = formatted(once);
  if (twice != once) return "a second time changes it:\n" + once + "--- second\n" + twice;
  return {};
}

std::string shaken(const std::string& text, unsigned seed) {
  static constexpr std::array<std::string_view, 12> blanks{" ",      " ",          "\n",         "\n\n\n",        "\t", "\r\n", "   ",
                                                           "\n  \n", " // why \n", "\n// why\n", "\n\n//why\n\n", "\r"};
  std::mt19937 random{seed};
  const auto below = [&](std::size_t n) { return random() % n; };
  std::string out;
  for (const auto& part : parts_of(text)) {
    const auto fate = below(4000);
    if (fate != 0) out += part;
    if (fate == 1) out += " " + part;
    out += part.starts_with("//") ? "\n" : below(3) == 0 ? blanks.at(below(blanks.size())) : " ";
  }
  return out;
}

}  // namespace isonomy::test
