// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "api/shelf.h"

namespace isonomy::api {

/// A version of rule files that a git repository keeps, read from its objects; the work tree stays as it is.
struct GitVersion {
  std::unique_ptr<Shelf> shelf;              ///< nothing if there is no such version
  std::vector<std::filesystem::path> roots;  ///< where the folders stand in it
};

/// The version `revision` (a branch, a tag, `HEAD~1`, all that `git rev-parse` knows) of folders that lie in the work tree of one repository.
/// Errors: E0741 where a folder is in no repository, E0742 for a revision it does not have. Links within the version are followed; what lies
/// outside of it, a submodule included, cannot be read (E0101).
GitVersion open_revision(const std::vector<std::filesystem::path>& folders, const std::string& revision, source::Diagnostics& diagnostics);

/// Whether the repository of the folder knows the name as a revision.
bool is_revision(const std::filesystem::path& folder, const std::string& name);

}  // namespace isonomy::api
