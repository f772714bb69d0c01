// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "api/load.h"
#include "api/shelf.h"
#include "syntax/ast.h"

namespace isonomy::api {

/// A library with the trees it was bound from, for questions that bind it anew.
struct Reading {
  Loaded loaded;
  std::vector<syntax::File> files;
  const Shelf* shelf = nullptr;
  std::map<std::string, std::optional<source::FileId>> tables;  ///< by path; each is read once
};

/// Loads the paths of a shelf as `load` does, whole; texts are added to `sources`. The shelf has to outlive the reading.
Reading read(const Shelf& shelf, const std::vector<std::filesystem::path>& paths, const std::shared_ptr<source::SourceMap>& sources);

/// The library of these trees, with the tables that stand beside their files, and with the rates of the reading.
model::Library bind_again(Reading& reading, const std::vector<syntax::File>& files, source::Diagnostics& diagnostics);

}  // namespace isonomy::api
