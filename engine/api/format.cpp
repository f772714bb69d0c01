// SPDX-License-Identifier: Apache-2.0
#include "api/format.h"

#include "api/files.h"
#include "source/codes.h"
#include "syntax/format.h"

namespace isonomy::api {
namespace {

void add(FormatAnswer& answer, source::FileId file, std::string path) {
  auto after = syntax::format_file(*answer.sources, file, answer.diagnostics);
  if (after) answer.files.push_back({std::move(path), (*answer.sources)[file].text, std::move(*after)});
}

}  // namespace

FormatAnswer format(const std::vector<std::filesystem::path>& paths) {
  FormatAnswer out;
  const auto found = files_under(paths, ".law", out.diagnostics);
  if (found.empty() && out.diagnostics.empty())
    out.diagnostics.add(source::Code::no_rule_files, {}, "no rule file was found", "name a folder that holds `.law` files");
  for (const auto& path : found) {
    const auto file = read_file(*out.sources, path);
    if (file) add(out, *file, path.generic_string());
    else report_unreadable(path, out.diagnostics);
  }
  return out;
}

FormatAnswer format_text(const std::string& name, std::string text) {
  FormatAnswer out;
  add(out, out.sources->add(name, std::move(text)), name);
  return out;
}

void write(FormatAnswer& answer) {
  for (auto& file : answer.files)
    if (file.changed() && !replace_file(file.path, file.after, answer.diagnostics)) file.after = file.before;
}

}  // namespace isonomy::api
