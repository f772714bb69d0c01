// SPDX-License-Identifier: Apache-2.0
// The known tables as law: what the kernel needs for them.
#include <benchmark/benchmark.h>

#include "known/table.h"

namespace isonomy::test {
namespace {

// From bound rules to the decision with its conflicts.
void overlaps(benchmark::State& state, const std::string& name) {
  const auto table = distinct(read_table(name));
  Laws laws{table, Rank::equal};
  const auto seat = laws.question().seats().front();
  std::size_t found = 0;
  for (auto _ : state) {
    decision::Compiler compiler{laws.question().library(), laws.question().space(), laws.question().now().base()};
    found = compiler.decide(seat, laws.measure()).conflicts.size();
  }
  state.counters["conflicts"] = static_cast<double>(found);
}
BENCHMARK_CAPTURE(overlaps, t_500_3, "t_500_3_overlap")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace isonomy::test
