// SPDX-License-Identifier: Apache-2.0
#include "source/codes.h"

#include <fmt/format.h>

#include <map>

namespace isonomy::source {
namespace {

struct Entry {
  Severity severity;
  std::string_view title;
};

const std::map<Code, Entry>& registry() {
  static const std::map<Code, Entry> entries{
#define CODE(name, number, severity, title) {Code::name, {Severity::severity, title}},
#include "source/codes.def"
#undef CODE
  };
  return entries;
}

}  // namespace

Severity severity(Code code) { return registry().at(code).severity; }

std::string_view title(Code code) { return registry().at(code).title; }

std::string to_text(Code code) { return fmt::format("{}{:04}", severity(code) == Severity::error ? 'E' : 'W', static_cast<int>(code)); }

const std::vector<Code>& all_codes() {
  static const std::vector<Code> codes{
#define CODE(name, number, severity, title) Code::name,
#include "source/codes.def"
#undef CODE
  };
  return codes;
}

}  // namespace isonomy::source
