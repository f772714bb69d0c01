// SPDX-License-Identifier: Apache-2.0
#include "support/library.h"

#include <stdexcept>

#include "model/bind.h"
#include "support/text.h"
#include "syntax/parse.h"

namespace isonomy::test {

Bound bind_text(std::string text) { return bind_texts({std::move(text)}); }

Bound bind_texts(std::vector<std::string> texts) {
  Bound out;
  std::vector<syntax::File> files;
  for (auto& text : texts) {
    const auto id = out.sources->add("test.law", std::move(text));
    files.push_back(syntax::parse_file(*out.sources, id, out.diagnostics));
  }
  const auto no_table = [](source::FileId, const std::string&) -> std::optional<source::FileId> { return std::nullopt; };
  out.library = model::bind(files, *out.sources, no_table, out.diagnostics);
  if (out.diagnostics.has_errors()) throw std::runtime_error{report(*out.sources, out.diagnostics)};
  return out;
}

}  // namespace isonomy::test
