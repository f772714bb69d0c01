// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "analysis/validation/ground.h"
#include "source/codes.h"

namespace isonomy::analysis::validation {
namespace {

using decision::Decision;

// The library with one rule left out, its overrides with it; put back when it goes.
class Without {
 public:
  Without(model::Library& library, model::RuleId rule) : library_{library}, id_{rule}, kept_{library.rules[rule]} {
    for (const auto beaten : kept_.overrides) std::erase(library_.rules[beaten].overridden_by, id_);
    library_.rules[id_].status = model::Status::proposed;
    library_.rules[id_].overridden_by.clear();
  }
  ~Without() {
    library_.rules[id_] = kept_;
    for (const auto beaten : kept_.overrides) library_.rules[beaten].overridden_by.push_back(id_);
  }
  Without(const Without&) = delete;
  Without& operator=(const Without&) = delete;

 private:
  model::Library& library_;
  model::RuleId id_;
  model::Rule kept_;
};

bool meet(const decision::Coverage& coverage, const decision::Region& a, const decision::Region& b) {
  return !coverage.empty(intersect(a, b));
}

bool same_answers(const decision::Coverage& coverage, const Decision& a, const Decision& b) {
  if (a.conflicts.size() != b.conflicts.size()) return false;
  for (const auto& left : a.pieces)
    for (const auto& right : b.pieces)
      if (!(left.outcome == right.outcome) && meet(coverage, left.region, right.region)) return false;
  return true;
}

bool changes(const Role& role, const model::Library& without) {
  auto& asking = *role.asking;
  decision::Compiler compiler{without, asking.space(), asking.base()};
  return !same_answers(asking.coverage(), asking.decision(), compiler.decide(asking.seat(), asking.measure()));
}

// Whether every answer stays the same without the rule.
bool redundant(Ground& ground, model::Library& copy, model::RuleId id, source::Diagnostics& diagnostics) {
  const auto& rule = ground.library().rules[id];
  const Without without{copy, id};
  bool out = true;
  for (const auto& one : rule.assignments)
    for (const auto& role : ground.roles(id, one.measure)) {
      if (!out) return false;
      const auto before = diagnostics.items().size();
      ground.within_limits(*role.asking, diagnostics, [&] { out = !changes(role, copy); });
      if (diagnostics.items().size() > before) return false;
    }
  return out;
}

bool same(const model::Library& library, const model::Assignment& a, const model::Assignment& b) {
  if (a.kind != b.kind) return false;
  return a.kind == model::Assignment::Kind::silent || equal(a.value, b.value, library.rates) == model::Truth::yes;
}

// The rules that give the same answer at one of its facts.
void show(Ground& ground, model::RuleId id, source::Diagnostic& out) {
  const auto& rule = ground.library().rules[id];
  for (const auto& one : rule.assignments)
    for (const auto& role : ground.roles(id, one.measure))
      for (const auto& piece : role.asking->decision().pieces)
        for (const auto& maker : piece.makers) {
          if (maker.rule != id) continue;
          auto& asking = *role.asking;
          const auto where = asking.coverage().pruned(maker.region);
          const auto facts = asking.transaction(*asking.coverage().uncovered(where.at(0).box, where[0].holes));
          const auto now = asking.verdict(facts);
          out.witness = asking.witness(facts, [&](const auto& some) {
            const auto verdict = asking.verdict(some);
            return verdict.outcome == now.outcome && verdict.rules == now.rules;
          });
          for (const auto other : now.rules)
            if (other != id)
              out.related.push_back(
                  {ground.library().rules[other].name_span, fmt::format("`{}` answers `{}` alike", ground.library().rules[other].name,
                                                                        ground.library().measures[one.measure].name)});
          return;
        }
}

// A country that restates the law of its bloc gives it a source of its own, and a rule that says `unknown` tells why: both are wanted.
bool restates(Ground& ground, model::RuleId id) {
  const auto& library = ground.library();
  const auto owner_of = [&](model::RuleId rule) { return library.rulesets[library.rules[rule].ruleset].owner; };
  for (const auto& one : library.rules[id].assignments)
    for (const auto& role : ground.roles(id, one.measure))
      for (const auto& binding : role.asking->rules())
        if (owner_of(binding.rule) != owner_of(id) && same(library, *library.rules[binding.rule].assignment(one.measure), one)) return true;
  return false;
}

bool only_unknown(const model::Rule& rule) {
  return std::all_of(rule.assignments.begin(), rule.assignments.end(),
                     [](const model::Assignment& one) { return one.kind == model::Assignment::Kind::unknown; });
}

bool effective(Ground& ground, model::RuleId id, source::Diagnostics& diagnostics) {
  const auto& assignments = ground.library().rules[id].assignments;
  return std::any_of(assignments.begin(), assignments.end(), [&](const model::Assignment& one) {
    const auto& roles = ground.roles(id, one.measure);
    bool out = false;
    if (!roles.empty()) ground.within_limits(*roles[0].asking, diagnostics, [&] { out = ground.reach(id, one.measure) == Reach::decides; });
    return out;
  });
}

}  // namespace

// W0804: rules without which every answer stays the same.
void redundant_rules(Ground& ground, source::Diagnostics& diagnostics) {
  auto copy = ground.library();
  for (const auto id : ground.judged()) {
    const auto& rule = ground.library().rules[id];
    if (!rule.decides() || only_unknown(rule) || !ground.few(rule) || !effective(ground, id, diagnostics)) continue;
    if (!redundant(ground, copy, id, diagnostics) || restates(ground, id)) continue;
    auto& out = diagnostics.add(source::Code::changes_nothing, rule.name_span,
                                fmt::format("`{}` changes nothing: without it every answer is the same", rule.name),
                                "remove it, or correct its condition or value");
    show(ground, id, out);
  }
}

}  // namespace isonomy::analysis::validation
