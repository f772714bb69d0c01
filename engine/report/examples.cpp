// SPDX-License-Identifier: Apache-2.0
#include "report/examples.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/excerpt.h"
#include "report/parts.h"

namespace isonomy::report {
namespace {

using analysis::ExampleResult;

std::string failed_text(const source::SourceMap& sources, const ExampleResult& result, const Paint& paint) {
  const auto place = result.span.file.valid() ? place_text(sources, result.span) : std::string{};
  auto out = fmt::format("{} {}  {}\n", paint.red("failed"), paint.bold(shown(result.name)), paint.faint(place));
  for (const auto& failure : result.failures) out += fmt::format("       {}\n", shown(failure));
  return out;
}

std::string totals(std::size_t all, std::size_t failed, const Paint& paint) {
  const auto count = fmt::format("{} example{}, ", all, all == 1 ? "" : "s");
  if (failed > 0) return count + paint.red(fmt::format("{} failed", failed)) + "\n";
  return count + (all == 0 ? "none run" : paint.green(all == 1 ? "passed" : "all passed")) + "\n";
}

Json example_json(const source::SourceMap& sources, const ExampleResult& result) {
  const auto place = place_json(sources, result.span);
  return Json::Object{
      {"name", result.name}, place[0], place[1], {"outcome", result.passed ? "passed" : "failed"}, {"failures", to_json(result.failures)}};
}

}  // namespace

std::string examples_text(const source::SourceMap& sources, const std::vector<ExampleResult>& results, const TextOptions& options) {
  const Paint paint{options.colour};
  std::string out;
  std::size_t failed = 0;
  for (const auto& result : results) {
    if (result.passed) continue;
    ++failed;
    out += failed_text(sources, result, paint);
  }
  return out + totals(results.size(), failed, paint);
}

std::string examples_json(const source::SourceMap& sources, const std::vector<ExampleResult>& results) {
  Json::Array examples;
  for (const auto& result : results) examples.push_back(example_json(sources, result));
  return to_text(Json::Object{{"schema", "isonomy/test/1"}, {"examples", std::move(examples)}});
}

}  // namespace isonomy::report
