// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>

#include "base/limits.h"
#include "source/codes.h"
#include "syntax/parse.h"
#include "syntax/token.h"
#include "syntax/written_date.h"

namespace isonomy::syntax {
namespace {

using source::Code;
using source::Span;

bool touches(const Token& left, const Token& right) { return left.span.end == right.span.begin; }

bool reserved(std::string_view text) {
  const auto& words = reserved_words();
  return std::find(words.begin(), words.end(), text) != words.end();
}

std::string printable(std::string_view text) {
  const auto byte = static_cast<unsigned char>(text.front());
  return byte < 0x20 || byte == 0x7F ? fmt::format("\\x{:02X}", byte) : std::string{text};
}

constexpr std::size_t look_around = 100;  // words; a text or journey longer than that is judged by its beginning

// A sign of another notation, what to write for it, and the grammar's number of that (0: nothing takes its place).
struct Foreign {
  std::string_view write;
  std::size_t type = 0;
};

class Mender {
 public:
  Mender(const std::vector<Token>& tokens, const TokenTypes& types, source::Diagnostics& diagnostics)
      : tokens_{tokens}, types_{types}, diagnostics_{diagnostics}, signs_{foreign_signs(types)} {
    out_.reserve(tokens.size());
  }

  std::vector<Token> run() {
    for (std::size_t i = 0; i < tokens_.size();) i = mend(i);
    return std::move(out_);
  }

 private:
  static std::map<std::string_view, Foreign> foreign_signs(const TokenTypes& t) {
    return {{"==", {"=", t.equal}},         {"=<", {"<=", t.less_equal}},   {"=>", {">=", t.greater_equal}}, {"<>", {"!=", t.not_equal}},
            {"≤", {"<=", t.less_equal}},    {"≥", {">=", t.greater_equal}}, {"≠", {"!=", t.not_equal}},      {"→", {"->", t.arrow}},
            {"&&", {"and", t.conjunction}}, {"||", {"or", t.disjunction}},  {"!", {"not", t.negation}},      {"，", {",", t.comma}},
            {"、", {",", t.comma}},         {"：", {":", t.colon}},         {"（", {"(", t.left_paren}},     {"）", {")", t.right_paren}},
            {"｛", {"{", t.left_brace}},    {"｝", {"}", t.right_brace}},   {"＝", {"=", t.equal}},          {"€", {"EUR", t.capitals}},
            {"£", {"GBP", t.capitals}}};
  }

  // What goes beyond the limit would not be shown.
  void say(Code code, Span span, std::string message, std::string help) {
    if (++said_ <= base::limits::diagnostics_per_file + 1) diagnostics_.add(code, span, std::move(message), std::move(help));
  }

  // Each of these looks at the words from `i` on and returns the index after those it dealt with.
  std::size_t mend(std::size_t i) {
    const auto& token = tokens_[i];
    if (token.type == types_.slash && type(i + 1) == types_.arithmetic && tokens_[i + 1].text == "*" && touches(token, tokens_[i + 1]))
      return block_comment(i);
    if (token.text == "#") return hash_comment(i);
    if (token.text == "“" || token.text == "”" || token.text == "'") return foreign_quote(i);
    if (token.type == types_.integer || token.type == types_.decimal || token.type == types_.bad_date) return number(i);
    if (token.type == types_.thousands) return thousands(i);
    if (token.type == types_.open_string) return open_string(i);
    if (token.type == types_.equal || token.type == types_.less || token.type == types_.full_width || token.type == types_.other)
      return sign(i);
    return keep(i);
  }

  std::size_t type(std::size_t i) const { return i < tokens_.size() ? tokens_[i].type : SIZE_MAX; }

  std::size_t keep(std::size_t i) {
    out_.push_back(tokens_[i]);
    out_.back().mended = left_out_;
    left_out_ = false;
    return i + 1;
  }

  std::size_t keep(std::size_t i, std::size_t end) {
    while (i < end) i = keep(i);
    return end;
  }

  // Puts one mended word in the place of those from `i` up to `end`.
  std::size_t replace(std::size_t i, std::size_t end, std::size_t type, std::string_view text) {
    out_.push_back({type, text, join(tokens_[i].span, tokens_[end - 1].span), tokens_[i].first_on_line, true});
    left_out_ = false;
    return end;
  }

  // What is left out cannot be missed by the parser without a second message; so the next word is excused.
  std::size_t leave_out(std::size_t end) {
    left_out_ = true;
    return end;
  }

  std::size_t end_of_line(std::size_t i) const {
    do ++i;
    while (i < tokens_.size() && !tokens_[i].first_on_line);
    return i;
  }

  std::size_t block_comment(std::size_t i) {
    say(Code::unknown_character, join(tokens_[i].span, tokens_[i + 1].span), "`/*` does not open a comment",
        "write `//` before each line of the comment");
    for (auto end = i + 2; end + 1 < tokens_.size(); ++end)
      if (tokens_[end].text == "*" && type(end + 1) == types_.slash && touches(tokens_[end], tokens_[end + 1])) return end + 2;
    return tokens_.size();
  }

  std::size_t hash_comment(std::size_t i) {
    say(Code::unknown_character, tokens_[i].span, "`#` does not open a comment", "write `//` before the comment");
    return end_of_line(i);
  }

  std::size_t foreign_quote(std::size_t i) {
    const bool single = tokens_[i].text == "'";
    const auto close = closing_quote(i, single ? "'" : "”");
    const auto code = single ? Code::unknown_character : Code::full_width_sign;
    if (close == i) {
      say(code, tokens_[i].span, fmt::format("`{}` opens no text", tokens_[i].text), "write `\"` at both ends of the text");
      return leave_out(i + 1);
    }
    say(code, join(tokens_[i].span, tokens_[close].span), fmt::format("`{}` is not the quote of this language", tokens_[i].text),
        "write `\"` at both ends of the text");
    return replace(i, close + 1, types_.string, "\"\"");
  }

  // Where the text ends on its line; `i` if nowhere near.
  std::size_t closing_quote(std::size_t i, std::string_view quote) const {
    const auto far = std::min(tokens_.size(), i + look_around);
    for (auto close = i + 1; close < far && !tokens_[close].first_on_line; ++close)
      if (tokens_[close].text == quote) return close;
    return i;
  }

  // Numbers and the signs that touch them may be a date in another style.
  std::size_t number(std::size_t i) {
    auto end = i + 1;
    const auto part = [&](std::size_t t) {
      return t == types_.integer || t == types_.decimal || t == types_.dot || t == types_.slash || t == types_.arithmetic;
    };
    while (part(type(end)) && touches(tokens_[end - 1], tokens_[end])) ++end;
    std::string text;
    for (auto part_of = i; part_of < end; ++part_of) text += tokens_[part_of].text;
    if (tokens_[i].type != types_.bad_date && !looks_like_date(text)) return keep(i, end);
    const auto day = as_day(text);
    say(Code::malformed_date, join(tokens_[i].span, tokens_[end - 1].span), fmt::format("`{}` is not a date", text),
        day.empty() ? std::string{"write the day as YYYY-MM-DD, for example 2026-07-01"} : fmt::format("write `{}`", day));
    return replace(i, end, types_.date, "2000-01-01");
  }

  std::size_t thousands(std::size_t i) {
    std::string plain{tokens_[i].text};
    std::erase(plain, ',');
    say(Code::thousands_separator, tokens_[i].span, fmt::format("`{}` has a thousands separator", tokens_[i].text),
        fmt::format("write `{}`, or a space after the comma in a list", plain));
    return replace(i, i + 1, types_.integer, "1");
  }

  std::size_t open_string(std::size_t i) {
    if (tokens_[i].text == "\"" && closes_a_text(i)) return missing_opening_quote(i);
    say(Code::unterminated_string, tokens_[i].span, "this text has no closing quote before the end of the line", "close it with `\"`");
    replace(i, i + 1, types_.string, "\"\"");
    return swallowed_braces(i);
  }

  // Braces inside an open text were most likely meant as braces.
  std::size_t swallowed_braces(std::size_t i) {
    const auto text = tokens_[i].text;
    const auto opened = std::count(text.begin(), text.end(), '{');
    const auto closed = std::count(text.begin(), text.end(), '}');
    for (auto n = closed; n < opened; ++n) out_.push_back({types_.left_brace, "{", tokens_[i].span, false, true});
    for (auto n = opened; n < closed; ++n) out_.push_back({types_.right_brace, "}", tokens_[i].span, false, true});
    return i + 1;
  }

  // Whether a word before the quote on its line can be part of a text: then the opening quote was forgotten.
  bool closes_a_text(std::size_t i) const { return !tokens_[i].first_on_line && !out_.empty() && part_of_text(out_.back()); }
  bool part_of_text(const Token& word) const {
    return word.type != types_.string && word.type != types_.left_brace && word.type != types_.right_brace && !reserved(word.text);
  }

  std::size_t missing_opening_quote(std::size_t i) {
    auto span = tokens_[i].span;
    bool first = false;
    while (!first && !out_.empty() && part_of_text(out_.back())) {
      span = join(out_.back().span, span);
      first = out_.back().first_on_line;
      out_.pop_back();
    }
    say(Code::unterminated_string, span, "this text has no opening quote", "write `\"` before it");
    out_.push_back({types_.string, "\"\"", span, first, true});
    return i + 1;
  }

  std::size_t sign(std::size_t i) {
    if (i + 1 < tokens_.size() && touches(tokens_[i], tokens_[i + 1])) {
      const auto pair = std::string{tokens_[i].text} + std::string{tokens_[i + 1].text};
      if (const auto known = signs_.find(pair); known != signs_.end()) return foreign(i, i + 2, pair, known->second);
    }
    if (tokens_[i].type == types_.equal || tokens_[i].type == types_.less) return keep(i);
    const std::string text{tokens_[i].text};
    if (const auto known = signs_.find(text); known != signs_.end()) return foreign(i, i + 1, text, known->second);
    return unknown(i, text);
  }

  std::size_t foreign(std::size_t i, std::size_t end, const std::string& text, Foreign meant) {
    if (text == "=>" && in_journey()) meant = {"->", types_.arrow};
    const auto span = join(tokens_[i].span, tokens_[end - 1].span);
    if (tokens_[i].type == types_.full_width)
      say(Code::full_width_sign, span, fmt::format("`{}` is a full-width sign", text), fmt::format("write `{}`", meant.write));
    else
      say(Code::unknown_character, span, fmt::format("`{}` is not a sign of this language", text), fmt::format("write `{}`", meant.write));
    replace(i, end, meant.type, meant.write);
    // Alone among them, `!` is a guess that may not fit.
    left_out_ = meant.type == types_.negation;
    return end;
  }

  // Inside `route` or `link`, where arrows stand between places.
  bool in_journey() const {
    const auto far = out_.rbegin() + std::min<std::ptrdiff_t>(look_around, std::ssize(out_));
    const auto word = std::find_if(out_.rbegin(), far, [](const Token& t) { return reserved(t.text); });
    return word != far && (word->type == types_.route || word->type == types_.link);
  }

  std::size_t unknown(std::size_t i, const std::string& text) {
    const bool full_width = tokens_[i].type == types_.full_width;
    say(full_width ? Code::full_width_sign : Code::unknown_character, tokens_[i].span,
        fmt::format("`{}` {}", printable(text), full_width ? "is a full-width sign" : "has no meaning here"),
        full_width ? "remove it" : "remove it, or put it inside a quoted text");
    return leave_out(i + 1);
  }

  const std::vector<Token>& tokens_;
  const TokenTypes& types_;
  source::Diagnostics& diagnostics_;
  std::map<std::string_view, Foreign> signs_;
  std::vector<Token> out_;
  bool left_out_ = false;
  std::size_t said_ = 0;
};

}  // namespace

std::vector<Token> mend_words(const std::vector<Token>& tokens, const TokenTypes& types, source::Diagnostics& diagnostics) {
  return Mender{tokens, types, diagnostics}.run();
}

}  // namespace isonomy::syntax
