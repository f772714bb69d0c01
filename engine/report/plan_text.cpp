// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "model/print.h"
#include "report/harmonize.h"
#include "report/patch.h"

namespace isonomy::report {
namespace {

using harmonize::Change;
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

std::string in_short(const Desk& desk, const Change& change) {
  const auto& rule = desk.library.rules[change.rule];
  return fmt::format("{} {}: {} -> {}", rule.name, desk.library.measures[change.measure].name, old_text(desk, change.old),
                     desk.paint.bold(desk.said(model::to_text(change.now.value, desk.library))));
}

std::string change_text(const Desk& desk, const Change& change) {
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

// What is found when the edited law is compared again.
std::string remaining_text(const Desk& desk, const Plan& plan) {
  if (!plan.remaining.empty())
    return fmt::format("\n{}\n{}", desk.paint.bold(desk.say("Still found in the edited law")), breaches_text(desk, plan.remaining));
  return fmt::format(
      "  {}\n", desk.say(plan.impossible.empty() ? "The edited law was compared again: nothing is left. Law was compared {} times."
                                                 : "The edited law was compared again: nothing else is left. Law was compared {} times.",
                         plan.rounds));
}

std::string ties_text(const Desk& desk, const Plan& plan) {
  std::string out;
  for (const auto& tie : plan.ties) {
    out += fmt::format("\n{}\n", desk.paint.bold(desk.say("Another plan of the same cost")));
    for (const auto& change : tie) out += fmt::format("  {}\n", in_short(desk, change));
  }
  return out;
}

}  // namespace

std::string plan_text(const Desk& desk, const Plan& plan) {
  if (plan.found.empty())
    return fmt::format("\n{}\n", desk.say("Nothing is to be changed: no clash and no gap of that severity is found."));
  auto out = fmt::format("\n{}\n{}", desk.paint.bold(desk.say("Clashes and gaps to remove: {}", plan.found.size())),
                         breaches_text(desk, plan.found));
  out += fmt::format("\n{}\n", summary(desk, plan));
  if (!plan.impossible.empty())
    out += fmt::format("  {}\n{}", desk.say("No change of rules removes these, and the plan is for the rest:"),
                       breaches_text(desk, plan.impossible));
  for (const auto& change : plan.changes) out += change_text(desk, change);
  out += remaining_text(desk, plan);
  return out + ties_text(desk, plan) +
         fmt::format("\n{}\n{}", desk.paint.bold(desk.say("As rules, to try with --what-if (--patch prints these alone)")),
                     patch_text(desk.library, desk.sources, plan.changes));
}

}  // namespace isonomy::report
