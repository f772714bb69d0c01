// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "source/diagnostic.h"

namespace isonomy::syntax {

/// One rule file in the canonical layout: the same words in the same order and every comment, with spaces, indents and blank lines
/// set anew. Line breaks inside a list, a condition or a source stay where the author put them; lines end in LF. Formatting twice
/// changes nothing more. Nothing if the file holds a mistake of form, which is reported (E01xx, E02xx). Cost: two parses.
std::optional<std::string> format_file(const source::SourceMap& sources, source::FileId file, source::Diagnostics& diagnostics);

}  // namespace isonomy::syntax
