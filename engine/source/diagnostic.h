// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "source/code.h"
#include "source/source_map.h"

namespace isonomy::source {

/// A second place that explains the first ("the first declaration is here").
struct Related {
  Span span;
  std::string message;
};

/// One mistake of an author, as data: what was found, what was expected, and what to do about it.
struct Diagnostic {
  Code code{};
  Span span;            ///< the smallest text to look at; no file for the command line
  std::string message;  ///< one sentence without a full stop
  std::string help;     ///< starts with a verb; empty if nothing can be advised
  std::vector<Related> related;
  std::map<std::string, std::string> witness;  ///< fact to value, where a transaction shows the mistake
};

/// Collects diagnostics; `sorted` gives them in source order without repeats.
class Diagnostics {
 public:
  Diagnostic& add(Code code, Span span, std::string message, std::string help = {});
  void add(Diagnostic diagnostic) { items_.push_back(std::move(diagnostic)); }
  bool has_errors() const;
  bool empty() const { return items_.empty(); }
  const std::vector<Diagnostic>& items() const { return items_; }
  std::vector<Diagnostic> sorted() const;

 private:
  std::vector<Diagnostic> items_;
};

/// The name in `known` that `word` most likely meant; empty if none is near (Damerau-Levenshtein distance at most a third of its
/// length, at least 1). Cost: one distance per known name.
std::string nearest(std::string_view word, const std::vector<std::string>& known);

/// "did you mean `x`?" as a help sentence, or `otherwise`.
std::string suggest(std::string_view word, const std::vector<std::string>& known, std::string otherwise = {});

}  // namespace isonomy::source
