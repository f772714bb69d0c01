// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "report/diagnostics.h"
#include "report/markup.h"
#include "report/parts.h"
#include "source/level.h"

namespace isonomy::report {
namespace {

using source::Diagnostic;

Json::Object text_of(std::string text) { return {{"text", std::move(text)}}; }

Json::Object region_json(const source::SourceMap& sources, source::Span span) {
  const auto begin = sources.place(span.file, span.begin);
  const auto end = sources.place(span.file, span.end);
  return {{"startLine", begin.line}, {"startColumn", begin.column}, {"endLine", end.line}, {"endColumn", end.column}};
}

Json::Object location_json(const source::SourceMap& sources, source::Span span) {
  const auto& path = sources[span.file].path;
  Json::Object artifact{{"uri", uri_of(path)}};
  if (!path.starts_with("/")) artifact.emplace_back("uriBaseId", "SRCROOT");
  return {{"physicalLocation", Json::Object{{"artifactLocation", std::move(artifact)}, {"region", region_json(sources, span)}}}};
}

Json::Array related_json(const source::SourceMap& sources, const Diagnostic& one) {
  Json::Array out;
  for (const auto& related : one.related) {
    if (!related.span.file.valid()) continue;
    auto location = location_json(sources, related.span);
    location.emplace_back("message", text_of(related.message));
    out.emplace_back(std::move(location));
  }
  return out;
}

// The levels of SARIF bear the same names.
Json::Object result_json(const source::SourceMap& sources, const Diagnostic& one, std::size_t rule) {
  auto message = one.message;
  if (!one.help.empty()) message += ". Help: " + one.help;
  for (const auto& [fact, value] : one.witness)
    message += fmt::format("{}{} = {}", &fact == &one.witness.begin()->first ? ". For example: " : ", ", fact, value);
  Json::Array places;
  if (one.span.file.valid()) places.emplace_back(location_json(sources, one.span));
  return {{"ruleId", source::to_text(one.code)},
          {"ruleIndex", rule},
          {"level", source::name_of(source::level(one.code))},
          {"message", text_of(std::move(message))},
          {"locations", std::move(places)},
          {"relatedLocations", related_json(sources, one)},
          {"partialFingerprints", Json::Object{{"isonomy/1", fingerprint(sources, one)}}}};
}

Json::Object rule_json(source::Code code) {
  return {{"id", source::to_text(code)},
          {"shortDescription", text_of(std::string{source::title(code)})},
          {"help", text_of("isonomy explain " + source::to_text(code))},
          {"defaultConfiguration", Json::Object{{"level", source::name_of(source::level(code))}}}};
}

}  // namespace

std::string diagnostics_sarif(const source::SourceMap& sources, const std::vector<Diagnostic>& diagnostics, const std::string& version) {
  std::vector<source::Code> codes;
  for (const auto& one : diagnostics) codes.push_back(one.code);
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  Json::Array rules;
  for (const auto code : codes) rules.emplace_back(rule_json(code));
  Json::Array results;
  for (const auto& one : diagnostics)
    results.emplace_back(
        result_json(sources, one, static_cast<std::size_t>(std::lower_bound(codes.begin(), codes.end(), one.code) - codes.begin())));
  Json::Object driver{{"name", "isonomy"}, {"version", version}, {"rules", std::move(rules)}};
  Json::Object run{
      {"tool", Json::Object{{"driver", std::move(driver)}}},
      {"columnKind", "unicodeCodePoints"},
      {"originalUriBaseIds", Json::Object{{"SRCROOT", Json::Object{{"description", text_of("the folder in which isonomy ran")}}}}},
      {"results", std::move(results)}};
  return to_text(Json::Object{
      {"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"version", "2.1.0"}, {"runs", Json::Array{std::move(run)}}});
}

}  // namespace isonomy::report
