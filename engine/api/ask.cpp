// SPDX-License-Identifier: Apache-2.0
#include "api/ask.h"

#include <algorithm>

#include "api/files.h"
#include "source/level.h"

namespace isonomy::api {

analysis::CheckAnswer check(Loaded& loaded, const Request& request) {
  auto diagnostics = loaded.diagnostics;
  const auto question = loaded.usable() ? bind_question(loaded, request, diagnostics) : std::nullopt;
  if (question) return analysis::check(loaded.library, *question);
  analysis::CheckAnswer out;
  out.diagnostics = std::move(diagnostics);
  return out;
}

analysis::ExplainAnswer explain(Loaded& loaded, const Request& request, const std::string& measure, const std::string& who) {
  auto diagnostics = loaded.diagnostics;
  analysis::ExplainAnswer out;
  if (loaded.usable()) {
    const auto question = bind_question(loaded, request, diagnostics);
    const auto asked = find_measure(loaded, measure, diagnostics);
    const auto by = who.empty() ? model::JurisdictionId{} : find_jurisdiction(loaded, who, diagnostics).value_or(model::JurisdictionId{});
    if (question && asked && !diagnostics.has_errors()) return analysis::explain(loaded.library, *question, *asked, by);
  }
  out.diagnostics = std::move(diagnostics);
  return out;
}

void keep_examples(Loaded& loaded, const std::vector<std::string>& paths) {
  std::erase_if(loaded.library.examples, [&](const model::Example& one) {
    const auto& file = (*loaded.sources)[one.span.file].path;
    return std::none_of(paths.begin(), paths.end(), [&](const std::string& path) { return lies_under(file, path); });
  });
}

std::vector<analysis::ExampleResult> run_examples(const Loaded& loaded, analysis::Decided* decided) {
  return analysis::run_examples(loaded.library, decided);
}

analysis::ExampleCoverage coverage_of(const Loaded& loaded, const analysis::Decided& decided) {
  return analysis::coverage_of(loaded.library, decided);
}

source::Diagnostics validate(const Loaded& loaded, const analysis::ValidateOptions& options) {
  auto out = loaded.diagnostics;
  if (!loaded.usable()) return out;
  const auto found = analysis::validate(loaded.library, options);
  for (const auto& one : found.items()) out.add(one);
  return out;
}

source::Diagnostics validate_file(const model::Library& library, source::FileId file) {
  source::Diagnostics out;
  const auto found = analysis::validate(library, {base::today(), 365, {}, file});
  for (const auto& one : found.items())
    if (source::level(one.code) != source::Level::note) out.add(one);
  return out;
}

std::string default_rules(const std::filesystem::path& from, const std::filesystem::path& program) {
  std::error_code error;
  for (auto at = from;; at = at.parent_path()) {
    if (std::filesystem::is_directory(at / "rulesets", error)) return (at / "rulesets").lexically_proximate(from).generic_string();
    if (!at.has_relative_path()) break;
  }
  const auto installed = program.parent_path().parent_path() / "share" / "isonomy" / "rulesets";
  return std::filesystem::is_directory(installed, error) ? installed.generic_string() : std::string{};
}

std::optional<source::Code> find_code(const std::string& text) {
  const auto& codes = source::all_codes();
  const auto it = std::find_if(codes.begin(), codes.end(), [&](source::Code code) { return source::to_text(code) == text; });
  return it == codes.end() ? std::nullopt : std::optional{*it};
}

}  // namespace isonomy::api
