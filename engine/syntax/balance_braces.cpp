// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/limits.h"
#include "source/codes.h"
#include "syntax/token.h"

namespace isonomy::syntax {
namespace {

using source::Code;
using source::Span;

Span just_after(const Token& token) { return {token.span.file, token.span.end, token.span.end}; }

class Balance {
 public:
  Balance(const std::vector<Token>& tokens, const TokenTypes& types, source::Diagnostics& diagnostics)
      : tokens_{tokens}, types_{types}, diagnostics_{diagnostics} {
    out_.reserve(tokens.size());
  }

  // Walks the braces; closes what a declaration word shows to have been left open.
  std::vector<Token> run() {
    for (std::size_t i = 0; i < tokens_.size();) i = step(i);
    if (!tokens_.empty()) close_down_to(0, tokens_.back());
    return std::move(out_);
  }

 private:
  struct Open {
    Span span;
    bool is_set;  ///< of values; the others hold clauses
  };

  std::size_t step(std::size_t i) {
    if (opens_declaration(i)) {
      start_declaration(i);
    } else if (opens_item(i) && open_.size() > 1) {
      if (const auto after = nested_item(i); after != i) return after;
      close_down_to(1, tokens_[i - 1]);
    } else if (!open_.empty() && open_.back().is_set && opens_clause(tokens_[i].text)) {
      close_down_to(open_.size() - 1, tokens_[i - 1]);
    }
    if (opens_item(i) && open_.empty()) {
      if (header_ && out_[header_->at].text == "ruleset") add_opening_brace();
      else if (closed_ && in_ruleset_) reopen();
    }
    if (opens_declaration(i) || opens_item(i)) header_ = Header{out_.size(), open_.size()};
    take(tokens_[i]);
    return i + 1;
  }

  std::size_t type(std::size_t i) const { return i < tokens_.size() ? tokens_[i].type : SIZE_MAX; }

  bool opens_item(std::size_t i) const { return type(i) == types_.rule || type(i) == types_.commitment || type(i) == types_.table; }

  // No value is called so: inside a set it shows that the set is not closed.
  static bool opens_clause(std::string_view word) {
    static constexpr std::array<std::string_view, 10> words{"when", "from", "through", "source", "status",
                                                            "note", "rule", "expect",  "and",    "or"};
    return std::find(words.begin(), words.end(), word) != words.end();
  }

  // `expect clash` and a route inside an example open nothing; `fact`, `flow` and `set` do only in their own shape.
  bool opens_declaration(std::size_t i) const {
    const auto previous = i == 0 ? SIZE_MAX : type(i - 1);
    if (type(i) == types_.fact) return type(i + 2) == types_.colon && previous != types_.dot;
    if (type(i) == types_.flow) return type(i + 2) == types_.from && tokens_[i].first_on_line;
    if (type(i) == types_.set) return type(i + 1) == types_.enumeration;
    if (type(i) == types_.enumeration && previous == types_.set) return false;
    if (type(i) == types_.jurisdiction && (previous == types_.colon || tokens_[i == 0 ? 0 : i - 1].text == "of")) return false;
    if (type(i) == types_.clash && (previous == types_.expect || previous == types_.no || previous == types_.possible)) return false;
    if (type(i) == types_.route && in_example_ && (header_ || !open_.empty())) return false;
    return std::find(types_.openers.begin(), types_.openers.end(), type(i)) != types_.openers.end();
  }

  void start_declaration(std::size_t i) {
    if (i > 0) close_down_to(0, tokens_[i - 1]);
    in_example_ = type(i) == types_.example;
    in_ruleset_ = tokens_[i].text == "ruleset";
    closed_.reset();
  }

  // A rule after the end of its ruleset: the brace before it was one too many.
  void reopen() {
    const auto brace = out_.begin() + static_cast<std::ptrdiff_t>(closed_->at);
    diagnostics_.add(Code::stray_closing_brace, brace->span, "this `}` ends the ruleset before its last rule", "remove it");
    out_.erase(brace);
    open_.push_back(closed_->brace);
    closed_.reset();
  }

  // A rule inside a rule: where the braces up to the next declaration pair up, it was meant so and is left out; otherwise a brace
  // is missing before it. Returns where to go on.
  std::size_t nested_item(std::size_t i) {
    // Looking ahead costs a pass over the declaration; a file that asks for it often has enough mistakes already.
    if (++looks_ahead_ > base::limits::diagnostics_per_file) return i;
    const auto end = end_of_braces(i);
    if (!end || !pairs_up(*end, open_.size())) return i;
    diagnostics_.add(Code::unexpected_word, tokens_[i].span, fmt::format("a {} cannot stand inside another", tokens_[i].text),
                     "close the one before it with `}`, or move this one out of it");
    return *end;
  }

  // One past the brace that closes the next one opened.
  std::optional<std::size_t> end_of_braces(std::size_t from) const {
    std::size_t depth = 0;
    for (std::size_t i = from; i < tokens_.size(); ++i) {
      if (type(i) == types_.left_brace) ++depth;
      if (type(i) != types_.right_brace) continue;
      if (depth <= 1) return depth == 1 ? std::optional{i + 1} : std::nullopt;
      --depth;
    }
    return std::nullopt;
  }

  // Whether exactly `depth` open braces are closed before the next declaration, items counted where they stand.
  bool pairs_up(std::size_t from, std::size_t depth) const {
    for (auto i = from; i < tokens_.size() && !opens_declaration(i); ++i) {
      if (opens_item(i) && depth != 1) return false;
      if (type(i) == types_.left_brace) ++depth;
      if (type(i) == types_.right_brace && depth-- == 0) return false;
    }
    return depth == 0;
  }

  void close_down_to(std::size_t depth, const Token& previous) {
    const auto missing = open_.size() > depth ? open_.size() - depth : 0;
    if (missing == 0) return;
    auto& found =
        diagnostics_.add(Code::missing_closing_brace, just_after(previous),
                         missing == 1 ? "a closing `}` is missing here" : fmt::format("{} closing `}}` are missing here", missing),
                         fmt::format("add `{}`", std::string(missing, '}')));
    for (; open_.size() > depth; open_.pop_back()) {
      found.related.push_back({open_.back().span, "the `{` that is not closed"});
      out_.push_back({types_.right_brace, "}", just_after(previous), false, true});
    }
  }

  void take(const Token& token) {
    if (token.type == types_.left_brace) {
      if (!out_.empty() && out_.back().type == types_.left_brace) {
        diagnostics_.add(Code::unexpected_word, token.span, "this `{` stands twice", "remove it");
        return;
      }
      open(token);
    }
    if (token.type == types_.right_brace && header_ && header_->depth == open_.size() && header_takes_braces()) add_opening_brace();
    if (token.type == types_.right_brace && open_.empty()) {
      diagnostics_.add(Code::stray_closing_brace, token.span, "this `}` closes nothing", "remove it, or add the `{` it belongs to");
      return;
    }
    if (token.type == types_.right_brace) close();
    out_.push_back(token);
  }

  void open(const Token& brace) {
    static constexpr std::array<std::string_view, 10> before_sets{"in", "=", "!=", "<", "<=", ">", ">=", "with", "includes", "of"};
    const bool is_set = !out_.empty() && std::find(before_sets.begin(), before_sets.end(), out_.back().text) != before_sets.end();
    open_.push_back({brace.span, is_set});
    if (!is_set) header_.reset();
  }

  void close() {
    if (open_.size() == 1) closed_ = Closed{out_.size(), open_.back()};
    open_.pop_back();
  }

  bool header_takes_braces() const {
    static constexpr std::array<std::string_view, 4> bare{"domain", "fact", "flow", "charge"};
    return std::find(bare.begin(), bare.end(), out_[header_->at].text) == bare.end();
  }

  // A closing brace met a declaration that never opened one: it begins after the header's line, or after its label or name.
  void add_opening_brace() {
    const auto at = end_of_header();
    const auto span = just_after(out_[at - 1]);
    diagnostics_.add(Code::missing_word, span, fmt::format("expected `{{` after `{}`", out_[at - 1].text), "write `{`");
    out_.insert(out_.begin() + static_cast<std::ptrdiff_t>(at), {types_.left_brace, "{", span, false, true});
    open_.push_back({span, false});
    header_.reset();
  }

  std::size_t end_of_header() const {
    const std::size_t keywords = out_[header_->at].type == types_.set ? 2 : 1;
    auto after_name = std::min(header_->at + keywords + 1, out_.size());
    while (after_name + 1 < out_.size() && out_[after_name].type == types_.dot) after_name += 2;
    auto label = after_name;
    for (auto i = after_name; i < out_.size(); ++i) {
      if (out_[i].first_on_line) return i;
      if (out_[i].type == types_.string && i < after_name + longest_header) label = i + 1;
    }
    return label;
  }

  // Words between the name and the label, at most (`: set of Basis`).
  static constexpr std::size_t longest_header = 8;

  struct Header {
    std::size_t at;     ///< of its first word in `out_`
    std::size_t depth;  ///< open braces around it
  };

  struct Closed {
    std::size_t at;  ///< of the closing brace in `out_`
    Open brace;
  };

  const std::vector<Token>& tokens_;
  const TokenTypes& types_;
  source::Diagnostics& diagnostics_;
  std::vector<Token> out_;
  std::vector<Open> open_;
  std::optional<Header> header_;  ///< of the declaration whose brace has not come yet
  std::optional<Closed> closed_;  ///< the declaration that ended last
  bool in_example_ = false;
  bool in_ruleset_ = false;
  std::size_t looks_ahead_ = 0;
};

}  // namespace

std::vector<Token> balance_braces(const std::vector<Token>& tokens, const TokenTypes& types, source::Diagnostics& diagnostics) {
  return Balance{tokens, types, diagnostics}.run();
}

}  // namespace isonomy::syntax
