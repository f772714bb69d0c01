// SPDX-License-Identifier: Apache-2.0
// From rule files to an answer on the shipped rules: parsing, loading, one check.
#include <benchmark/benchmark.h>

#include "api/ask.h"
#include "report/check.h"
#include "support/text.h"
#include "syntax/parse.h"

namespace isonomy::test {
namespace {

api::Request blouses() {
  api::Request out;
  out.origin = "CN";
  out.destination = "DE";
  out.via = {"KZ", "RU", "PL"};
  out.given = {"channel = b2c", "value = 90 EUR", "goods = 620610"};
  out.on = "2026-08-01";
  return out;
}

api::Scope way() { return {{"CN", "KZ", "RU", "PL", "DE"}, {}}; }

std::string all_rules() {
  std::string out;
  for (const auto& entry : std::filesystem::recursive_directory_iterator{ISONOMY_RULESETS})
    if (entry.path().extension() == ".law") out += read_file(entry.path().string());
  return out;
}

// The whole text as one file: megabytes a second.
void parsing(benchmark::State& state) {
  const auto text = all_rules();
  for (auto _ : state) {
    source::SourceMap sources;
    source::Diagnostics diagnostics;
    benchmark::DoNotOptimize(syntax::parse_file(sources, sources.add("all.law", text), diagnostics));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * static_cast<std::int64_t>(state.iterations()));
}
BENCHMARK(parsing)->Unit(benchmark::kMillisecond);

void load_everything(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(api::load({ISONOMY_RULESETS}));
}
BENCHMARK(load_everything)->Unit(benchmark::kMillisecond);

void load_the_way(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(api::load({ISONOMY_RULESETS}, way()));
}
BENCHMARK(load_the_way)->Unit(benchmark::kMillisecond);

// The question alone, on rules that are loaded.
void check(benchmark::State& state) {
  auto loaded = api::load({ISONOMY_RULESETS}, way());
  for (auto _ : state) {
    const auto answer = api::check(loaded, blouses());
    benchmark::DoNotOptimize(report::check_json(loaded.library, *loaded.sources, answer));
  }
}
BENCHMARK(check)->Unit(benchmark::kMillisecond);

// Every example of the shipped rules, on rules that are loaded.
void examples(benchmark::State& state) {
  const auto loaded = api::load({ISONOMY_RULESETS});
  std::size_t passed = 0;
  std::size_t run = 0;
  for (auto _ : state)
    for (const auto& one : api::run_examples(loaded)) {
      ++run;
      passed += one.passed ? 1 : 0;
    }
  if (passed != run) state.SkipWithError("an example does not hold");
  state.SetItemsProcessed(static_cast<std::int64_t>(run));
}
BENCHMARK(examples)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace isonomy::test
