// SPDX-License-Identifier: Apache-2.0
// How far apart, what to change, which way to go.
#include <benchmark/benchmark.h>

#include <random>

#include "api/harmonize.h"
#include "harmonize/problem.h"
#include "network/paths.h"

namespace isonomy::test {
namespace {

// All measures over the default profile, with benchmark and needs, for a bloc of fifteen.
void distances(benchmark::State& state) {
  auto loaded = api::load({ISONOMY_RULESETS});
  api::HarmonizeRequest wanted;
  wanted.scope = {"RCEP"};
  wanted.on = "2026-08-01";
  for (auto _ : state) {
    const auto answer = api::harmonize(loaded, wanted);
    state.counters["jurisdictions"] = static_cast<double>(answer.study->distances.comparison().scope.size());
    state.counters["measures"] = static_cast<double>(answer.study->distances.comparison().measures.size());
  }
}
BENCHMARK(distances)->Unit(benchmark::kMillisecond);

// What blocks a consignment on any shipped route, and the least to change.
void plan_shipped(benchmark::State& state, const char* least) {
  auto loaded = api::load({ISONOMY_RULESETS});
  api::HarmonizeRequest wanted;
  wanted.routes = {"all"};
  wanted.on = "2026-08-01";
  wanted.plan = true;
  wanted.at_least = least;
  wanted.given = {"goods = 620610", "channel = b2c", "value = 90 EUR"};
  for (auto _ : state) {
    const auto answer = api::harmonize(loaded, wanted);
    if (!answer.plan || answer.diagnostics.has_errors()) return state.SkipWithError("no plan");
    state.counters["found"] = static_cast<double>(answer.plan->found.size());
    state.counters["changes"] = static_cast<double>(answer.plan->changes.size());
    state.counters["proved"] = answer.plan->proved() ? 1 : 0;
    state.counters["rounds"] = answer.plan->rounds;
  }
}
BENCHMARK_CAPTURE(plan_shipped, blocking, "blocking")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(plan_shipped, major, "major")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(plan_shipped, minor, "minor")->Unit(benchmark::kMillisecond);

// What brings two as near as asked, and what opens a way by rail.
void plan_for(benchmark::State& state, api::HarmonizeRequest wanted) {
  auto loaded = api::load({ISONOMY_RULESETS});
  wanted.on = "2026-08-01";
  wanted.plan = true;
  for (auto _ : state) {
    const auto answer = api::harmonize(loaded, wanted);
    if (!answer.plan || answer.diagnostics.has_errors()) return state.SkipWithError("no plan");
    state.counters["changes"] = static_cast<double>(answer.plan->changes.size());
    state.counters["proved"] = answer.plan->proved() ? 1 : 0;
  }
}

api::HarmonizeRequest nearer(std::vector<std::string> scope, std::vector<std::string> domains, std::string within) {
  api::HarmonizeRequest out;
  out.scope = std::move(scope);
  out.domains = std::move(domains);
  out.within = std::move(within);
  out.at_least = "blocking";
  return out;
}

api::HarmonizeRequest way(std::string from, std::string to) {
  api::HarmonizeRequest out;
  out.scope = {std::move(from), std::move(to)};
  out.open = true;
  out.modes = {"rail"};
  out.at_least = "major";
  out.given = {"goods = 620610", "channel = b2c", "value = 90 EUR"};
  return out;
}
BENCHMARK_CAPTURE(plan_for, two_nearer, nearer({"CN", "SG"}, {}, "0.2"))->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(plan_for, three_nearer, nearer({"CN", "SG", "VN"}, {"payment"}, "0.2"))->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(plan_for, open_by_rail, way("CN", "DE"))->Unit(benchmark::kMillisecond);

// 15,000 rules of five levels, 216,000 pairs that pay for each step beyond the first: by minimum cut.
void plan_by_cut(benchmark::State& state) {
  std::mt19937 random{1};
  const auto below = [&](std::uint32_t end) { return std::uniform_int_distribution<std::uint32_t>{0, end - 1}(random); };
  harmonize::Problem problem;
  for (int rule = 0; rule < 15'000; ++rule) {
    const auto level = below(5);
    const auto weight = 1 + below(20);
    auto& costs = problem.costs.emplace_back();
    for (std::uint32_t label = 0; label < 5; ++label) costs.push_back(weight * (label < level ? level - label : label - level));
  }
  while (problem.frictions.size() < 216'000) {
    const harmonize::Friction one{below(15'000), below(15'000), 1, 1 + static_cast<harmonize::Cost>(below(3))};
    if (one.a != one.b) problem.frictions.push_back(one);
  }
  for (auto _ : state) {
    const auto found = harmonize::solve(problem);
    state.counters["proved"] = found && found->proved() ? 1 : 0;
  }
}
BENCHMARK(plan_by_cut)->Unit(benchmark::kMillisecond);

// The five best of 200 nodes and 1,000 links.
void best_ways(benchmark::State& state) {
  std::mt19937 random{1};
  const auto below = [&](int end) { return std::uniform_int_distribution<int>{0, end - 1}(random); };
  std::vector<network::Step> steps;
  for (int i = 0; i < 1000; ++i) {
    network::Step step{static_cast<network::Node>(below(200)), static_cast<network::Node>(below(200)), {}};
    for (auto& part : step.price) part = below(10);
    if (step.from != step.to) steps.push_back(step);
  }
  for (auto _ : state) state.counters["ways"] = static_cast<double>(network::best_paths(200, steps, 0, 199, 5).size());
}
BENCHMARK(best_ways)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace isonomy::test
