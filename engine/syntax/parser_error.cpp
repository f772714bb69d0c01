// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "syntax/parse.h"
#include "syntax/parse_tree.h"

namespace isonomy::syntax {
namespace {

using source::Code;
using source::Diagnostic;

bool is_word(std::string_view text) {
  return !text.empty() && ((text[0] >= 'a' && text[0] <= 'z') || (text[0] >= 'A' && text[0] <= 'Z') || text[0] == '_');
}

std::vector<std::string> expected_words(const ParserError& error) {
  std::vector<std::string> out;
  for (const auto& shown : error.expected)
    if (shown.size() > 2 && shown[0] == '`' && is_word(std::string_view{shown}.substr(1))) out.push_back(shown.substr(1, shown.size() - 2));
  return out;
}

// Words that open a clause or declaration: the likely meaning of a name that was followed by nonsense.
const std::vector<std::string>& clause_words() {
  static const std::vector<std::string> words{
      "domain", "flow", "enum", "scale", "fact", "measure", "jurisdiction", "bloc", "ruleset", "rule", "commitment", "clash", "link",
      "route", "example", "table", "overrides", "when", "from", "through", "source", "article", "url", "checked", "note", "status", "asked",
      "higher", "lower", "neutral", "importance", "aligns", "currency", "within", "legislates", "members", "applies", "complete",
      "suspended", "implemented", "includes", "between", "except", "strength", "severity", "kind", "remedy", "distance", "border",
      "given", "line", "expect", "and", "or", "not", "in", "is"};
  return words;
}

bool is_keyword(const std::string& text) { return std::find(clause_words().begin(), clause_words().end(), text) != clause_words().end(); }

// A word is taken as misspelt only if it is close: one slip in a short word, two in a long one.
std::string misspelt(const std::string& text, const std::vector<std::string>& meant) {
  if (!is_word(text) || is_keyword(text) || text.size() < 2) return {};
  const auto near = source::nearest(text, meant);
  return near.size() < 3 && text.size() < 3 ? std::string{} : near;
}

std::string list_of(const ParserError& error) {
  std::set<std::string> unique{error.expected.begin(), error.expected.end()};
  constexpr std::size_t few = 6;
  if (unique.empty() || unique.size() > few) return {};
  return fmt::format("{}", fmt::join(unique, unique.size() == 2 ? " or " : ", "));
}

std::string found_text(const ParserError& error) {
  if (error.found.empty()) return "the end of the file";
  constexpr std::size_t longest = 40;
  return error.found.size() > longest ? fmt::format("`{}...`", error.found.substr(0, longest)) : fmt::format("`{}`", error.found);
}

std::string help_for(const std::string& expected) {
  if (expected.empty()) return "see docs/language.md for what may stand here";
  return "write " + expected;
}

Diagnostic keyword(const std::string& written, source::Span span, const std::string& meant) {
  return {Code::misspelt_keyword, span, fmt::format("`{}` is not a keyword", written), fmt::format("did you mean `{}`?", meant), {}, {}};
}

bool reserved(const std::string& word) {
  const auto& words = reserved_words();
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

Diagnostic parser_error(const ParserError& error) {
  if (error.found == "charge" || error.found == "waive")
    return {Code::reserved_for_later, error.found_span, fmt::format("`{}` is reserved for a later version of the language", error.found),
            "remove the declaration", {}, {}};
  if (const auto meant = misspelt(error.found, expected_words(error)); !meant.empty()) return keyword(error.found, error.found_span, meant);
  if (const auto meant = misspelt(error.previous, clause_words()); !meant.empty())
    return keyword(error.previous, error.previous_span, meant);
  const auto expected = list_of(error);
  const bool wants_name = std::find(error.expected.begin(), error.expected.end(), "a name") != error.expected.end();
  if (wants_name && reserved(error.found))
    return {Code::unexpected_word, error.found_span, fmt::format("`{}` is a word of the language and cannot be a name", error.found),
            "choose another name", {}, {}};
  if (expected.empty() || error.expected.size() > 1)
    return {Code::unexpected_word, error.found_span, fmt::format("{} does not fit here", found_text(error)), help_for(expected), {}, {}};
  return {Code::missing_word, error.found_span, fmt::format("expected {} before {}", expected, found_text(error)), "write " + expected, {}, {}};
}

const std::vector<std::string>& reserved_words() {
  static const std::vector<std::string> words{
      "domain", "enum",   "scale", "measure",   "jurisdiction", "bloc", "ruleset", "rule",    "commitment", "clash",  "charge", "link",
      "route",  "example", "table", "overrides", "when",         "from", "through", "source",  "article",    "url",    "checked", "note",
      "status", "in",     "is",    "not",       "and",          "or",   "yes",     "no",      "expect",     "hours",  "hour",   "days",
      "day",    "months", "month", "years",     "year",         "business", "kg",  "g",       "km"};
  return words;
}

}  // namespace isonomy::syntax
