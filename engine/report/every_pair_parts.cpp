// SPDX-License-Identifier: Apache-2.0
#include "report/every_pair_parts.h"

#include <fmt/ranges.h>

#include <algorithm>

namespace isonomy::report {

using analysis::Likeness;

EveryPairParts::EveryPairParts(const Desk& desk, const analysis::EveryPairAnswer& answer)
    : desk_{desk}, answer_{answer}, left_out_{analysis::open_throughout(answer)} {
  auto who = answer.who;
  std::erase_if(who, [&](auto one) { return std::find(left_out_.begin(), left_out_.end(), one) != left_out_.end(); });
  for (const auto& one : answer.measures) {
    auto left = analysis::without(one, left_out_);
    auto summary = analysis::summary_of(left, who);
    measures_.push_back({std::move(left), std::move(summary)});
  }
}

std::string EveryPairParts::names(const std::vector<model::JurisdictionId>& who, std::string_view between) const {
  std::vector<std::string> out;
  for (const auto one : who) out.push_back(desk_.library.jurisdictions[one].name);
  return fmt::format("{}", fmt::join(out, between));
}

std::string EveryPairParts::groups(const analysis::PairSummary& summary) const {
  const auto most = std::min(summary.alike.size(), desk_.options.most);
  std::vector<std::string> out;
  for (std::size_t i = 0; i < most; ++i) out.push_back(names(summary.alike[i], " "));
  if (most < summary.alike.size()) out.push_back(desk_.say("and {} more", summary.alike.size() - most));
  return fmt::format("{}", fmt::join(out, "; "));
}

std::string EveryPairParts::command_of(Likeness likeness) const {
  const auto& all = desk_.library.jurisdictions;
  for (const auto& one : answer_.measures)
    for (const auto& pair : one.pairs)
      if (pair.likeness() == likeness)
        return fmt::format("isonomy diff {} {} --measure {} --on {}", all[pair.a].name, all[pair.b].name,
                           desk_.library.measures[one.measure].name, answer_.on ? base::to_text(*answer_.on) : "any");
  return {};
}

std::string EveryPairParts::command() const {
  const auto out = command_of(Likeness::differs);
  return out.empty() ? command_of(Likeness::unknown) : out;
}

std::size_t EveryPairParts::count(Likeness worst) const {
  return static_cast<std::size_t>(
      std::count_if(measures_.begin(), measures_.end(), [&](const auto& one) { return worst_of(one.summary) == worst; }));
}

std::string EveryPairParts::conclusion() const {
  const auto differ = count(Likeness::differs);
  const auto unknown = count(Likeness::unknown);
  const auto same = count(Likeness::same);
  if (differ > 0) return desk_.say("Measures that differ for some pair: {}; the same for all: {}; not known: {}", differ, same, unknown);
  if (unknown > 0 || !left_out_.empty())
    return desk_.say("No difference was found where both answers are known; {} the same, {} not known", same, unknown);
  return desk_.say("No difference: this is a proof for all facts that are not given");
}

}  // namespace isonomy::report
