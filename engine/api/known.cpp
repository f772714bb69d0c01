// SPDX-License-Identifier: Apache-2.0
#include "api/known.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "api/files.h"
#include "source/codes.h"

namespace isonomy::api {
namespace {

struct Form {
  std::string_view heading;
  std::ptrdiff_t tabs;
  std::string_view what, help;
};

Form form_of(Known kind) {
  if (kind == Known::findings)
    return {"# Findings that isonomy validate leaves alone: code, file, message.", 2, "finding",
            "write the file anew with --write-baseline"};
  return {"# Changes that isonomy changes expects: measure, end, jurisdictions, when, before, now.", 5, "change",
          "write the file anew with --write-expected"};
}

}  // namespace

KnownLines read_known(const std::filesystem::path& path, Known kind, source::SourceMap& sources, source::Diagnostics& diagnostics) {
  const auto file = read_file(sources, path);
  if (!file) {
    report_unreadable(path, diagnostics);
    return {};
  }
  const auto form = form_of(kind);
  const auto text = sources[*file].text;
  KnownLines out;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    const auto line = text.substr(begin, end - begin);
    if (std::count(line.begin(), line.end(), '\t') == form.tabs) ++out[line];
    else if (!line.empty() && line[0] != '#')
      diagnostics.add(source::Code::bad_known_line, {*file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                      fmt::format("this line says nothing of a {}", form.what), std::string{form.help});
    begin = end + 1;
  }
  return out;
}

bool write_known(const std::filesystem::path& path, Known kind, std::vector<std::string> lines, source::Diagnostics& diagnostics) {
  std::sort(lines.begin(), lines.end());
  return replace_file(path, fmt::format("{}\n{}{}", form_of(kind).heading, fmt::join(lines, "\n"), lines.empty() ? "" : "\n"), diagnostics);
}

bool take(KnownLines& known, const std::string& line) {
  const auto it = known.find(line);
  if (it == known.end() || it->second == 0) return false;
  --it->second;
  return true;
}

}  // namespace isonomy::api
