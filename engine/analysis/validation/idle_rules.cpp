// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "analysis/validation/ground.h"
#include "source/codes.h"

namespace isonomy::analysis::validation {
namespace {

using decision::Cube;

class Idle {
 public:
  Idle(Ground& ground, model::RuleId rule, source::Diagnostics& diagnostics)
      : ground_{ground}, id_{rule}, rule_{ground.library().rules[rule]}, diagnostics_{diagnostics} {}

  void check() {
    for (const auto& one : rule_.assignments) {
      const auto reach = reach_of(one.measure);
      if (reach == Reach::overridden) overridden(one);
      else if (reach == Reach::not_asked) add(source::Code::never_applies, one, "it applies only where nobody asks for it", not_asked_help);
      else if (reach == Reach::never) never(one);
      else if (reach == Reach::binds_nobody)
        add(source::Code::never_applies, one, "it binds nobody", "add members to the bloc, or remove the rule");
    }
  }

 private:
  static constexpr auto not_asked_help = "compare its condition with the measure's `asked when`";

  Reach reach_of(model::MeasureId measure) {
    auto out = Reach::decides;  // where a limit stops the search, nothing is claimed
    const auto& roles = ground_.roles(id_, measure);
    if (roles.empty()) return Reach::binds_nobody;
    ground_.within_limits(*roles[0].asking, diagnostics_, [&] { out = ground_.reach(id_, measure); });
    return out;
  }

  // A rule with one measure is pointed at by its name, one with several by the measure.
  source::Diagnostic& add(source::Code code, const model::Assignment& one, std::string_view why, std::string help) {
    const auto& measure = ground_.library().measures[one.measure].name;
    const auto span = rule_.assignments.size() == 1 ? rule_.name_span : one.span;
    return diagnostics_.add(code, span, fmt::format("`{}` never answers `{}`: {}", rule_.name, measure, why), std::move(help));
  }

  void never(const model::Assignment& one) {
    const auto& roles = ground_.roles(id_, one.measure);
    const bool in_force = std::any_of(roles.begin(), roles.end(), [&](const Role& role) {
      return std::any_of(role.binding->periods().begin(), role.binding->periods().end(),
                         [&](model::Period p) { return p.from <= rule_.period.through && rule_.period.from <= p.through; });
    });
    if (!in_force)
      add(source::Code::never_applies, one, "it is in force only while nobody is a member", "correct its days or those of the members");
    else
      add(source::Code::never_applies, one, "its condition holds on no day on which it is in force", "correct its days or its condition");
  }

  // A transaction to which it applies, with the rules that answer instead.
  void overridden(const model::Assignment& one) {
    for (const auto& role : ground_.roles(id_, one.measure)) {
      auto& asking = *role.asking;
      const auto region = asking.coverage().pruned(intersect(asking.asked(), decision::region_of(asking.applies(*role.binding))));
      if (region.empty()) continue;
      const auto facts = asking.transaction(*asking.coverage().uncovered(region[0].box, region[0].holes));
      auto& out = add(source::Code::always_overridden, one, "wherever it applies, other rules answer instead",
                      "narrow the rules that override it, or remove it");
      const auto winners = asking.verdict(facts).rules;
      out.witness = asking.witness(facts, [&](const auto& some) {
        const auto now = asking.verdict(some).rules;
        return now == winners && std::find(now.begin(), now.end(), id_) == now.end() && applies(role, some);
      });
      for (const auto winner : winners)
        out.related.push_back(
            {ground_.library().rules[winner].name_span, fmt::format("for example `{}`", ground_.library().rules[winner].name)});
      return;
    }
  }

  bool applies(const Role& role, const decision::Transaction& facts) const {
    return facts.contains(model::fact_id(model::BuiltIn::on)) &&
           decision::reference::holds(ground_.library(), role.asking->seat(), rule_.when, facts) != model::Truth::no;
  }

  Ground& ground_;
  model::RuleId id_;
  const model::Rule& rule_;
  source::Diagnostics& diagnostics_;
};

}  // namespace

// W0802 and W0803: rules that can never apply, and rules that never win.
void idle_rules(Ground& ground, source::Diagnostics& diagnostics) {
  for (const auto id : ground.judged())
    if (ground.library().rules[id].decides()) Idle{ground, id, diagnostics}.check();
}

}  // namespace isonomy::analysis::validation
