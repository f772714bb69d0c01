// SPDX-License-Identifier: Apache-2.0
#include "syntax/format.h"

#include <stdexcept>

#include "syntax/build.h"
#include "syntax/format_layout.h"
#include "syntax/parse.h"
#include "syntax/parse_tree.h"

namespace isonomy::syntax {
namespace {

struct Comment {
  std::string_view text;
  bool own_line = false;
  bool after_blank = false;
};

// What stands between two words: comments, line breaks, blanks.
struct Gap {
  std::vector<Comment> comments;
  bool ends_blank = false;  ///< an empty line after the last comment
};

std::string_view without_trailing_blanks(std::string_view text) { return text.substr(0, text.find_last_not_of(" \t") + 1); }

Gap read_gap(std::string_view text) {
  Gap out;
  std::size_t lines = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n' || (text[i] == '\r' && text.substr(i + 1, 1) != "\n")) ++lines;
    if (text[i] != '/') continue;
    const auto end = std::min(text.find_first_of("\r\n", i), text.size());
    out.comments.push_back({without_trailing_blanks(text.substr(i, end - i)), lines > 0, lines > 1});
    lines = 0;
    i = end - 1;
  }
  out.ends_blank = lines > 1;
  return out;
}

class Printer {
 public:
  void print(const Piece& piece, const Gap& gap) {
    const bool breaks = piece.before >= Before::line;
    apart_ = piece.before == Before::apart;
    may_blank_ = piece.before >= Before::item && !after_open_;
    for (const auto& comment : gap.comments) print(comment, piece.comment_indent);
    if (breaks || !gap.comments.empty()) line(gap.ends_blank && piece.before != Before::close, piece.indent);
    else if (piece.before == Before::space) out_ += ' ';
    out_ += piece.text;
    after_open_ = piece.text == "{";
  }

  std::string end(const Gap& gap) {
    apart_ = false;
    may_blank_ = true;
    for (const auto& comment : gap.comments) print(comment, 0);
    if (!out_.empty()) out_ += '\n';
    return std::move(out_);
  }

 private:
  void print(const Comment& comment, std::size_t indent) {
    if (comment.own_line || out_.empty()) line(comment.after_blank, indent);
    else out_ += "  ";
    out_ += comment.text;
    if (comment.own_line) may_blank_ = may_blank_ || after_open_;
  }

  void line(bool blank, std::size_t indent) {
    if (out_.empty()) return;
    out_ += apart_ || (blank && may_blank_) ? "\n\n" : "\n";
    out_.append(indent, ' ');
    apart_ = false;
  }

  std::string out_;
  bool after_open_ = false;  ///< the last word opened a block
  bool may_blank_ = false;
  bool apart_ = false;
};

std::string print(const std::vector<Piece>& pieces, std::string_view text) {
  Printer printer;
  std::size_t at = 0;
  for (const auto& piece : pieces) {
    printer.print(piece, read_gap(text.substr(at, piece.span.begin - at)));
    at = piece.span.end;
  }
  return printer.end(read_gap(text.substr(at)));
}

// Words and comments, each with its text: what formatting must not change.
std::vector<std::string_view> content(const std::vector<Piece>& pieces, std::string_view text) {
  std::vector<std::string_view> out;
  const auto add_comments = [&](std::size_t from, std::size_t to) {
    for (const auto& comment : read_gap(text.substr(from, to - from)).comments) out.push_back(comment.text);
  };
  std::size_t at = 0;
  for (const auto& piece : pieces) {
    add_comments(at, piece.span.begin);
    out.push_back(piece.text);
    at = piece.span.end;
  }
  add_comments(at, text.size());
  return out;
}

// The last guard before an author's file is replaced.
void check_kept(const std::vector<Piece>& pieces, std::string_view text, const std::string& formatted) {
  source::SourceMap sources;
  source::Diagnostics diagnostics;
  const auto file = sources.add("", formatted);
  const auto tree = parse_tree(sources, file, Start::file, diagnostics);
  const auto& root = tree.root;
  const std::string_view again = sources[file].text;
  if (!diagnostics.empty() || content(pieces, text) != content(layout(root, again), again))
    throw std::logic_error("formatting would change the meaning of a file; it is left as it was");
}

}  // namespace

std::optional<std::string> format_file(const source::SourceMap& sources, source::FileId file, source::Diagnostics& diagnostics) {
  source::Diagnostics found;
  const auto tree = parse_tree(sources, file, Start::file, found);
  const auto& root = tree.root;
  for (const auto* node : root.all("declaration"))
    if (!node->children.empty()) build::declaration(*node, found);
  if (!found.empty()) {
    parse_file(sources, file, diagnostics);
    return std::nullopt;
  }
  const std::string_view text = sources[file].text;
  const auto pieces = layout(root, text);
  auto out = print(pieces, text);
  check_kept(pieces, text, out);
  return out;
}

}  // namespace isonomy::syntax
