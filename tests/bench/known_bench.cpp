// SPDX-License-Identifier: Apache-2.0
// The known tables as law: what the kernel needs for them.
#include <benchmark/benchmark.h>

#include "decision/pairs.h"
#include "known/table.h"

namespace isonomy::test {
namespace {

// Maximal sets of rules that overlap, from their boxes.
void overlapping(benchmark::State& state, const std::string& name) {
  const auto table = read_table(name);
  Laws laws{table, Rank::equal};
  const auto boxes = boxes_of(laws, "A", table.rows.size());
  std::size_t found = 0;
  for (auto _ : state) found = overlaps(decision::Coverage{laws.question().space().sizes()}, boxes).size();
  state.counters["sets"] = static_cast<double>(found);
}
BENCHMARK_CAPTURE(overlapping, t_500_3, "t_500_3_overlap")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(overlapping, t_500_5, "t_500_5_overlap")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(overlapping, t_1500_5, "t_1500_5_overlap")->Unit(benchmark::kMillisecond);

// Whether anything is left undecided, from the rules' boxes: a place, or the proof that there is none.
void gap(benchmark::State& state, const std::string& name) {
  const auto table = read_table(name);
  Laws laws{table, Rank::equal};
  std::vector<decision::Cube> boxes;
  for (const auto& rule : boxes_of(laws, "A", table.rows.size())) boxes.insert(boxes.end(), rule.begin(), rule.end());
  const auto& base = laws.question().now().base();
  bool found = false;
  for (auto _ : state) found = decision::Coverage{laws.question().space().sizes()}.uncovered(base, boxes).has_value();
  state.counters["found"] = found ? 1 : 0;
}
BENCHMARK_CAPTURE(gap, t_500_3, "t_500_3_missing")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(gap, t_500_5, "t_500_5_missing")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(gap, t_1500_5, "t_1500_5_missing")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(gap, t_1500_5_full, "t_1500_5_overlap")->Unit(benchmark::kMillisecond);

// From bound rules to both decisions.
void decide(benchmark::State& state, const std::string& name) {
  Laws laws{read_table(name + "_a"), read_table(name + "_b"), Rank::first_wins};
  auto& question = laws.question();
  for (auto _ : state) {
    decision::Compiler compiler{question.library(), question.space(), question.now().base()};
    benchmark::DoNotOptimize(compiler.decide(question.seats().front(), laws.measure()).pieces.size());
    benchmark::DoNotOptimize(compiler.decide(question.seats().back(), laws.measure()).pieces.size());
  }
}
BENCHMARK_CAPTURE(decide, c_500, "c_500")->Unit(benchmark::kMillisecond);

// All pairs of rules that decide differently, each with a witness.
void pairs(benchmark::State& state, const std::string& name) {
  Laws laws{read_table(name + "_a"), read_table(name + "_b"), Rank::first_wins};
  const auto& a = laws.sender();
  const auto& b = laws.receiver();
  std::size_t found = 0;
  for (auto _ : state) found = live_pairs(laws.question().library(), decision::Coverage{laws.question().space().sizes()}, a, b).size();
  state.counters["pairs"] = static_cast<double>(found);
}
BENCHMARK_CAPTURE(pairs, c_50, "c_50")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(pairs, c_200, "c_200")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(pairs, c_500, "c_500")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace isonomy::test
