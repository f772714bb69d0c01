// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/diagnostic.h"
#include "syntax/ast.h"

/// What tests of several rooms share: texts in, comparable texts out.
namespace isonomy::test {

/// The whole file; throws if it cannot be read.
std::string read_file(const std::string& path);

/// One parsed text with all that was said about it.
struct Parsed {
  source::SourceMap sources;
  source::FileId id;
  source::Diagnostics diagnostics;
  syntax::File file;
};
Parsed parse(std::string text);

/// `line:column CODE message`, the marked text, the help, and the related places; one line each.
std::string report(const source::SourceMap& sources, const source::Diagnostics& diagnostics);

/// The codes alone, in source order: {"E0204", "E0109"}.
std::vector<std::string> codes(const source::Diagnostics& diagnostics);

}  // namespace isonomy::test
