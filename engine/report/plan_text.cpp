// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "model/print.h"
#include "report/harmonize.h"
#include "report/number.h"
#include "report/patch.h"

namespace isonomy::report {
namespace {

using harmonize::Plan;

std::string breaches_text(const Desk& desk, const std::vector<harmonize::Breach>& breaches) {
  std::string out;
  for (std::size_t i = 0; i < std::min(breaches.size(), desk.options.most); ++i)
    out += fmt::format("  {}: {}\n", desk.say(analysis::name_of(breaches[i].severity)), shown(breaches[i].id));
  return out + more_text(desk, breaches.size(), 2);
}

std::string old_text(const Desk& desk, const model::Assignment& one) {
  return one.kind == model::Assignment::Kind::silent ? desk.said("silent") : desk.said(model::to_text(one.value, desk.library));
}

std::string in_short(const Desk& desk, const harmonize::Change& change) {
  const auto& rule = desk.library.rules[change.rule];
  return fmt::format("{} {}: {} -> {}", rule.name, desk.library.measures[change.measure].name, old_text(desk, change.old),
                     desk.paint.bold(desk.said(model::to_text(change.now.value, desk.library))));
}

std::string change_text(const Desk& desk, const harmonize::Change& change) {
  const auto& rule = desk.library.rules[change.rule];
  auto out = fmt::format("  {}\n", desk.say("{}; cost {}", in_short(desk, change), change.cost));
  if (const auto when = model::to_text(rule.when, desk.library); !when.empty())
    out += fmt::format("    {}\n", desk.say("when {}", shown(desk.said(when))));
  if (!change.removes.empty()) out += fmt::format("    {}\n", desk.say("removes {}", fmt::join(change.removes, ", ")));
  return out;
}

std::string summary(const Desk& desk, const Plan& plan) {
  const auto count = plan.changes.size();
  const auto proof = plan.proved() ? desk.say("proved minimal") : desk.say("not proved minimal: no plan costs less than {}", plan.bound);
  return desk.paint.bold(desk.say(count == 1 ? "{} change, cost {}, {}" : "{} changes, cost {}, {}", count, plan.cost, proof));
}

std::string ties_text(const Desk& desk, const Plan& plan) {
  std::string out;
  for (const auto& tie : plan.ties) {
    out += fmt::format("\n{}\n", desk.paint.bold(desk.say("Another plan of the same cost")));
    for (const auto& change : tie) out += fmt::format("  {}\n", in_short(desk, change));
  }
  return out;
}

std::string distance_text(const Desk& desk, const std::optional<base::Rational>& one) {
  return one ? decimal(*one, 3) : desk.said("unknown");
}

std::string approach_text(const Desk& desk, const harmonize::Approach& one) {
  const auto name = [&](model::JurisdictionId id) { return desk.library.jurisdictions[id].name; };
  auto out = fmt::format("  {} {}: {} -> {}", name(one.a), name(one.b), distance_text(desk, one.before), distance_text(desk, one.after));
  if (one.by_new_scale) out += "; " + desk.say("{} on the scale of the edited law", distance_text(desk, one.by_new_scale));
  return out + "\n";
}

// Every pair, those that come nearer first.
std::string approaches_text(const Desk& desk, const Plan& plan) {
  auto out = fmt::format("\n{}\n", desk.paint.bold(desk.say("To bring within {} of each other", base::to_text(*plan.most))));
  std::size_t all = 0;
  for (const bool far : {true, false})
    for (const auto& one : plan.approaches) {
      if ((one.before > *plan.most) != far || (!far && one.before == one.after)) continue;
      if (++all <= desk.options.most) out += approach_text(desk, one);
    }
  return out + more_text(desk, all, 2);
}

std::string stops_text(const Desk& desk, const std::vector<model::JurisdictionId>& stops) {
  std::vector<std::string> names;
  for (const auto one : stops) names.push_back(desk.library.jurisdictions[one].name);
  return fmt::format("{}", fmt::join(names, " -> "));
}

std::string opening_text(const Desk& desk, const harmonize::Opening& one) {
  if (!one.before.empty()) return desk.say("open by {}", stops_text(desk, one.before));
  return one.after.empty() ? desk.say("closed") : desk.say("closed; the plan opens {}", stops_text(desk, one.after));
}

std::string openings_text(const Desk& desk, const Plan& plan) {
  auto out = fmt::format("\n{}\n", desk.paint.bold(desk.say("Ways without clashes")));
  for (const auto& one : plan.openings) out += fmt::format("  {}: {}\n", stops_text(desk, {one.from, one.to}), opening_text(desk, one));
  return out;
}

std::string goal_text(const Desk& desk, const Plan& plan) {
  if (plan.most) return approaches_text(desk, plan);
  if (plan.openings.empty())
    return fmt::format("\n{}\n{}", desk.paint.bold(desk.say("Clashes and gaps to remove: {}", plan.found.size())),
                       breaches_text(desk, plan.found));
  return openings_text(desk, plan) +
         fmt::format("\n{}\n{}", desk.paint.bold(desk.say("What closes the others")), breaches_text(desk, plan.found));
}

std::string nothing_text(const Desk& desk, const Plan& plan) {
  if (plan.most)
    return fmt::format("\n{}\n", desk.say("Nothing is to be changed: no two are farther apart than {}.", base::to_text(*plan.most)));
  if (plan.openings.empty())
    return fmt::format("\n{}\n", desk.say("Nothing is to be changed: no clash and no gap of that severity is found."));
  return openings_text(desk, plan) + fmt::format("\n{}\n", desk.say("Nothing is to be changed: every way is open."));
}

std::string left_text(const Desk& desk, const Plan& plan) {
  if (!plan.remaining.empty())
    return fmt::format("\n{}\n{}", desk.paint.bold(desk.say("Still found in the edited law")), breaches_text(desk, plan.remaining));
  const auto* what = plan.most                 ? "no two are farther apart, and nothing new is found"
                     : !plan.openings.empty()  ? "every way is open"
                     : plan.impossible.empty() ? "nothing is left"
                                               : "nothing else is left";
  return fmt::format("  {}\n", desk.say("The edited law was compared again: {}. Law was compared {} times.", desk.say(what), plan.rounds));
}

}  // namespace

std::string plan_text(const Desk& desk, const Plan& plan) {
  if (!plan.needed()) return nothing_text(desk, plan);
  auto out = goal_text(desk, plan);
  out += fmt::format("\n{}\n", summary(desk, plan));
  if (!plan.impossible.empty())
    out += fmt::format("  {}\n{}", desk.say("No change of rules removes these, and the plan is for the rest:"),
                       breaches_text(desk, plan.impossible));
  for (const auto& change : plan.changes) out += change_text(desk, change);
  return out + left_text(desk, plan) + ties_text(desk, plan) +
         fmt::format("\n{}\n{}", desk.paint.bold(desk.say("As rules, to try with --what-if (--patch prints these alone)")),
                     patch_text(desk.library, desk.sources, plan.changes));
}

}  // namespace isonomy::report
