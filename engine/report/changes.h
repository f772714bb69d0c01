// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "analysis/changes.h"
#include "report/terminal.h"

namespace isonomy::report {

/// Two versions and what changed between them.
struct VersionsCompared {
  const model::Library& base;
  const model::Library& now;
  const source::SourceMap& sources;  ///< of both
  std::string base_name;
  std::string now_name;
  const analysis::ChangesAnswer& answer;
  bool all_new = false;  ///< the base has no rules at all
};

/// How many changes were foreseen, and how many of those foreseen did not come.
struct Foreseen {
  std::size_t met = 0;
  std::size_t missed = 0;
};
/// A line for each of the two that is not none, for people.
std::string foreseen_text(Foreseen foreseen, const TextOptions& options);

/// For people; empty if nothing changed.
std::string changes_text(const VersionsCompared& compared, const TextOptions& options);

/// `isonomy/changes/1`; see docs/schema/changes.json. A region stands there once for each jurisdiction whose answer changed.
std::string changes_json(const VersionsCompared& compared);

/// For a comment on a pull request: a table for each measure; empty if nothing changed. Never in colour.
std::string changes_markdown(const VersionsCompared& compared, TextOptions options);

/// A change in one line of six fields with tabs between them: measure, end, jurisdictions, when, before, now. The line does not change while text
/// in the rule files moves. Of a declaration: its kind and name, three empty fields, before, now.
std::string change_line(const VersionsCompared& compared, const analysis::Change& change);
std::string change_line(const analysis::DeclaredChange& change);

}  // namespace isonomy::report
