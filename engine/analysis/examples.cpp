// SPDX-License-Identifier: Apache-2.0
#include "analysis/examples.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "analysis/check.h"
#include "analysis/sums.h"
#include "model/print.h"

namespace isonomy::analysis {
namespace {

class ExampleRun {
 public:
  ExampleRun(const model::Library& library, const model::Example& example) : library_{library}, example_{example} {}

  ExampleResult run() {
    out_ = {example_.name, example_.span, false, {}};
    if (example_.journey.stops.size() < 2) out_.failures.emplace_back("the route has fewer than two stops");
    else judge();
    out_.passed = out_.failures.empty();
    return std::move(out_);
  }

 private:
  void judge() {
    Question question{example_.journey.stops, example_.given, example_.lines};
    add_modes(library_, example_.journey, question.given);
    source::Diagnostics sums;
    add_sums(library_, question.given, sums);
    answer_ = check(library_, question);
    for (const auto& one : sums.sorted()) out_.failures.push_back(one.message);
    for (const auto& one : answer_.diagnostics.sorted()) out_.failures.push_back(one.message);
    if (!out_.failures.empty()) return;
    for (const auto& expectation : example_.expectations) {
      if (expectation.kind == model::Expectation::Kind::answer) expect_answer(expectation);
      else expect_finding(expectation);
    }
  }

  bool meant(const model::Expectation& expectation, const DecisionAnswer& decision) const {
    const auto& left = std::get<model::MeasureRef>(expectation.answer.left);
    if (decision.measure != left.measure) return false;
    if (expectation.jurisdiction.valid()) return decision.seat.self == expectation.jurisdiction;
    return static_cast<std::size_t>(left.place) == static_cast<std::size_t>(end_place(decision.seat.end));
  }

  static model::Place end_place(model::End end) {
    return end == model::End::sender ? model::Place::sender : end == model::End::receiver ? model::Place::receiver : model::Place::carrier;
  }

  void expect_answer(const model::Expectation& expectation) {
    bool found = false;
    for (const auto& decision : answer_.decisions) {
      if (!meant(expectation, decision)) continue;
      found = true;
      for (const auto& region : decision.regions) judge_region(expectation, decision, region);
    }
    if (!found)
      out_.failures.push_back(fmt::format("expected {}, but nobody on the route is asked", model::to_text(expectation.answer, library_)));
  }

  void judge_region(const model::Expectation& expectation, const DecisionAnswer& decision, const RegionAnswer& region) {
    const auto where = decision.depends() ? " (" + region.when + ")" : std::string{};
    if (decision::truth_of(library_, region.outcome, expectation.answer) != model::Truth::yes) {
      out_.failures.push_back(
          fmt::format("expected {}, found {}{}", model::to_text(expectation.answer, library_), to_text(library_, region.outcome), where));
      return;
    }
    for (const auto rule : expectation.decided_by)
      if (std::find(region.rules.begin(), region.rules.end(), rule) == region.rules.end())
        out_.failures.push_back(fmt::format("expected {} by {}, but {} decided{}", model::to_text(expectation.answer, library_),
                                            library_.rules[rule].name, fmt::join(names(region.rules), ", "), where));
  }

  std::vector<std::string> names(const std::vector<model::RuleId>& rules) const {
    std::vector<std::string> out;
    for (const auto rule : rules) out.push_back(library_.rules[rule].name);
    if (out.empty()) out.emplace_back("no rule");
    return out;
  }

  void expect_finding(const model::Expectation& expectation) {
    const bool gap = expectation.kind == model::Expectation::Kind::gap;
    std::vector<std::string> found;
    for (const auto& finding : expectation.possible ? answer_.possible : answer_.findings) {
      const bool from_commitment = finding.kind == FindingKind::gap;
      if (finding.clash.empty() || from_commitment != gap) continue;
      if (expectation.name.empty() || finding.clash == expectation.name) found.push_back(finding.id);
    }
    const auto what = fmt::format("{}{}", expectation.possible ? "possible " : "", gap ? "gap" : "clash");
    if (expectation.negated && !found.empty())
      out_.failures.push_back(fmt::format("expected no {}, found {}", what, fmt::join(found, ", ")));
    if (!expectation.negated && found.empty()) out_.failures.push_back(fmt::format("expected {} {}, found none", what, expectation.name));
  }

  const model::Library& library_;
  const model::Example& example_;
  CheckAnswer answer_;
  ExampleResult out_;
};

}  // namespace

void add_modes(const model::Library& library, const model::Journey& journey, std::vector<model::Test>& given) {
  const auto it = library.fact_names.find("mode");
  if (it == library.fact_names.end() || journey.modes.empty()) return;
  const auto fact = it->second;
  const bool stated =
      std::any_of(given.begin(), given.end(), [&](const model::Test& test) { return std::get<model::FactId>(test.left) == fact; });
  if (stated || library.facts[fact].type.kind != model::Kind::enumeration) return;
  const auto& of = library.enumerations[library.facts[fact].type.enumeration];
  model::Test test{fact, model::Relation::in, {}, false, {}, {}};
  for (const auto& mode : journey.modes) {
    const auto value = std::find(of.values.begin(), of.values.end(), mode);
    if (value == of.values.end()) continue;
    const auto index = static_cast<std::uint32_t>(value - of.values.begin());
    test.constants.push_back({model::Scalar{model::Enumerator{library.facts[fact].type.enumeration, index}}, std::nullopt});
  }
  if (test.constants.size() == 1) test.relation = model::Relation::equal;
  if (!test.constants.empty()) given.push_back(std::move(test));
}

std::vector<ExampleResult> run_examples(const model::Library& library) {
  std::vector<ExampleResult> out;
  for (const auto& example : library.examples) out.push_back(ExampleRun{library, example}.run());
  return out;
}

}  // namespace isonomy::analysis
