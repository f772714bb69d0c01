// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "analysis/branches.h"
#include "analysis/validation/ground.h"
#include "model/print.h"
#include "source/codes.h"

namespace isonomy::analysis::validation {
namespace {

using model::Condition;
using Parts = std::vector<const Condition*>;

void conjuncts(const Condition& condition, Parts& out) {
  if (condition.kind != Condition::Kind::all) out.push_back(&condition);
  else
    for (const auto& part : condition.parts) conjuncts(part, out);
}

// Each alternative of the condition with everything that must hold beside it.
void alternatives(const Condition& condition, const Parts& beside, std::vector<Parts>& out) {
  Parts here;
  conjuncts(condition, here);
  for (const auto* part : here) {
    if (part->kind != Condition::Kind::any) continue;
    Parts others = beside;
    for (const auto* other : here)
      if (other != part) others.push_back(other);
    for (const auto& one : part->parts) {
      Parts all = others;
      conjuncts(one, all);
      out.push_back(std::move(all));
      alternatives(one, others, out);
    }
  }
}

class Emptiness {
 public:
  Emptiness(Ground& ground, model::RuleId rule, source::Diagnostics& diagnostics)
      : library_{ground.library()}, rule_{library_.rules[rule]}, diagnostics_{diagnostics} {
    for (const auto& one : rule_.assignments)
      for (const auto& role : ground.roles(rule, one.measure)) roles_.push_back(role);
  }

  void check() {
    if (roles_.empty()) return;
    Parts whole;
    conjuncts(rule_.when, whole);
    if (empty(whole)) return report(smallest(whole), fmt::format("the condition of `{}` can never hold", rule_.name));
    std::vector<Parts> all;
    alternatives(rule_.when, {}, all);
    for (const auto& one : all)
      if (empty(one)) report(smallest(one), fmt::format("an alternative in the condition of `{}` can never hold", rule_.name));
  }

 private:
  // Nobody for whom all of them can hold.
  bool empty(const Parts& parts) const {
    Condition all{Condition::Kind::all, {}, {}};
    for (const auto* part : parts) all.parts.push_back(*part);
    return std::all_of(roles_.begin(), roles_.end(), [&](const Role& role) {
      const auto& asking = *role.asking;
      return product({asking.base()}, cubes_of(library_, asking.space(), asking.seat(), all, decision::Reading::possibly)).empty();
    });
  }

  // No part of what is left can be missed.
  Parts smallest(Parts parts) const {
    for (std::size_t i = 0; i < parts.size();) {
      auto fewer = parts;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
      if (empty(fewer)) parts = std::move(fewer);
      else ++i;
    }
    return parts;
  }

  void report(const Parts& core, const std::string& what) {
    std::vector<std::string> texts;
    for (const auto* part : core) texts.push_back("`" + model::to_text(*part, library_) + "`");
    const auto why = core.size() == 1 ? texts[0] + " holds for nothing" : fmt::format("{} exclude each other", fmt::join(texts, " and "));
    auto& out = diagnostics_.add(source::Code::empty_condition, span_of(*core.back()), fmt::format("{}: {}", what, why),
                                 "correct one of the comparisons, or remove the rule");
    for (std::size_t i = 0; i + 1 < core.size(); ++i) out.related.push_back({span_of(*core[i]), "together with this"});
  }

  const model::Library& library_;
  const model::Rule& rule_;
  source::Diagnostics& diagnostics_;
  std::vector<Role> roles_;
};

}  // namespace

// W0805: conditions, and alternatives in them, that hold for no facts, with the smallest set of comparisons to blame.
void empty_conditions(Ground& ground, source::Diagnostics& diagnostics) {
  for (const auto id : ground.judged())
    if (ground.library().rules[id].decides()) Emptiness{ground, id, diagnostics}.check();
}

}  // namespace isonomy::analysis::validation
