// SPDX-License-Identifier: Apache-2.0
#include "report/diagnostics.h"
#include "report/parts.h"
#include "source/level.h"

namespace isonomy::report {
namespace {

Json related_json(const source::SourceMap& sources, const source::Related& related) {
  Json::Object out{{"message", related.message}};
  for (auto& member : place_json(sources, related.span)) out.push_back(std::move(member));
  return out;
}

Json diagnostic_json(const source::SourceMap& sources, const source::Diagnostic& one) {
  Json::Array related;
  for (const auto& place : one.related) related.push_back(related_json(sources, place));
  Json::Object out{{"code", source::to_text(one.code)}, {"severity", source::name_of(source::level(one.code))}, {"message", one.message}};
  for (auto& member : place_json(sources, one.span)) out.push_back(std::move(member));
  out.emplace_back("help", text_json(one.help));
  out.emplace_back("witness", facts_json(one.witness));
  out.emplace_back("related", std::move(related));
  return out;
}

}  // namespace

std::string diagnostics_json(const source::SourceMap& sources, const std::vector<source::Diagnostic>& diagnostics) {
  Json::Array found;
  for (const auto& one : diagnostics) found.push_back(diagnostic_json(sources, one));
  return to_text(Json::Object{{"schema", "isonomy/validate/1"}, {"diagnostics", std::move(found)}});
}

}  // namespace isonomy::report
