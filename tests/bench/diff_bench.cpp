// SPDX-License-Identifier: Apache-2.0
// Two measures like customs tariffs, compared.
#include <benchmark/benchmark.h>

#include <map>
#include <memory>

#include "analysis/diff.h"
#include "analysis/every_pair.h"
#include "analysis/pairing.h"
#include "bench/tariff.h"
#include "support/library.h"

namespace isonomy::test {
namespace {

struct TwoTariffs {
  TwoTariffs(std::size_t rules, std::size_t changed) : bound{bind_texts(two_tariffs(rules, changed))} {}
  // Made once, for the benchmark calls its function several times.
  static const TwoTariffs& of(const benchmark::State& state) {
    static std::map<std::pair<std::int64_t, std::int64_t>, std::unique_ptr<TwoTariffs>> known;
    auto& one = known[{state.range(0), state.range(1)}];
    if (!one) one = std::make_unique<TwoTariffs>(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1)));
    return *one;
  }
  const model::Library& library() const { return bound.library; }
  model::MeasureId measure() const { return library().measure_names.at("d.rate"); }
  model::JurisdictionId place(const std::string& name) const { return library().jurisdiction_names.at(name); }

  Bound bound;
};

// The two decisions alone.
void tariff_decisions(benchmark::State& state) {
  const auto& law = TwoTariffs::of(state);
  for (auto _ : state) {
    source::Diagnostics diagnostics;
    analysis::Pairing pairing{law.library(), law.measure(), model::End::receiver, law.place("A"), law.place("B"), {}, diagnostics};
    using When = analysis::Pairing::When;
    benchmark::DoNotOptimize(pairing.a(When::now).size() + pairing.b(When::now).size());
  }
}
BENCHMARK(tariff_decisions)->ArgsProduct({{1000, 10'000, 100'000}, {100}})->ArgNames({"rules", "one_in"})->Unit(benchmark::kMillisecond);

// Both decisions, where they differ, and that as maximal boxes, each with a place.
void tariff_difference(benchmark::State& state) {
  const auto& law = TwoTariffs::of(state);
  std::size_t regions = 0;
  for (auto _ : state) {
    source::Diagnostics diagnostics;
    analysis::Pairing pairing{law.library(), law.measure(), model::End::receiver, law.place("A"), law.place("B"), {}, diagnostics};
    using When = analysis::Pairing::When;
    regions = 0;
    for (const auto& contrast : pairing.difference(When::now).differs)
      for (const auto& box : boxes_of(contrast, pairing.coverage(), pairing.space(), pairing.base(When::now))) {
        benchmark::DoNotOptimize(pairing.point_in(box));
        ++regions;
      }
  }
  state.counters["regions"] = static_cast<double>(regions);
}
BENCHMARK(tariff_difference)
    ->ArgsProduct({{1000, 10'000, 100'000}, {100, 1}})
    ->ArgNames({"rules", "one_in"})
    ->Unit(benchmark::kMillisecond);

// The answer of the verb: besides, rules, days and words of each region, and both answers replayed by the reference evaluator.
void tariff_diff(benchmark::State& state) {
  const auto& law = TwoTariffs::of(state);
  std::size_t regions = 0;
  for (auto _ : state)
    regions = analysis::diff(law.library(), {law.place("A"), law.place("B"), {law.measure()}, {}}).measures[0].differs.size();
  state.counters["regions"] = static_cast<double>(regions);
}
BENCHMARK(tariff_diff)->ArgsProduct({{1000, 10'000}, {100}})->ArgNames({"rules", "one_in"})->Unit(benchmark::kMillisecond);

// Every pair of 40 jurisdictions on 45 measures of 52 rules each.
void every_pair_of_tariffs(benchmark::State& state) {
  static const auto law = bind_texts(many_tariffs(40, 45, 50));
  analysis::EveryPairQuestion question;
  for (std::size_t who = 0; who < 40; ++who) question.who.push_back(law.library.jurisdiction_names.at("J" + std::to_string(who)));
  question.measures = law.library.measures.ids();
  std::size_t pairs = 0;
  for (auto _ : state) {
    pairs = 0;
    for (const auto& measure : analysis::every_pair(law.library, question).measures)
      for (const auto& pair : measure.pairs) pairs += pair.differs && pair.open ? 1 : 0;
  }
  state.counters["differ_and_open"] = static_cast<double>(pairs);
}
BENCHMARK(every_pair_of_tariffs)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace isonomy::test
