// SPDX-License-Identifier: Apache-2.0
#include "syntax/format_layout.h"

#include <algorithm>
#include <array>
#include <optional>

namespace isonomy::syntax {
namespace {

constexpr std::size_t step = 2;

template <std::size_t n>
bool one_of(std::string_view word, const std::array<std::string_view, n>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool touches_previous(std::string_view word) { return one_of<5>(word, {",", ".", "%", "/", ")"}); }
bool touches_next(std::string_view word) { return one_of<4>(word, {".", "/", "(", "@"}); }

// Parts of a clause that may begin a line of their own.
bool may_begin_line(std::string_view rule) {
  return one_of<8>(rule,
                   {"articleClause", "urlClause", "checkedClause", "overridesClause", "translation", "decidedBy", "byModes", "label"});
}

bool has_braces(const Node& node) { return node.has_word("{"); }
bool lists_values(const Node& node) { return node.rule == "enumDecl" || node.rule == "scaleDecl" || node.rule == "valueSet"; }
bool is_construct(const Node& node) { return has_braces(node) && node.rule != "valueSet"; }

class Layout {
 public:
  explicit Layout(std::string_view text) : text_{text} {}

  std::vector<Piece> run(const Node& root) {
    collect(root);
    items(root.children, 0, root.children.size());
    return std::move(out_);
  }

 private:
  void collect(const Node& node) {
    if (node.is_word()) words_.push_back(&node);
    for (const auto& child : node.children) collect(child);
  }

  std::string_view between(source::Span left, source::Span right) const { return text_.substr(left.end, right.begin - left.end); }

  // Whether a line ends between the words with these positions.
  bool breaks(std::size_t from, std::size_t to) const {
    if (to >= words_.size()) return false;
    for (auto i = from; i < to; ++i)
      if (between(words_[i]->span, words_[i + 1]->span).find_first_of("\r\n") != std::string_view::npos) return true;
    return false;
  }

  // --- what takes several lines ---

  // A block of one clause at most stays on its line if its author wrote it so.
  bool flat(const Node& node) const {
    const auto [open, close] = braces(node);
    const auto inside = between(node.children[open].span, node.children[close].span);
    if (inside.find_first_not_of(" \t\r\n") == std::string_view::npos) return true;
    if (inside.find_first_of("\r\n") != std::string_view::npos || close - open > 2) return false;
    return !holds_construct(node.children[open + 1]);
  }

  // A list whose first value stands on a line of its own.
  bool tall_list(const Node& node) const {
    const auto [open, close] = braces(node);
    const auto& next = node.children[open + 1];
    const auto gap = between(node.children[open].span, next.span);
    return gap.find_first_of("\r\n") != std::string_view::npos && (open + 1 < close || gap.find("//") != std::string_view::npos);
  }

  bool tall(const Node& node) const {
    if (is_construct(node)) return lists_values(node) ? tall_list(node) : !flat(node);
    return std::any_of(node.children.begin(), node.children.end(), [&](const Node& child) { return tall(child); });
  }

  static bool holds_construct(const Node& node) {
    return is_construct(node) ||
           std::any_of(node.children.begin(), node.children.end(), [](const Node& child) { return holds_construct(child); });
  }

  // The positions of the braces among the children.
  static std::pair<std::size_t, std::size_t> braces(const Node& node) {
    const auto is = [](std::string_view sign) { return [sign](const Node& n) { return n.is_word() && n.text == sign; }; };
    const auto open = std::find_if(node.children.begin(), node.children.end(), is("{"));
    const auto close = std::find_if(open, node.children.end(), is("}"));
    return {static_cast<std::size_t>(open - node.children.begin()), static_cast<std::size_t>(close - node.children.begin())};
  }

  // --- the walk ---

  void items(std::span<const Node> nodes, std::size_t from, std::size_t to) {
    for (auto i = from; i < to; ++i) {
      if (!nodes[i].span.file.valid()) continue;
      const bool first = i == from;
      if (!first && ends_period(nodes[i - 1], nodes[i])) walk(nodes[i]);
      else item(nodes[i], !first && (tall(nodes[i - 1]) || tall(nodes[i])) ? Before::apart : Before::item);
    }
  }

  // `from D through D` is one line.
  static bool ends_period(const Node& previous, const Node& node) {
    return previous.find("fromClause") != nullptr && node.find("throughClause") != nullptr;
  }

  // A declaration or a clause: begins a line.
  void item(const Node& node, Before before) {
    next_ = before;
    hang_ = base_ + (holds_construct(node) ? 2 * step : step);
    walk(node);
  }

  void walk(const Node& node) {
    if (node.is_word()) return word(node.text);
    if (may_begin_line(node.rule) && !next_ && breaks(out_.size() - 1, out_.size())) next_ = Before::line;
    if (!has_braces(node)) return walk(node.children, 0, node.children.size());
    const auto [open, close] = braces(node);
    walk(node.children, 0, open);
    if (lists_values(node)) list(node, open, close);
    else block(node, open, close);
  }

  void walk(std::span<const Node> nodes, std::size_t from, std::size_t to) {
    for (auto i = from; i < to; ++i) walk(nodes[i]);
  }

  void block(const Node& node, std::size_t open, std::size_t close) {
    word("{");
    if (flat(node)) {
      walk(node.children, open + 1, close);
      return add("}", close == open + 1 ? Before::nothing : Before::space);
    }
    base_ += step;
    items(node.children, open + 1, close);
    base_ -= step;
    end_block(base_);
  }

  void list(const Node& node, std::size_t open, std::size_t close) {
    word("{");
    const auto inner = node.rule == "valueSet" || close == open + 1 ? Before::nothing : Before::space;
    const auto outside = hang_;
    if (tall_list(node)) {
      const auto around = line_indent_;
      hang_ = around + step;
      if (close > open + 1) next_ = Before::line;
      in_tall_list_ = true;
      walk(node.children, open + 1, close);
      in_tall_list_ = false;
      end_block(around);
    } else {
      hang_ += step;
      if (close > open + 1) next_ = inner;
      walk(node.children, open + 1, close);
      hang_ = outside;
      add("}", inner);
    }
    hang_ = outside;
  }

  void end_block(std::size_t indent) {
    next_.reset();
    add("}", Before::close);
    out_.back().indent = line_indent_ = indent;
    out_.back().comment_indent = indent + step;
  }

  void word(std::string_view text) {
    if (text == ")") hang_ -= step;
    const auto before = next_ ? *next_ : separator(text);
    const bool begins_item = before == Before::item || before == Before::apart;
    next_.reset();
    add(text, before);
    if (begins_item) out_.back().indent = out_.back().comment_indent = base_;
    if (begins_item || before == Before::line) line_indent_ = out_.back().indent;
    if (text == "(") hang_ += step;
  }

  void add(std::string_view text, Before before) { out_.push_back({text, words_[out_.size()]->span, before, hang_, hang_}); }

  Before separator(std::string_view text) const {
    const auto here = out_.size();
    if (here == 0) return Before::item;
    if (text == "and" || text == "or" || text == "->" || (in_tall_list_ && text == "<"))
      return breaks(here - 1, here + 1) ? Before::line : Before::space;
    const auto previous = out_.back().text;
    if (previous == "," && here > 1) return breaks(here - 2, here) ? Before::line : Before::space;
    return touches_previous(text) || touches_next(previous) ? Before::nothing : Before::space;
  }

  std::string_view text_;
  std::vector<const Node*> words_;
  std::vector<Piece> out_;
  std::optional<Before> next_;  ///< of the next word, where its place decides
  std::size_t base_ = 0;        ///< indent of the clauses around
  std::size_t hang_ = 0;        ///< indent of lines that go on with a clause
  std::size_t line_indent_ = 0;
  bool in_tall_list_ = false;
};

}  // namespace

std::vector<Piece> layout(const Node& root, std::string_view text) { return Layout{text}.run(root); }

}  // namespace isonomy::syntax
