// SPDX-License-Identifier: Apache-2.0
#include "analysis/examples.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "analysis/branches.h"
#include "analysis/case.h"
#include "analysis/check.h"
#include "analysis/plain_case.h"
#include "analysis/sums.h"
#include "model/print.h"

namespace isonomy::analysis {
namespace {

using decision::Seat;
using model::Expectation;
using model::Truth;

model::Place place_of(model::End end) {
  return end == model::End::sender ? model::Place::sender : end == model::End::receiver ? model::Place::receiver : model::Place::carrier;
}

class ExampleRun {
 public:
  ExampleRun(const model::Library& library, const model::Example& example, Decided* decided, ExampleWay way)
      : library_{library}, example_{example}, decided_{decided}, way_{way}, question_{example.journey.stops, example.given, example.lines} {
    add_modes(library, example.journey, question_.given);
  }

  ExampleResult run() {
    out_ = {example_.name, example_.span, false, {}};
    if (question_.stops.size() < 2) out_.failures.emplace_back("the route has fewer than two stops");
    else judge();
    out_.passed = out_.failures.empty();
    if (out_.passed && decided_ != nullptr)
      for (const auto& [rule, branches] : mine_) (*decided_)[rule].insert(branches.begin(), branches.end());
    return std::move(out_);
  }

 private:
  void judge() {
    source::Diagnostics sums;
    add_sums(library_, question_.given, sums);
    for (const auto& one : sums.sorted()) fail(one.message);
    if (sums.has_errors()) return;
    for (const auto& facts : lines()) cases_.emplace_back(library_, question_.stops, facts);
    for (const auto& expectation : example_.expectations) {
      if (expectation.kind == Expectation::Kind::answer) expect_answer(expectation);
      else expect_finding(expectation);
      if (broken_) return;
    }
  }

  std::vector<std::vector<model::Test>> lines() const {
    std::vector<std::vector<model::Test>> out;
    for (const auto& line : question_.lines) {
      out.push_back(question_.given);
      out.back().insert(out.back().end(), line.begin(), line.end());
    }
    if (out.empty()) out.push_back(question_.given);
    return out;
  }

  // --- answers --------------------------------------------------------------------------------

  bool meant(const Expectation& expectation, const Seat& seat) const {
    const auto& left = std::get<model::MeasureRef>(expectation.answer.left);
    if (!decision::asked_at(library_.measures[left.measure], seat)) return false;
    return expectation.jurisdiction.valid() ? seat.self == expectation.jurisdiction : left.place == place_of(seat.end);
  }

  void expect_answer(const Expectation& expectation) {
    const auto measure = std::get<model::MeasureRef>(expectation.answer.left).measure;
    bool found = false;
    for (std::size_t line = 0; line < cases_.size() && !broken_; ++line)
      for (const auto& seat : cases_[line].seats()) {
        if (!meant(expectation, seat)) continue;
        found = true;
        const auto verdict = way_ == ExampleWay::quick ? cases_[line].decide(seat, measure) : std::nullopt;
        if (verdict) judge_verdict(expectation, seat, cases_[line], *verdict);
        else judge_regions(expectation, seat, measure, line);
      }
    if (!found) fail(fmt::format("expected {}, but nobody on the route is asked", model::to_text(expectation.answer, library_)));
  }

  void judge_verdict(const Expectation& expectation, const Seat& seat, const PlainCase& of, const decision::reference::Verdict& verdict) {
    if (verdict.conflict) return fail(fmt::format("the rules {} disagree", fmt::join(names(verdict.rules), ", ")));
    judge_outcome(expectation, verdict.outcome, verdict.rules, {});
    if (decided_ == nullptr) return;
    for (const auto rule : verdict.rules) {
      auto& branches = mine_[rule];
      const auto all = branches_of(library_.rules[rule].when);
      for (std::size_t i = 0; i < all.size(); ++i)
        if (decision::reference::holds(library_, seat, all[i], of.facts()) == Truth::yes) branches.insert(i);
    }
  }

  void judge_outcome(const Expectation& expectation, const decision::Outcome& outcome, const std::vector<model::RuleId>& rules,
                     const std::string& where) {
    if (decision::truth_of(library_, outcome, expectation.answer) != (expectation.negated ? Truth::no : Truth::yes))
      return fail(fmt::format("expected {}{}, found {}{}", expectation.negated ? "not " : "", model::to_text(expectation.answer, library_),
                              to_text(library_, outcome), where));
    for (const auto rule : expectation.decided_by)
      if (std::find(rules.begin(), rules.end(), rule) == rules.end())
        fail(fmt::format("expected {} by {}, but {} decided{}", model::to_text(expectation.answer, library_), library_.rules[rule].name,
                         fmt::join(names(rules), ", "), where));
  }

  std::vector<std::string> names(const std::vector<model::RuleId>& rules) const {
    std::vector<std::string> out;
    for (const auto rule : rules) out.push_back(library_.rules[rule].name);
    if (out.empty()) out.emplace_back("no rule");
    return out;
  }

  // --- where facts left open may matter ---------------------------------------------------------

  // One case a line serves all expectations; nothing if the facts exclude each other.
  Case* regions_case(std::size_t line) {
    open_.resize(cases_.size());
    if (!open_[line]) {
      source::Diagnostics diagnostics;
      open_[line] = std::make_unique<Case>(library_, question_.stops, lines()[line], diagnostics);
      for (const auto& one : diagnostics.sorted()) fail(one.message);
      broken_ = broken_ || !open_[line]->valid();
    }
    return broken_ ? nullptr : open_[line].get();
  }

  void judge_regions(const Expectation& expectation, const Seat& seat, model::MeasureId measure, std::size_t line) {
    auto* of = regions_case(line);
    if (of == nullptr) return;
    const auto& decision = of->now().decide(seat, measure);
    for (const auto& conflict : decision.conflicts)
      fail(fmt::format("the rules {} disagree", fmt::join(names({conflict.first, conflict.second}), ", ")));
    const auto regions = regions_of(*of, decision);
    for (const auto& region : regions)
      judge_outcome(expectation, region.outcome, region.rules, regions.size() > 1 ? " (" + region.when + ")" : std::string{});
    if (decided_ == nullptr) return;
    for (const auto& piece : decision.pieces)
      for (const auto& maker : piece.makers) note_branches(*of, seat, maker);
  }

  void note_branches(Case& of, const Seat& seat, const decision::Maker& maker) {
    auto& branches = mine_[maker.rule];
    const auto all = branches_of(library_.rules[maker.rule].when);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto cubes = decision::cubes_of(library_, of.space(), seat, all[i], decision::Reading::surely);
      const auto here = intersect(maker.region, decision::region_of(cubes));
      if (!of.now().coverage().empty(here)) branches.insert(i);
    }
  }

  // --- clashes and gaps -------------------------------------------------------------------------

  // Names of what is found (or possible), in any line; nothing where that takes regions.
  template <class Pool, class Ask>
  std::optional<std::vector<std::string>> found(const Expectation& expectation, const Pool& all, Ask ask) const {
    std::vector<std::string> out;
    if (way_ != ExampleWay::quick) return std::nullopt;
    for (const auto id : all.ids()) {
      if (!expectation.name.empty() && all[id].name != expectation.name) continue;
      for (const auto& line : cases_) {
        const auto truth = ask(line, id);
        if (!truth) return std::nullopt;
        if (*truth != (expectation.possible ? Truth::unknown : Truth::yes)) continue;
        out.push_back(all[id].name);
        break;
      }
    }
    return out;
  }

  std::vector<std::string> found_by_regions(const Expectation& expectation) {
    if (!answer_) answer_ = check(library_, question_);
    for (const auto& one : answer_->diagnostics.sorted()) fail(one.message);
    broken_ = broken_ || answer_->diagnostics.has_errors();
    std::vector<std::string> out;
    for (const auto& finding : expectation.possible ? answer_->possible : answer_->findings) {
      const bool from_commitment = library_has_commitment(finding.clash);
      if (finding.clash.empty() || from_commitment != (expectation.kind == Expectation::Kind::gap)) continue;
      if (expectation.name.empty() || finding.clash == expectation.name) out.push_back(finding.id);
    }
    return out;
  }

  bool library_has_commitment(const std::string& name) const {
    return std::any_of(library_.commitments.begin(), library_.commitments.end(),
                       [&](const model::Commitment& one) { return one.name == name; });
  }

  void expect_finding(const Expectation& expectation) {
    const bool gap = expectation.kind == Expectation::Kind::gap;
    const auto ask_clash = [](const PlainCase& of, model::ClashId id) { return of.clash(id); };
    const auto ask_gap = [](const PlainCase& of, model::CommitmentId id) { return of.gap(id); };
    auto names_found = gap ? found(expectation, library_.commitments, ask_gap) : found(expectation, library_.clashes, ask_clash);
    if (!names_found) names_found = found_by_regions(expectation);
    if (broken_) return;
    const auto what = fmt::format("{}{}", expectation.possible ? "possible " : "", gap ? "gap" : "clash");
    if (expectation.negated && !names_found->empty()) fail(fmt::format("expected no {}, found {}", what, fmt::join(*names_found, ", ")));
    if (!expectation.negated && names_found->empty()) fail(fmt::format("expected {} {}, found none", what, expectation.name));
  }

  void fail(std::string why) {
    if (std::find(out_.failures.begin(), out_.failures.end(), why) == out_.failures.end()) out_.failures.push_back(std::move(why));
  }

  const model::Library& library_;
  const model::Example& example_;
  Decided* decided_;
  ExampleWay way_;
  Question question_;
  std::vector<PlainCase> cases_;             ///< by line
  std::vector<std::unique_ptr<Case>> open_;  ///< by line, where facts left open may matter
  std::optional<CheckAnswer> answer_;
  Decided mine_;
  ExampleResult out_;
  bool broken_ = false;
};

ExampleResult run_one(const model::Library& library, const model::Example& example, Decided* decided, ExampleWay way) {
  try {
    return ExampleRun{library, example, decided, way}.run();
  } catch (const decision::TooLarge& error) {
    return {example.name, example.span, false, {error.what()}};
  }
}

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

std::vector<ExampleResult> run_examples(const model::Library& library, Decided* decided, ExampleWay way) {
  std::vector<ExampleResult> out;
  for (const auto& example : library.examples) out.push_back(run_one(library, example, decided, way));
  return out;
}

}  // namespace isonomy::analysis
