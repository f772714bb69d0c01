// SPDX-License-Identifier: Apache-2.0
#include "analysis/meaning.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <set>

#include "analysis/case.h"
#include "model/print.h"

namespace isonomy::analysis {
namespace {

std::string period_list(const std::vector<model::Period>& periods) {
  std::vector<std::string> out;
  for (const auto period : periods) out.push_back(meaning(period));
  std::sort(out.begin(), out.end());
  return fmt::format("{}", fmt::join(out, ", "));
}

void blocs_named(const model::Condition& condition, std::set<model::BlocId>& out) {
  for (const auto& item : condition.test.constants)
    if (const auto* bloc = std::get_if<model::BlocId>(&item.from)) out.insert(*bloc);
  for (const auto& part : condition.parts) blocs_named(part, out);
}

std::string assignment_text(const model::Library& library, const model::Assignment& one) {
  constexpr std::array<std::string_view, 4> words{"= ", "includes ", "is silent", "is unknown"};
  const bool valued = one.kind == model::Assignment::Kind::equals || one.kind == model::Assignment::Kind::includes;
  return fmt::format("{} {}{}", library.measures[one.measure].name, words[static_cast<std::size_t>(one.kind)],
                     valued ? model::to_text(one.value, library) : "");
}

bool zones_alike(const Versions& versions) {
  for (const auto id : versions.now.jurisdictions.ids())
    if (versions.now.jurisdictions[id].within != versions.base.jurisdictions[id].within) return false;
  return true;
}

}  // namespace

std::string meaning(model::Period period) {
  std::string out;
  if (period.from != base::first_date()) out = "from " + base::to_text(period.from);
  if (period.through != base::last_date()) out += (out.empty() ? "through " : " through ") + base::to_text(period.through);
  return out;
}

std::string members_text(const model::Library& library, const model::Bloc& bloc) {
  std::vector<std::string> out;
  for (const auto& one : bloc.members) {
    const auto days = meaning(one.period);
    out.push_back(library.jurisdictions[one.member].name + (days.empty() ? "" : " " + days));
  }
  std::sort(out.begin(), out.end());
  return fmt::format("{}", fmt::join(out, ", "));
}

std::string meaning(const model::Library& library, const model::Condition& condition) {
  std::set<model::BlocId> blocs;
  blocs_named(condition, blocs);
  auto out = condition.kind == model::Condition::Kind::always ? std::string{} : model::to_text(condition, library);
  std::vector<std::string> members;
  for (const auto id : blocs) members.push_back(fmt::format("{}: {}", library.blocs[id].name, members_text(library, library.blocs[id])));
  std::sort(members.begin(), members.end());
  for (const auto& one : members) out += fmt::format(" [{}]", one);
  return out;
}

std::string meaning(const model::Library& library, const model::Rule& rule) {
  std::vector<std::string> parts;
  for (const auto& one : rule.assignments) parts.push_back(assignment_text(library, one));
  std::sort(parts.begin(), parts.end());
  if (rule.when.kind != model::Condition::Kind::always) parts.push_back("when " + meaning(library, rule.when));
  if (const auto days = meaning(rule.period); !days.empty()) parts.push_back(days);
  if (rule.start_unknown) parts.emplace_back("from unknown");
  if (rule.status != model::Status::in_force) parts.push_back("status " + std::string{name_of(rule.status)});
  if (!rule.suspended.empty()) parts.push_back("suspended " + period_list(rule.suspended));
  return fmt::format("{}", fmt::join(parts, "; "));
}

SameRules::SameRules(const Versions& versions) : base_{versions.base, {}}, now_{versions.now, {}}, same_zones_{zones_alike(versions)} {}

// Whom a rule gives way to counts as part of its text: a rule of somebody else may stand between the two.
std::uint32_t SameRules::number(Side& side, model::RuleId id, model::MeasureId measure) {
  const auto [known, fresh] = side.texts.emplace((std::uint64_t{id.index} << 32) | measure.index, 0);
  if (!fresh) return known->second;
  const auto& rule = side.library.rules[id];
  std::vector<std::string> over;
  for (const auto one : side.library.overriders(id, measure)) over.push_back(side.library.rules[one].name);
  std::sort(over.begin(), over.end());
  const auto text = fmt::format("{}: {} < {}", rule.name, meaning(side.library, rule), fmt::join(over, ", "));
  known->second = numbers_.emplace(text, static_cast<std::uint32_t>(numbers_.size())).first->second;
  return known->second;
}

std::vector<std::pair<std::uint32_t, std::string>> SameRules::rules_of(Side& side, model::JurisdictionId who, model::MeasureId measure) {
  std::vector<std::pair<std::uint32_t, std::string>> out;
  for (const auto& binding : decision::binding_rules(side.library, who, measure))
    out.emplace_back(number(side, binding.rule, measure), period_list(binding.periods()));
  std::sort(out.begin(), out.end());
  return out;
}

bool SameRules::operator()(model::JurisdictionId who, model::MeasureId measure) {
  if (!same_zones_) return false;
  for (const auto each : with_asked_when(now_.library, measure)) {
    const auto& was = base_.library.measures[each].asked_when;
    if (meaning(base_.library, was) != meaning(now_.library, now_.library.measures[each].asked_when)) return false;
    if (rules_of(base_, who, each) != rules_of(now_, who, each)) return false;
  }
  return true;
}

}  // namespace isonomy::analysis
