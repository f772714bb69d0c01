// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "source/diagnostic.h"

namespace isonomy::api {

/// One rule file and its canonical layout.
struct Formatted {
  std::string path;
  std::string before, after;

  bool changed() const { return before != after; }
};

/// The files without mistakes of form, in the order of their paths, and the mistakes of the others.
struct FormatAnswer {
  std::shared_ptr<source::SourceMap> sources = std::make_shared<source::SourceMap>();
  source::Diagnostics diagnostics;
  std::vector<Formatted> files;
};

/// Lays out every `.law` file under the paths; nothing is written. See `syntax::format_file`. Errors: E01xx and E02xx, E0114 where
/// there is no rule file.
FormatAnswer format(const std::vector<std::filesystem::path>& paths);

/// The same for a text that is not a file.
FormatAnswer format_text(const std::string& name, std::string text);

/// Writes the files that change, each as a whole or not at all; E0720 for those that cannot be written, which then count as unchanged.
void write(FormatAnswer& answer);

}  // namespace isonomy::api
