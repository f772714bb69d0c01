// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <set>

#include "source/codes.h"
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
      "domain",  "flow",       "enum",      "scale",       "fact",     "measure",  "jurisdiction", "bloc",       "ruleset",
      "rule",    "commitment", "clash",     "link",        "route",    "example",  "table",        "overrides",  "when",
      "from",    "through",    "source",    "article",     "url",      "checked",  "note",         "status",     "asked",
      "higher",  "lower",      "neutral",   "importance",  "aligns",   "currency", "within",       "legislates", "members",
      "applies", "complete",   "suspended", "implemented", "includes", "between",  "except",       "strength",   "severity",
      "kind",    "remedy",     "distance",  "border",      "given",    "line",     "expect",       "and",        "or",
      "not",     "in",         "is"};
  return words;
}

bool is_keyword(const std::string& text) { return std::find(clause_words().begin(), clause_words().end(), text) != clause_words().end(); }

// A word is taken as misspelt only if it is close: one slip in a short word, two in a long one.
std::string misspelt(const std::string& text, const std::vector<std::string>& meant) {
  if (!is_word(text) || is_keyword(text) || text.size() < 2) return {};
  const auto near = source::nearest(text, meant);
  return near.size() < 3 && text.size() < 3 ? std::string{} : near;
}

bool reserved(const std::string& word) {
  const auto& words = reserved_words();
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_number(const std::string& text) { return !text.empty() && text[0] >= '0' && text[0] <= '9'; }

bool is_currency(const std::string& text) {
  return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool wants(const ParserError& error, std::string_view what) {
  return std::find(error.expected.begin(), error.expected.end(), what) != error.expected.end();
}

// Where so much may stand that a list would not help, the kind of thing.
std::string kind_of_thing(const ParserError& error) {
  if (error.construct == "file") return "a declaration such as `ruleset` or `jurisdiction`";
  if (error.construct == "relation" || error.construct == "comparison") return "a comparison such as `=`, `<=` or `in`";
  if (wants(error, "a name") && wants(error, "a number")) return "a value";
  if (wants(error, "`(`")) return "a comparison of a fact";
  return {};
}

std::string list_of(const ParserError& error) {
  const std::set<std::string> unique{error.expected.begin(), error.expected.end()};
  constexpr std::size_t few = 6;
  if (auto kind = kind_of_thing(error); (unique.size() > few / 2 || wants(error, "`(`")) && !kind.empty()) return kind;
  if (unique.empty() || unique.size() > few) return {};
  std::vector<std::string> words{unique.begin(), unique.end()};
  const auto last = words.back();
  words.pop_back();
  return words.empty() ? last : fmt::format("{} or {}", fmt::join(words, ", "), last);
}

std::string quoted(const std::string& text) {
  constexpr std::size_t longest = 40;
  if (text.empty()) return "the end of the file";
  return text.size() > longest ? fmt::format("`{}...`", text.substr(0, longest)) : fmt::format("`{}`", text);
}

Diagnostic said(Code code, source::Span span, std::string message, std::string help) {
  return {code, span, std::move(message), std::move(help), {}, {}};
}

Diagnostic keyword(const ParserWord& written, const std::string& meant) {
  return said(Code::misspelt_keyword, written.span, fmt::format("`{}` is not a keyword", written.text),
              fmt::format("did you mean `{}`?", meant));
}

std::optional<Diagnostic> reserved_for_later(const ParserError& error) {
  if (error.found.text != "charge" && error.found.text != "waive") return std::nullopt;
  return said(Code::reserved_for_later, error.found.span,
              fmt::format("`{}` is reserved for a later version of the language", error.found.text), "remove the declaration");
}

std::optional<Diagnostic> misspelt_keyword(const ParserError& error) {
  if (const auto meant = misspelt(error.found.text, expected_words(error)); !meant.empty()) return keyword(error.found, meant);
  if (!error.previous_opens) return std::nullopt;
  if (const auto meant = misspelt(error.previous.text, clause_words()); !meant.empty()) return keyword(error.previous, meant);
  return std::nullopt;
}

std::optional<Diagnostic> arithmetic(const ParserError& error) {
  const auto& sign = error.found.text;
  if (sign != "+" && sign != "-" && sign != "*") return std::nullopt;
  return said(Code::unexpected_word, error.found.span, fmt::format("rule files hold no arithmetic, so `{}` does not fit here", sign),
              "give the result a fact of its own, or write it out as a constant");
}

const std::vector<std::string>& unit_words() {
  static const std::vector<std::string> words{"business", "hours", "hour", "days", "day", "months", "month", "years", "year", "kg", "km"};
  return words;
}

std::string unit_help(const std::string& unit) {
  const bool letters = unit.size() == 3 && std::all_of(unit.begin(), unit.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (const auto near = source::nearest(unit, unit_words()); !near.empty() && !letters) return fmt::format("did you mean `{}`?", near);
  std::string capitals = unit;
  for (auto& c : capitals) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  if (letters)
    return fmt::format("write `{}` for a currency; the other units are hours, days, business days, months, years, kg, g, km, %", capitals);
  return "write hours, days, business days, months, years, kg, g, km, %, or a currency such as EUR";
}

// A word right after a number is read as the next clause; the parser stumbles only one word later.
std::optional<Diagnostic> unknown_unit(const ParserError& error) {
  const auto& unit = error.previous;
  if (!is_number(error.before.text) || !is_word(unit.text) || unit.first_on_line) return std::nullopt;
  if (reserved(unit.text) || is_keyword(unit.text) || is_currency(unit.text)) return std::nullopt;
  return said(Code::unexpected_word, unit.span, fmt::format("`{}` is not a unit", unit.text), unit_help(unit.text));
}

std::optional<Diagnostic> currency_first(const ParserError& error) {
  const auto& currency = error.previous.text;
  if (!is_currency(currency) || !is_number(error.found.text)) return std::nullopt;
  return said(Code::unexpected_word, error.found.span, fmt::format("the amount {} stands after its currency", quoted(error.found.text)),
              fmt::format("write `{} {}`", error.found.text, currency));
}

std::optional<Diagnostic> bare_translation(const ParserError& error) {
  if (!error.previous.text.starts_with('"') || !error.next.text.starts_with('"') || !is_word(error.found.text)) return std::nullopt;
  return said(Code::unexpected_word, error.found.span, fmt::format("{} does not fit between two texts", quoted(error.found.text)),
              fmt::format("write `@{}` before a translation", error.found.text));
}

std::optional<Diagnostic> stray_parenthesis(const ParserError& error) {
  if (error.found.text != ")") return std::nullopt;
  return said(Code::unexpected_word, error.found.span, "this `)` closes nothing", "remove it, or add the `(` it belongs to");
}

// Operators are no likely names: there the word before them is what is wrong.
std::optional<Diagnostic> reserved_name(const ParserError& error) {
  const auto& word = error.found.text;
  const bool operation = word == "and" || word == "or" || word == "not" || word == "in" || word == "is";
  if (!wants(error, "a name") || !reserved(word) || operation || error.could_follow || error.found.first_on_line) return std::nullopt;
  return said(Code::unexpected_word, error.found.span, fmt::format("`{}` is a word of the language and cannot be a name", word),
              "choose another name");
}

std::string help_for(const ParserError& error) {
  const auto expected = list_of(error);
  return expected.empty() ? "see docs/language.md for what may stand here" : "write " + expected;
}

// What is missing at the end of a line is shown there and not at the word that begins the next one.
std::optional<Diagnostic> missing_at_end(const ParserError& error) {
  if (error.between_units || error.previous.text.empty() || (!error.found.text.empty() && !error.found.first_on_line)) return std::nullopt;
  const auto expected = list_of(error);
  const source::Span after{error.previous.span.file, error.previous.span.end, error.previous.span.end};
  return said(Code::missing_word, after,
              fmt::format("expected {} after {}", expected.empty() ? "more" : expected, quoted(error.previous.text)), help_for(error));
}

// A comparison on the command line ends with the text; in a file a declaration would follow.
std::optional<Diagnostic> too_much(const ParserError& error) {
  if (error.construct != "statement" || !wants(error, quoted(""))) return std::nullopt;
  return said(Code::unexpected_word, error.found.span, fmt::format("{} does not fit after a comparison", quoted(error.found.text)),
              "remove it, or give it as a comparison of its own");
}

Diagnostic misfit(const ParserError& error) {
  const auto expected = list_of(error);
  const std::set<std::string> unique{error.expected.begin(), error.expected.end()};
  if ((unique.size() == 1 || (error.could_follow && !expected.empty())) && !error.between_units)
    return said(Code::missing_word, error.found.span, fmt::format("expected {} before {}", expected, quoted(error.found.text)),
                "write " + expected);
  return said(Code::unexpected_word, error.found.span, fmt::format("{} does not fit here", quoted(error.found.text)), help_for(error));
}

}  // namespace

Diagnostic parser_error(const ParserError& error) {
  for (const auto& reading : {reserved_for_later, arithmetic, stray_parenthesis, misspelt_keyword, unknown_unit, currency_first,
                              bare_translation, reserved_name, too_much, missing_at_end})
    if (auto found = reading(error)) return *std::move(found);
  return misfit(error);
}

const std::vector<std::string>& reserved_words() {
  static const std::vector<std::string> words{
      "domain",  "enum",  "scale",   "measure", "jurisdiction", "bloc",  "ruleset", "rule",    "commitment", "clash",   "charge",
      "link",    "route", "example", "table",   "overrides",    "when",  "from",    "through", "source",     "article", "url",
      "checked", "note",  "status",  "in",      "is",           "not",   "and",     "or",      "yes",        "no",      "expect",
      "hours",   "hour",  "days",    "day",     "months",       "month", "years",   "year",    "kg",         "g",       "km"};
  return words;
}

}  // namespace isonomy::syntax
