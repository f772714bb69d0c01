// SPDX-License-Identifier: Apache-2.0
#include "report/format.h"

#include <dtl/dtl.hpp>
#include <sstream>

#include "report/json.h"

namespace isonomy::report {
namespace {

// Each with its line end, so that a missing last one is a difference.
std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size() - 1) + 1;
    out.push_back(text.substr(at, end - at));
    at = end;
  }
  return out;
}

using Diff = dtl::Diff<std::string>;

char sign(dtl::edit_t type) { return type == dtl::SES_ADD ? '+' : type == dtl::SES_DELETE ? '-' : ' '; }

void print(std::string& out, const std::vector<std::pair<std::string, dtl::elemInfo>>& lines) {
  for (const auto& [line, info] : lines) {
    out += sign(info.type) + line;
    if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
  }
}

}  // namespace

std::string format_json(const std::vector<std::pair<std::string, bool>>& files) {
  Json::Array rows;
  for (const auto& [path, changed] : files) rows.push_back(Json::Object{{"path", path}, {"changed", changed}});
  return to_text(Json::Object{{"schema", "isonomy/fmt/1"}, {"files", std::move(rows)}});
}

std::string unified_diff(const std::string& path, const std::string& before, const std::string& after) {
  if (before == after) return {};
  Diff diff{lines_of(before), lines_of(after)};
  diff.onHuge();
  diff.compose();
  diff.composeUnifiedHunks();
  auto out = "--- " + path + "\n+++ " + path + "\n";
  for (const auto& hunk : diff.getUniHunks()) {
    out += fmt::format("@@ -{},{} +{},{} @@\n", hunk.a, hunk.b, hunk.c, hunk.d);
    print(out, hunk.common[0]);
    print(out, hunk.change);
    print(out, hunk.common[1]);
  }
  return out;
}

}  // namespace isonomy::report
