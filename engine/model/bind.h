// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/library.h"
#include "model/mention.h"
#include "source/diagnostic.h"
#include "syntax/ast.h"

namespace isonomy::model {

/// Gives the text of a table named in a rule file, as an added file of the source map; nothing if it cannot be read.
using ReadTable = std::function<std::optional<source::FileId>(source::FileId beside, const std::string& path)>;

/// Binds every name and checks every type of a library. The order of files and declarations does not matter for the meaning.
/// Errors: E03xx names, E04xx types, E05xx rules; all are reported, and what could be bound is returned.
/// `mentions` collects where names stand, for editors. Cost: linear in the declarations, plus the overrides.
Library bind(const std::vector<syntax::File>& files, const source::SourceMap& sources, const ReadTable& read_table,
             source::Diagnostics& diagnostics, Mentions* mentions = nullptr);

/// Binds one fact as stated by a user. `place` facts such as `origin` may not be stated: the route says them (E0410).
std::optional<Test> bind_given(const Library& library, const syntax::Comparison& statement, source::Diagnostics& diagnostics);

}  // namespace isonomy::model
