// SPDX-License-Identifier: Apache-2.0
#include "decision/decision.h"

#include <algorithm>
#include <set>

#include "base/limits.h"
#include "decision/answers.h"
#include "decision/meetings.h"
#include "source/codes.h"

namespace isonomy::decision {
namespace {

using model::Assignment;
using model::RuleId;
using model::Truth;

/// `RuleCubes` within the base, with what it decides.
struct Applying {
  RuleId rule;
  const Assignment* assignment = nullptr;
  std::vector<Cube> surely;
  std::vector<Cube> possibly;
  Holes holes;      ///< `surely`, for those it overrides
  Region survives;  ///< where it applies and nothing that overrides it does
  Region claims;    ///< what is left of that when those who come first have taken theirs
};

// Works out one decision; its pieces are gathered in the order: not applicable, unknown, decided, silent, never decided.
class Solver {
 public:
  Solver(const Compiler& compiler, KnownRules& known_rules, const Seat& seat, model::MeasureId measure, Region not_asked)
      : compiler_{compiler},
        known_rules_{known_rules},
        library_{compiler.library()},
        seat_{seat},
        measure_{measure},
        not_asked_{std::move(not_asked)},
        answers_{compiler.library()} {}

  Decision solve() {
    collect();
    const auto doubtful = override_each_other();
    taken_ = holes_of(not_asked_);
    out_.measure = measure_;
    out_.seat = seat_;
    emit({State::not_applicable, {}}, {}, not_asked_);
    claim({State::unknown, {}}, doubtful);
    claim({State::unknown, {}}, survivors(Assignment::Kind::unknown));
    if (library_.measures[measure_].type.set) solve_set();
    else solve_scalar();
    claim({State::silent, {}}, survivors(Assignment::Kind::silent));
    emit({State::unknown, {}}, {}, never_decided(doubtful));
    return std::move(out_);
  }

 private:
  using Claims = std::vector<std::pair<RuleId, Region>>;

  // Wherever a rule surely applies, one that nothing overrides does; so plain cubes suffice, without what overrides them.
  Region never_decided(const Claims& doubtful) const {
    Region out = subtract(Region{{compiler_.base(), {}}}, not_asked_);
    for (const auto& one : rules_) out = subtract(std::move(out), one.holes);
    for (const auto& [rule, region] : doubtful) out = subtract(std::move(out), holes_of(region));
    return out;
  }

  void collect() {
    for (const auto& known : known_rules_.of(seat_, measure_)) {
      Applying one{known.rule, library_.rules[known.rule].assignment(measure_), within(known.surely), within(known.possibly), {}, {}, {}};
      one.holes = holes_of(one.surely);
      if (!one.surely.empty() || !one.possibly.empty()) rules_.push_back(std::move(one));
    }
  }

  std::vector<Cube> within(const std::vector<Cube>& cubes) const { return product({compiler_.base()}, cubes); }

  // Fills `survives`; returns where a rule may apply but need not, and nothing that surely applies overrides it.
  Claims override_each_other() {
    Claims doubtful;
    for (auto& one : rules_) {
      Region surely = region_of(one.surely);
      Region perhaps = subtract(region_of(one.possibly), one.holes);
      for (const auto id : library_.overriders(one.rule, measure_)) {
        const auto* other = applying(id);
        if (other == nullptr) continue;
        surely = subtract(std::move(surely), other->holes);
        perhaps = subtract(std::move(perhaps), other->holes);
      }
      one.survives = compiler_.coverage().pruned(std::move(surely));
      perhaps = compiler_.coverage().pruned(std::move(perhaps));
      if (!perhaps.empty()) doubtful.emplace_back(one.rule, std::move(perhaps));
    }
    return doubtful;
  }

  const Applying* applying(RuleId id) const {
    const auto it = std::lower_bound(rules_.begin(), rules_.end(), id, [](const Applying& one, RuleId rule) { return one.rule < rule; });
    return it != rules_.end() && it->rule == id ? &*it : nullptr;
  }

  Claims survivors(Assignment::Kind kind) const {
    Claims out;
    for (const auto& one : rules_)
      if (one.assignment->kind == kind) out.emplace_back(one.rule, one.survives);
    return out;
  }

  // Adds what is not taken yet to the piece of this outcome, and takes it.
  void claim(const Outcome& outcome, const Claims& claims) {
    for (const auto& [rule, region] : claims) emit(outcome, {rule}, subtract(region, taken_));
    for (const auto& [rule, region] : claims) take(region);
  }

  void take(const Region& region) {
    const auto more = holes_of(region);
    taken_.insert(taken_.end(), more.begin(), more.end());
  }

  void emit(const Outcome& outcome, const std::vector<RuleId>& rules, Region region) {
    region = compiler_.coverage().pruned(std::move(region));
    if (region.empty()) return;
    const auto answer = outcome.state == State::decided ? answers_.number(outcome.value) : 0;
    const auto at = piece_of_.emplace(std::pair{outcome.state, answer}, out_.pieces.size()).first->second;
    if (at == out_.pieces.size()) out_.pieces.push_back({outcome, {}, {}});
    auto& piece = out_.pieces[at];
    if (written_before(outcome, piece.outcome)) piece.outcome = outcome;
    for (const auto rule : rules) {
      const auto maker = maker_of_.emplace(std::pair{at, rule}, piece.makers.size()).first->second;
      if (maker == piece.makers.size()) piece.makers.push_back({rule, {}});
      piece.makers[maker].region = unite(std::move(piece.makers[maker].region), region);
    }
    piece.region = unite(std::move(piece.region), region);
  }

  // Of two ways to write one value, one is chosen whatever the order of the rules.
  bool written_before(const Outcome& one, const Outcome& other) const {
    return one.state == State::decided && !(one.value == other.value) && to_text(one.value, library_) < to_text(other.value, library_);
  }

  void solve_scalar() {
    std::vector<Applying*> valued;
    for (auto& one : rules_)
      if (one.assignment->kind == Assignment::Kind::equals) valued.push_back(&one);
    for (auto* one : valued) one->claims = subtract(one->survives, taken_);
    find_conflicts(valued);
    for (auto* one : valued) emit({State::decided, one->assignment->value}, {one->rule}, std::move(one->claims));
    for (const auto* one : valued) take(one->survives);
  }

  void find_conflicts(const std::vector<Applying*>& valued) {
    std::vector<const Term*> terms;
    std::vector<RuleId> rules;
    std::vector<std::size_t> numbers;
    for (const auto* one : valued) {
      const auto number = answers_.number(one->assignment->value);
      for (const auto& term : one->claims) {
        terms.push_back(&term);
        rules.push_back(one->rule);
        numbers.push_back(number);
      }
    }
    if (std::adjacent_find(numbers.begin(), numbers.end(), std::not_equal_to<>{}) == numbers.end()) return;
    std::set<std::pair<RuleId, RuleId>> seen;
    const auto asked = [&](std::size_t a, std::size_t b) {
      return rules[a] < rules[b] && numbers[a] != numbers[b] && !seen.contains({rules[a], rules[b]});
    };
    meetings(compiler_.coverage(), terms, terms, asked, [&](std::size_t a, std::size_t b, const Cube& place) {
      seen.emplace(rules[a], rules[b]);
      out_.conflicts.push_back({rules[a], rules[b], measure_, place});
    });
    std::sort(out_.conflicts.begin(), out_.conflicts.end(), [](const Conflict& a, const Conflict& b) {
      return std::pair{a.first, a.second} < std::pair{b.first, b.second};
    });
  }

  // The facts with the same contributors share one answer: the union of what they add.
  void solve_set() {
    struct Part {
      Region region;
      std::vector<const Applying*> contributors;
    };
    std::vector<Part> parts{{subtract(Region{{compiler_.base(), {}}}, taken_), {}}};
    for (const auto& one : rules_) {
      if (one.assignment->kind != Assignment::Kind::equals && one.assignment->kind != Assignment::Kind::includes) continue;
      std::vector<Part> next;
      const auto holes = holes_of(one.survives);
      for (auto& part : parts) {
        auto inside = compiler_.coverage().pruned(intersect(part.region, one.survives));
        auto outside = compiler_.coverage().pruned(subtract(part.region, holes));
        if (!inside.empty()) {
          next.push_back({std::move(inside), part.contributors});
          next.back().contributors.push_back(&one);
        }
        if (!outside.empty()) next.push_back({std::move(outside), part.contributors});
      }
      parts = std::move(next);
      if (parts.size() > base::limits::regions)
        throw TooLarge{source::Code::too_many_regions, "a set measure has too many different answers"};
    }
    for (auto& part : parts)
      if (!part.contributors.empty()) emit_union(part.region, part.contributors);
  }

  void emit_union(const Region& region, const std::vector<const Applying*>& contributors) {
    model::SetOf sum;
    std::vector<RuleId> rules;
    const Applying* exact = nullptr;
    for (const auto* one : contributors) {
      if (one->assignment->kind == Assignment::Kind::equals) exact = one;
      rules.push_back(one->rule);
      add_to(sum, std::get<model::SetOf>(one->assignment->value), library_);
    }
    if (exact != nullptr) exact_with_others(*exact, contributors, region);
    emit({State::decided, std::move(sum)}, rules, region);
    take(region);
  }

  // An exact set tolerates no addition, and another exact set only if it is the same.
  void exact_with_others(const Applying& exact, const std::vector<const Applying*>& contributors, const Region& region) {
    for (const auto* other : contributors) {
      if (other == &exact) continue;
      if (other->assignment->kind == Assignment::Kind::equals && other->assignment->value == exact.assignment->value) continue;
      out_.conflicts.push_back({exact.rule, other->rule, measure_, *compiler_.coverage().uncovered(region[0].box, region[0].holes)});
      return;
    }
  }

  const Compiler& compiler_;
  KnownRules& known_rules_;
  const model::Library& library_;
  const Seat seat_;
  model::MeasureId measure_;
  Region not_asked_;
  Holes taken_;
  std::vector<Applying> rules_;
  Answers answers_;
  std::map<std::pair<State, std::size_t>, std::size_t> piece_of_;
  std::map<std::pair<std::size_t, RuleId>, std::size_t> maker_of_;
  Decision out_;
};

}  // namespace

Compiler::Compiler(const model::Library& library, const Space& space, Cube base, std::shared_ptr<Budget> budget,
                   std::shared_ptr<KnownRules> rules)
    : library_{library},
      space_{space},
      base_{std::move(base)},
      coverage_{space.sizes(), std::move(budget)},
      rules_{rules ? std::move(rules) : std::make_shared<KnownRules>(library, space)} {}

const Decision& Compiler::decide(const Seat& seat, model::MeasureId measure) {
  const auto key = std::pair{seat, measure};
  if (const auto it = decisions_.find(key); it != decisions_.end()) return it->second;
  const auto asked = truth(library_.measures[measure].asked_when, seat, [&](model::MeasureRef) { return seat; });
  return decisions_.emplace(key, Solver{*this, *rules_, seat, measure, asked.no}.solve()).first->second;
}

}  // namespace isonomy::decision
