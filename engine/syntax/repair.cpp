// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>

#include "base/limits.h"
#include "syntax/token.h"

namespace isonomy::syntax {
namespace {

using source::Code;
using source::Span;

Span just_after(const Token& token) { return {token.span.file, token.span.end, token.span.end}; }

class Repair {
 public:
  Repair(const TokenTypes& types, source::Diagnostics& diagnostics) : types_{types}, diagnostics_{diagnostics} {}

  void mend_word(Token& token) {
    if (token.type == types_.bad_date) return bad_date(token);
    if (token.type == types_.thousands) return thousands(token);
    if (token.type == types_.open_string) return open_string(token);
    if (token.type == types_.full_width) return full_width(token);
    if (token.type == types_.other) {
      diagnostics_.add(Code::unknown_character, token.span, fmt::format("`{}` has no meaning here", printable(token.text)),
                       "remove it, or put it inside a quoted text");
    }
  }

  // Walks the braces; closes what a declaration word shows to have been left open.
  std::vector<Token> balance(const std::vector<Token>& tokens) {
    std::vector<Token> out;
    out.reserve(tokens.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      close_before(tokens, i, out);
      if (track(tokens[i])) out.push_back(tokens[i]);
    }
    if (!tokens.empty()) close_down_to(0, tokens.back(), out);
    return out;
  }

 private:
  static std::string printable(std::string_view text) {
    const auto byte = static_cast<unsigned char>(text.empty() ? '?' : text.front());
    return byte < 0x20 || byte == 0x7F ? fmt::format("\\x{:02X}", byte) : std::string{text};
  }

  void bad_date(Token& token) {
    diagnostics_.add(Code::malformed_date, token.span, fmt::format("`{}` is not a date", token.text),
                     "write the day as YYYY-MM-DD, for example 2026-07-01");
    token.type = types_.date;
    token.text = "2000-01-01";
  }

  void thousands(Token& token) {
    std::string plain{token.text};
    std::erase(plain, ',');
    diagnostics_.add(Code::thousands_separator, token.span, fmt::format("`{}` has a thousands separator", token.text),
                     fmt::format("write `{}`", plain));
    token.type = types_.integer;
    token.text = "1";
  }

  void open_string(Token& token) {
    diagnostics_.add(Code::unterminated_string, token.span, "this text has no closing quote before the end of the line",
                     "close it with \"");
    token.type = types_.string;
    token.text = "\"\"";
  }

  void full_width(Token& token) {
    static const std::map<std::string_view, std::string_view> ascii{{"，", ","}, {"；", ""}, {"：", ":"}, {"（", "("}, {"）", ")"},
                                                                    {"“", "\""}, {"”", "\""}, {"｛", "{"}, {"｝", "}"}, {"＝", "="},
                                                                    {"。", ""},  {"、", ","}};
    const auto sign = ascii.at(token.text);
    diagnostics_.add(Code::full_width_sign, token.span, fmt::format("`{}` is a full-width sign", token.text),
                     sign.empty() ? std::string{"remove it"} : fmt::format("write `{}`", sign));
    const std::map<std::string_view, std::size_t> types{{",", types_.comma},      {":", types_.colon},      {"(", types_.left_paren},
                                                        {")", types_.right_paren}, {"{", types_.left_brace}, {"}", types_.right_brace},
                                                        {"=", types_.equal}};
    const auto known = types.find(sign);
    token.type = known == types.end() ? types_.other : known->second;
    token.text = sign;
  }

  // Whether the word can only stand directly inside `depth` open braces.
  std::optional<std::size_t> required_depth(const std::vector<Token>& tokens, std::size_t i) const {
    const auto type = tokens[i].type;
    if (type == types_.rule || type == types_.commitment || type == types_.table) return 1;
    const auto previous = i == 0 ? std::size_t{0} : tokens[i - 1].type;
    if (type == types_.clash && (previous == types_.expect || previous == types_.no || previous == types_.possible)) return std::nullopt;
    if (type == types_.route && !open_.empty() && open_.front().in_example) return std::nullopt;
    if (std::find(types_.openers.begin(), types_.openers.end(), type) != types_.openers.end()) return 0;
    return std::nullopt;
  }

  void close_before(const std::vector<Token>& tokens, std::size_t i, std::vector<Token>& out) {
    const auto depth = required_depth(tokens, i);
    if (depth && open_.size() > *depth && i > 0) close_down_to(*depth, tokens[i - 1], out);
    if (depth == std::size_t{0}) in_example_ = tokens[i].type == types_.example;
  }

  void close_down_to(std::size_t depth, const Token& previous, std::vector<Token>& out) {
    while (open_.size() > depth) {
      auto& found = diagnostics_.add(Code::missing_closing_brace, just_after(previous), "a closing `}` is missing here", "add `}`");
      found.related.push_back({open_.back().span, "the `{` that is not closed"});
      out.push_back({types_.right_brace, "}", just_after(previous)});
      open_.pop_back();
    }
  }

  bool track(const Token& token) {
    if (token.type == types_.other) return false;
    if (token.type == types_.left_brace) open_.push_back({token.span, in_example_});
    if (token.type != types_.right_brace) return true;
    if (!open_.empty()) {
      open_.pop_back();
      return true;
    }
    diagnostics_.add(Code::stray_closing_brace, token.span, "this `}` closes nothing", "remove it, or add the `{` it belongs to");
    return false;
  }

  struct Open {
    Span span;
    bool in_example;
  };

  const TokenTypes& types_;
  source::Diagnostics& diagnostics_;
  std::vector<Open> open_;
  bool in_example_ = false;
};

}  // namespace

void repair(std::vector<Token>& tokens, const TokenTypes& types, source::Diagnostics& diagnostics) {
  Repair mender{types, diagnostics};
  for (auto& token : tokens) mender.mend_word(token);
  tokens = mender.balance(tokens);
}

}  // namespace isonomy::syntax
