// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "server/features.h"
#include "server/places.h"
#include "source/codes.h"
#include "syntax/format.h"

namespace isonomy::server {
namespace {

// The text that differs: what both share at their beginnings and ends is left out, whole lines at a time.
source::Span changed_part(const source::File& file, source::FileId id, const std::string& after, std::size_t& from, std::size_t& to) {
  const auto& before = file.text;
  const auto shorter = std::min(before.size(), after.size());
  std::size_t same = 0;
  std::size_t head = 0;
  for (; same < shorter && before[same] == after[same]; ++same)
    if (before[same] == '\n') head = same + 1;
  std::size_t tail = 0;
  std::size_t kept = 0;
  for (; tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail]; ++tail)
    if (after[after.size() - 1 - tail] == '\n') kept = tail;
  from = head;
  to = after.size() - kept;
  return {id, static_cast<std::uint32_t>(head), static_cast<std::uint32_t>(before.size() - kept)};
}

std::optional<std::string> in_marks(std::string_view help, std::string_view before, std::string_view after) {
  if (!help.starts_with(before) || !help.ends_with(after) || help.size() < before.size() + after.size()) return std::nullopt;
  const auto name = help.substr(before.size(), help.size() - before.size() - after.size());
  return name.find('`') == std::string_view::npos ? std::optional{std::string{name}} : std::nullopt;
}

// Whether the help of this code says what to write in the place of exactly the marked text.
bool says_all(source::Code code) {
  using enum source::Code;
  return code == full_width_sign || code == unknown_character || code == malformed_date || code == missing_word;
}

// What to write in the place of the marked text; nothing where the help leaves a choice.
std::optional<std::string> replacement(const source::Diagnostic& diagnostic) {
  if (diagnostic.help == "remove it") return std::string{};
  if (diagnostic.code == source::Code::missing_closing_brace) return in_marks(diagnostic.help, "add `", "`");
  if (says_all(diagnostic.code))
    if (auto name = in_marks(diagnostic.help, "write `", "`")) return name;
  return in_marks(diagnostic.help, "did you mean `", "`?");
}

std::string told(const source::Diagnostic& diagnostic) {
  auto out = diagnostic.message;
  if (!diagnostic.help.empty()) out += "\n" + diagnostic.help;
  const char* before = "\nfor example: ";
  for (const auto& [fact, value] : diagnostic.witness) {
    out.append(before).append(fact).append(" = ").append(value);
    before = ", ";
  }
  return out;
}

}  // namespace

Json formatting(const Workspace& workspace, const Json& parameters) {
  const auto* document = document_of(workspace, parameters);
  if (document == nullptr) return nullptr;
  source::Diagnostics mistakes;
  const auto after = syntax::format_file(workspace.sources(), document->file, mistakes);
  const auto& file = workspace.sources()[document->file];
  if (!after || *after == file.text) return Json::array();
  std::size_t from = 0;
  std::size_t to = 0;
  const auto span = changed_part(file, document->file, *after, from, to);
  return Json::array({{{"range", range_of(workspace.sources(), span)}, {"newText", after->substr(from, to - from)}}});
}

Json diagnostic_json(const Workspace& workspace, const source::Diagnostic& diagnostic) {
  constexpr int error = 1;
  constexpr int warning = 2;
  const auto& sources = workspace.sources();
  Json out{{"range", range_of(sources, diagnostic.span)},
           {"severity", severity(diagnostic.code) == source::Severity::error ? error : warning},
           {"code", to_text(diagnostic.code)},
           {"source", "isonomy"},
           {"message", told(diagnostic)}};
  for (const auto& other : diagnostic.related)
    if (other.span.file.valid())
      out["relatedInformation"].push_back({{"location", location_of(sources, other.span)}, {"message", other.message}});
  if (const auto written = replacement(diagnostic)) out["data"] = {{"replacement", *written}};
  return out;
}

Json code_actions(const Workspace& workspace, const Json& parameters) {
  const auto uri = parameters.at("textDocument").at("uri").get<std::string>();
  const auto path = path_of(uri);
  const auto* document = workspace.find(path);
  if (document == nullptr) return nullptr;
  const auto& file = workspace.sources()[document->file];
  const auto begin = offset_at(file, parameters.at("range").at("start"));
  const auto end = offset_at(file, parameters.at("range").at("end"));
  auto out = Json::array();
  const auto mistakes = workspace.diagnostics();
  for (const auto& one : mistakes.at(path)) {
    const auto written = replacement(one);
    if (!written || one.span.end < begin || one.span.begin > end) continue;
    const Json edit{{"range", range_of(workspace.sources(), one.span)}, {"newText", *written}};
    out.push_back({{"title", written->empty() ? std::string{"Remove it"} : "Write `" + *written + "`"},
                   {"kind", "quickfix"},
                   {"isPreferred", true},
                   {"diagnostics", Json::array({diagnostic_json(workspace, one)})},
                   {"edit", {{"changes", {{uri, Json::array({edit})}}}}}});
  }
  return out;
}

}  // namespace isonomy::server
