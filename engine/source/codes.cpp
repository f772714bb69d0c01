// SPDX-License-Identifier: Apache-2.0
#include "source/codes.h"
#include "source/level.h"

#include <fmt/format.h>

#include <array>
#include <map>

namespace isonomy::source {
namespace {

struct Entry {
  Level level;
  std::string_view title;
};

const std::map<Code, Entry>& registry() {
  static const std::map<Code, Entry> entries{
#define CODE(name, number, level, title) {Code::name, {Level::level, title}},
#include "source/codes.def"
#undef CODE
  };
  return entries;
}

}  // namespace

Level level(Code code) { return registry().at(code).level; }

Severity severity(Code code) { return level(code) == Level::error ? Severity::error : Severity::warning; }

std::string_view title(Code code) { return registry().at(code).title; }

std::string_view name_of(Level level) {
  constexpr std::array<std::string_view, 3> names{"note", "warning", "error"};
  return names[static_cast<std::size_t>(level)];
}

std::string to_text(Code code) {
  constexpr std::string_view letters = "NWE";
  return fmt::format("{}{:04}", letters[static_cast<std::size_t>(level(code))], static_cast<int>(code));
}

const std::vector<Code>& all_codes() {
  static const std::vector<Code> codes{
#define CODE(name, number, severity, title) Code::name,
#include "source/codes.def"
#undef CODE
  };
  return codes;
}

}  // namespace isonomy::source
