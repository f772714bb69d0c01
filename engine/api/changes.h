// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "analysis/changes.h"
#include "api/compare.h"

namespace isonomy::api {

struct ChangesRequest {
  std::string base;                          ///< a folder, or a revision of the repository in which the rules lie
  std::vector<std::filesystem::path> rules;  ///< the version now: folders or files
  Narrowing narrow;                          ///< `on` empty leaves every day open
};

/// Both versions, bound over one vocabulary, and what changed between them.
struct ChangesResult {
  std::shared_ptr<source::SourceMap> sources = std::make_shared<source::SourceMap>();  ///< of both
  model::Library base;
  model::Library now;
  std::string base_name;
  std::string now_name;
  bool all_new = false;            ///< the base is a revision that has no rule files there
  analysis::ChangesAnswer answer;  ///< `declarations` only if the request is not narrowed
};

/// What an edit of rule files means: see `analysis::changes`. The base is a folder if there is one of that name, else a revision; a revision
/// in which the rules did not lie yet is an empty base.
/// Errors in the answer's diagnostics: all of `load` for either version, each with its own places; E0741 to E0744 for a base that is not
/// found, or cannot be compared; those of names and facts.
ChangesResult changes(const ChangesRequest& request);

}  // namespace isonomy::api
