// SPDX-License-Identifier: Apache-2.0
#include "syntax/owners.h"

#include <algorithm>

namespace isonomy::syntax {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.'; }

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_{text} {}

  bool at_end() {
    skip_blanks();
    return at_ == text_.size();
  }

  std::string_view word() {
    skip_blanks();
    const auto begin = at_;
    while (at_ < text_.size() && is_word(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  // Past the braces that follow; false if they do not pair or a text stays open.
  bool skip_body() {
    std::size_t depth = 0;
    do {
      skip_blanks();
      if (at_ == text_.size()) return false;
      const char c = text_[at_++];
      if (c == '"' && !skip_text()) return false;
      if (c == '{') ++depth;
      if (c != '}') continue;
      if (depth == 0) return false;
      if (--depth == 0) return true;
    } while (true);
  }

 private:
  void skip_blanks() {
    while (at_ < text_.size()) {
      if (is_blank(text_[at_])) ++at_;
      else if (text_.substr(at_, 2) == "//") at_ = std::min(text_.find('\n', at_), text_.size());
      else return;
    }
  }

  // A text ends on its line.
  bool skip_text() {
    for (; at_ < text_.size() && text_[at_] != '\n'; ++at_) {
      if (text_[at_] == '\\') ++at_;
      else if (text_[at_] == '"') return ++at_, true;
    }
    return false;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<std::set<std::string>> owners_only(std::string_view text) {
  Scanner scanner{text};
  std::set<std::string> out;
  while (!scanner.at_end()) {
    const auto opener = scanner.word();
    if (opener == "ruleset") {
      const auto name = scanner.word();
      out.emplace(name.substr(0, std::min(name.rfind('.'), name.size())));
    } else if (opener != "example") {
      return std::nullopt;
    }
    if (!scanner.skip_body()) return std::nullopt;
  }
  return out;
}

}  // namespace isonomy::syntax
