// SPDX-License-Identifier: Apache-2.0
#include "made.h"

#include <fmt/format.h>

#include "base/limits.h"

namespace isonomy::test {
namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

std::string rule_with(const std::string& condition) {
  return fmt::format("ruleset DE.customs {{\n  rule r {{\n    duty = flat\n    when {}\n    source \"s\"\n  }}\n}}\n", condition);
}

std::string parentheses(std::size_t count) { return rule_with(repeated("(", count) + "value > 1 EUR" + repeated(")", count)); }

std::string negations(std::size_t count) { return rule_with(repeated("not ", count) + "value > 1 EUR"); }

std::string many_mistakes() { return repeated("domain = customs\n", base::limits::diagnostics_per_file + 50); }

std::string invalid_utf8() { return "// SPDX-License-Identifier: Apache-2.0\ndomain customs \"Customs \xC3\x28\"\n"; }

std::string zero_byte() { return std::string{"domain customs\n"} + '\0' + "domain tax\n"; }

}  // namespace

const std::map<std::string, std::function<std::string()>>& made_texts() {
  static const std::map<std::string, std::function<std::string()>> texts{
      {"hundred_thousand_parentheses", [] { return parentheses(100'000); }},
      {"hundred_thousand_negations", [] { return negations(100'000); }},
      {"many_mistakes", many_mistakes},
      {"invalid_utf8", invalid_utf8},
      {"zero_byte", zero_byte},
      {"file_too_large", [] { return repeated("// a comment\n", base::limits::file_bytes / 13 + 1); }},
      {"too_many_words", [] { return repeated("= ", base::limits::tokens + 1); }},
      {"windows_line_ends", [] { return std::string{"domain customs\r\ndomain = tax\r\n"}; }},
      {"byte_order_mark",
       [] {
         return std::string{
             "\xEF\xBB\xBF"
             "domain customs\ndomain = tax\n"};
       }},
  };
  return texts;
}

}  // namespace isonomy::test
