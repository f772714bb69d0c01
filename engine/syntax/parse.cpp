// SPDX-License-Identifier: Apache-2.0
#include "syntax/parse.h"

#include <fmt/format.h>

#include "base/limits.h"
#include "source/codes.h"
#include "syntax/build.h"
#include "syntax/parse_tree.h"

namespace isonomy::syntax {
namespace {

// A file of noise would otherwise drown the mistakes of all other files.
void keep_first(source::FileId file, const source::Diagnostics& found, source::Diagnostics& diagnostics) {
  std::size_t kept = 0;
  for (auto& one : found.sorted()) {
    if (++kept > base::limits::diagnostics_per_file) {
      diagnostics.add(source::Code::too_many_mistakes, {file, one.span.begin, one.span.end},
                      fmt::format("more than {} mistakes in this file; the rest is not shown", base::limits::diagnostics_per_file),
                      "mend the first ones and try again");
      return;
    }
    diagnostics.add(std::move(one));
  }
}

}  // namespace

// Asked of every name while it is bound; a format string would take a fifth of that time.
std::string Path::text() const {
  std::string out;
  for (const auto& part : parts) {
    if (&part != &parts.front()) out += '.';
    out += part;
  }
  return out;
}

File parse_file(const source::SourceMap& sources, source::FileId file, source::Diagnostics& diagnostics) {
  source::Diagnostics found;
  const auto tree = parse_tree(sources, file, Start::file, found);
  const auto& root = tree.root;
  File out;
  for (const auto* node : root.all("declaration"))
    if (!node->children.empty()) out.declarations.push_back(build::declaration(*node, found));
  keep_first(file, found, diagnostics);
  return out;
}

std::optional<Comparison> parse_statement(const source::SourceMap& sources, source::FileId file, source::Diagnostics& diagnostics) {
  source::Diagnostics found;
  const auto tree = parse_tree(sources, file, Start::statement, found);
  const auto& root = tree.root;
  std::optional<Comparison> out;
  if (found.empty() && !root.damaged) out = build::comparison(root.at("comparison"), found);
  // In a single fact, a second message would only repeat the first.
  if (!found.empty()) diagnostics.add(found.sorted().front());
  return found.has_errors() ? std::nullopt : out;
}

}  // namespace isonomy::syntax
