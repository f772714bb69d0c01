// SPDX-License-Identifier: Apache-2.0
#include "decision/compiled.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <random>

#include "decision/reference.h"
#include "support/facts.h"
#include "support/library.h"

namespace isonomy::decision {
namespace {

// The worst case for diagrams: rules of three flags each, each of which overrides all that follow.
std::string three_flags_a_rule(unsigned flags, unsigned rules) {
  std::string out = "domain d \"D\"\nflow f from origin to destination\n";
  for (unsigned i = 0; i < flags; ++i) out += fmt::format("fact f{} : yes/no\n", i);
  out += "measure d.m : count { asked of f receiver }\njurisdiction A \"A\"\nruleset A.d {\n";
  std::mt19937 random{1};
  const auto flag = [&] { return fmt::format("f{} = {}", random() % flags, random() % 2 == 0 ? "yes" : "no"); };
  for (unsigned i = 0; i < rules; ++i)
    out += fmt::format("  rule r{}{} {{ m = {} when {} and {} and {} source \"row\" }}\n", i,
                       i + 1 < rules ? fmt::format(" overrides r{}", i + 1) : std::string{}, i % 5, flag(), flag(), flag());
  return out + "}\n";
}

class WorstCase {
 public:
  WorstCase(unsigned flags, unsigned rules, std::size_t most) : bound_{test::bind_text(three_flags_a_rule(flags, rules))} {
    const auto& library = bound_.library;
    measure_ = library.measure_names.at("d.m");
    seat_ = {library.jurisdiction_names.at("A"), library.measures[measure_].flow, model::End::receiver, {}, {}};
    compiled_ = std::make_unique<Compiled>(library, seat_, measure_, most);
  }

  bool has_diagram() const { return compiled_->has_diagram(); }

  void agrees(std::uint32_t seed) const {
    const auto& library = bound_.library;
    std::mt19937 random{seed};
    Transaction facts{{model::fact_id(model::BuiltIn::on), model::Scalar{test::some_day()}},
                      {model::fact_id(model::BuiltIn::origin), model::Scalar{seat_.self}},
                      {model::fact_id(model::BuiltIn::destination), model::Scalar{seat_.self}}};
    for (const auto& [name, fact] : library.fact_names)
      if (name[0] == 'f') facts[fact] = model::Scalar{random() % 2 == 0};
    const auto judged = reference::decide(library, seat_, measure_, facts);
    const auto answer = compiled_->decide(facts);
    ASSERT_FALSE(answer.open);
    EXPECT_EQ(*answer.outcome, judged.outcome) << "seed " << seed;
  }

 private:
  test::Bound bound_;
  model::MeasureId measure_;
  Seat seat_;
  std::unique_ptr<Compiled> compiled_;
};

TEST(Compiled, TheWorstCaseForDiagramsIsAnsweredWithoutOne) {
  const WorstCase small{12, 30, Compiled::usual_parts};
  const WorstCase large{60, 240, 50'000};
  EXPECT_TRUE(small.has_diagram());
  EXPECT_FALSE(large.has_diagram());
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    small.agrees(seed);
    large.agrees(seed);
  }
}

// The boxes of `m` tell fewer cells of the pieces apart than the space has, because `gate` cuts it finer.
std::string finely_cut() {
  std::string out =
      "domain d \"D\"\nflow f from origin to destination\nfact pieces : count\nmeasure d.gate : count { asked of f receiver }\n"
      "measure d.m : count { asked of f receiver  asked when d.gate != 7 }\njurisdiction A \"A\"\nruleset A.d {\n"
      "  rule all { m = 1 source \"row\" }\n  rule some overrides all { m = 2 when pieces in {5, 7, 300} source \"row\" }\n";
  for (int i = 0; i < 90; ++i)
    out += fmt::format("  rule r{} {{ gate = {} when pieces in {{{} to {}}} source \"row\" }}\n", i, i, 10 * i, 10 * i + 9);
  return out + "}\n";
}

TEST(Compiled, TheIndexFindsBoxesFromAnyCell) {
  const auto bound = test::bind_text(finely_cut());
  const auto& library = bound.library;
  const auto measure = library.measure_names.at("d.m");
  const auto a = library.jurisdiction_names.at("A");
  const Seat seat{a, library.measures[measure].flow, model::End::receiver, a, a};
  const Compiled index{library, seat, measure, 0};
  for (int pieces = 0; pieces < 900; pieces += 3) {
    const Transaction facts{{model::fact_id(model::BuiltIn::on), model::Scalar{test::some_day()}},
                            {library.fact_names.at("pieces"), model::Scalar{model::Count{pieces}}}};
    ASSERT_EQ(*index.decide(facts).outcome, reference::decide(library, seat, measure, facts).outcome) << pieces;
  }
}

}  // namespace
}  // namespace isonomy::decision
