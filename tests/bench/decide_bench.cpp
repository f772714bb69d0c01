// SPDX-License-Identifier: Apache-2.0
// One transaction after another: through all the law of a country, and through measures of few and of many rules.
#include <benchmark/benchmark.h>

#include <map>
#include <memory>
#include <random>

#include "analysis/case.h"
#include "analysis/places.h"
#include "api/load.h"
#include "bench/tariff.h"
#include "decision/compiled.h"
#include "support/library.h"

namespace isonomy::test {
namespace {

using decision::Seat;
using decision::Transaction;

constexpr std::uint32_t seed = 20'260'901;

// Everything that one jurisdiction can be asked, towards every partner.
class Country {
 public:
  Country(const model::Library& library, const std::string& name) : library_{library} {
    const auto self = library.jurisdiction_names.at(name);
    for (const auto measure : library.measures.ids()) {
      const auto flow = library.measures[measure].flow;
      for (const auto end : {model::End::sender, model::End::carrier, model::End::receiver})
        if (const auto seat = analysis::open_seat(library, flow, end, self); decision::asked_at(library.measures[measure], seat))
          questions_.emplace_back(seat, measure);
    }
  }

  const std::vector<std::pair<Seat, model::MeasureId>>& questions() const { return questions_; }

  // All that any question looks at, cut where an answer can change.
  decision::Space space() const {
    decision::SpaceBuilder builder{library_};
    for (const auto& [seat, measure] : questions_) analysis::collect_measure(library_, seat, measure, builder);
    builder.add_place(model::fact_id(model::BuiltIn::origin));
    builder.add_place(model::fact_id(model::BuiltIn::destination));
    return builder.build();
  }

  std::vector<decision::Compiled> compiled() const {
    std::vector<decision::Compiled> out;
    for (const auto& [seat, measure] : questions_) out.emplace_back(library_, seat, measure);
    return out;
  }

 private:
  const model::Library& library_;
  std::vector<std::pair<Seat, model::MeasureId>> questions_;
};

class Transactions {
 public:
  Transactions(const model::Library& library, decision::Space space) : library_{library}, space_{std::move(space)} {}

  std::vector<Transaction> next(std::size_t count) {
    std::vector<Transaction> out;
    while (out.size() < count) {
      decision::Point point;
      for (const auto& axis : space_.axes()) point.push_back(std::uniform_int_distribution<decision::Cell>{0, axis.size() - 1}(random_));
      out.push_back(decision::transaction_at(library_, space_, point));
    }
    return out;
  }

 private:
  const model::Library& library_;
  decision::Space space_;
  std::mt19937 random_{seed};
};

// 100,000 whole transactions, each put to every measure at every place where the country can stand. Making them up is not counted.
void country(benchmark::State& state, const std::string& name) {
  auto loaded = api::load({ISONOMY_RULESETS});
  const Country law{loaded.library, name};
  const auto measures = law.compiled();
  std::size_t open = 0;
  for (auto _ : state) {
    Transactions source{loaded.library, law.space()};
    for (int batch = 0; batch < 100; ++batch) {
      state.PauseTiming();
      const auto transactions = source.next(1000);
      state.ResumeTiming();
      for (const auto& facts : transactions)
        for (const auto& measure : measures) open += measure.decide(facts).open ? 1 : 0;
    }
  }
  std::size_t diagrams = 0;
  std::size_t bytes = 0;
  for (const auto& measure : measures) {
    diagrams += measure.has_diagram() ? 1 : 0;
    bytes += measure.bytes();
  }
  state.counters["measures"] = static_cast<double>(measures.size());
  state.counters["diagrams"] = static_cast<double>(diagrams);
  state.counters["KB"] = static_cast<double>(bytes) / 1024;
  state.counters["open"] = static_cast<double>(open);
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * 100'000 * measures.size()));
}
BENCHMARK_CAPTURE(country, DE, "DE")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(country, SG, "SG")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(country, US, "US")->Unit(benchmark::kMillisecond);

// Making one country's law ready.
void compile_country(benchmark::State& state, const std::string& name) {
  auto loaded = api::load({ISONOMY_RULESETS});
  const Country law{loaded.library, name};
  for (auto _ : state) benchmark::DoNotOptimize(law.compiled().size());
}
BENCHMARK_CAPTURE(compile_country, DE, "DE")->Unit(benchmark::kMillisecond);

// --- one measure of few and of many rules ----------------------------------------------------------------

struct Tariff {
  explicit Tariff(std::size_t rules)
      : lines{rules / 4},
        bound{bind_text(tariff_law(rules))},
        seat{analysis::open_seat(bound.library, model::FlowId{0}, model::End::receiver, bound.library.jurisdiction_names.at("A"))},
        measure{bound.library.measure_names.at("d.rate")} {}

  Transaction at(std::size_t line, const std::string& maker, int euros, const std::string& day) const {
    const auto& facts = bound.library.fact_names;
    Transaction out;
    out[model::fact_id(model::BuiltIn::on)] = model::Scalar{*base::parse_date(day)};
    out[model::fact_id(model::BuiltIn::origin)] = model::Scalar{bound.library.jurisdiction_names.at("B")};
    out[facts.at("goods")] = model::Scalar{model::HsCode{std::stoll(tariff_goods(line)), 10}};
    out[facts.at("value")] = model::Scalar{base::Money{euros, {{'E', 'U', 'R'}}}};
    out[facts.at("made_in")] = model::Scalar{bound.library.jurisdiction_names.at(maker)};
    return out;
  }

  std::size_t lines;
  Bound bound;
  Seat seat;
  model::MeasureId measure;
};

// Made once, for the benchmark calls its function several times.
struct Ready {
  explicit Ready(std::size_t rules) : tariff{rules}, compiled{tariff.bound.library, tariff.seat, tariff.measure} {}
  static const Ready& of(std::size_t rules) {
    static std::map<std::size_t, std::unique_ptr<Ready>> known;
    auto& one = known[rules];
    if (!one) one = std::make_unique<Ready>(rules);
    return *one;
  }

  Tariff tariff;
  decision::Compiled compiled;
};

// `part` says where among the rules the answer lies, from 0 to 3; 4 is beyond all of them.
void decision_of(benchmark::State& state) {
  const auto& [tariff, compiled] = Ready::of(static_cast<std::size_t>(state.range(0)));
  const auto line = state.range(1) == 4 ? tariff.lines + 1 : (tariff.lines - 1) * static_cast<std::size_t>(state.range(1)) / 3;
  const std::vector asked{tariff.at(line, "C", 1000, "2026-12-01"), tariff.at(line, "B", 1000, "2026-12-01"),
                          tariff.at(line, "A", 40, "2026-12-01"), tariff.at(line, "B", 90, "2026-05-03")};
  std::size_t next = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(compiled.decide(asked[next]).outcome);
    next = (next + 1) % asked.size();
  }
  state.counters["bytes_a_rule"] = static_cast<double>(compiled.bytes()) / static_cast<double>(tariff.lines * 4);
  state.counters["diagram"] = compiled.has_diagram() ? 1 : 0;
}
BENCHMARK(decision_of)->ArgsProduct({{12, 1000, 16'000}, {0, 1, 2, 3, 4}})->ArgNames({"rules", "part"});

void compile_tariff(benchmark::State& state) {
  const Tariff tariff{static_cast<std::size_t>(state.range(0))};
  for (auto _ : state) benchmark::DoNotOptimize(decision::Compiled{tariff.bound.library, tariff.seat, tariff.measure}.bytes());
}
BENCHMARK(compile_tariff)->Arg(12)->Arg(1000)->Arg(16'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace isonomy::test
