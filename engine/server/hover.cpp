// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "model/print.h"
#include "server/features.h"
#include "server/places.h"

namespace isonomy::server {
namespace {

using model::Named;

std::string head(const std::string& name, const model::Label& label) {
  auto out = fmt::format("**{}**", name);
  if (!label.text.empty()) out += fmt::format("  \n{}", label.text);
  for (const auto& [language, text] : label.translations) out += fmt::format("  \n{}", text);
  return out + "\n";
}

std::string period_text(const model::Period& period) {
  std::string out;
  if (period.from > base::first_date()) out += "from " + base::to_text(period.from);
  if (period.through < base::last_date()) out += (out.empty() ? "through " : " through ") + base::to_text(period.through);
  return out;
}

std::string source_text(const model::Source& source) {
  auto out = source.url.empty() ? source.title : fmt::format("[{}]({})", source.title, source.url);
  if (!source.article.empty()) out += fmt::format(", article {}", source.article);
  return out + (source.checked ? fmt::format(", checked {}", base::to_text(*source.checked)) : std::string{", not checked"});
}

std::string assignment_text(const model::Assignment& one, const model::Library& library) {
  const auto& name = library.measures[one.measure].name;
  switch (one.kind) {
    case model::Assignment::Kind::silent: return name + " is silent";
    case model::Assignment::Kind::unknown: return name + " is unknown";
    case model::Assignment::Kind::includes: return name + " includes " + to_text(one.value, library);
    default: return name + " = " + to_text(one.value, library);
  }
}

std::string list(std::string_view what, const std::vector<model::RuleId>& rules, const model::Library& library) {
  constexpr std::size_t most = 8;
  if (rules.empty()) return {};
  std::vector<std::string> names;
  for (const auto rule : rules) names.push_back("`" + library.rules[rule].name + "`");
  const auto more = names.size() > most ? fmt::format(" and {} more", names.size() - most) : std::string{};
  names.resize(std::min(names.size(), most));
  return fmt::format("\n{} {}{}\n", what, fmt::join(names, ", "), more);
}

std::string of_rule(const model::Rule& rule, const model::Library& library) {
  constexpr std::array<std::string_view, 3> statuses{"", "adopted, not in force", "proposed, not in force"};
  auto out = head(rule.name, rule.label) + "\n```law\n";
  for (const auto& one : rule.assignments) out += assignment_text(one, library) + "\n";
  if (const auto days = period_text(rule.period); !days.empty()) out += days + "\n";
  out += "```\n";
  if (rule.status != model::Status::in_force) out += fmt::format("\n{}\n", statuses.at(static_cast<std::size_t>(rule.status)));
  if (rule.start_unknown) out += "\nThe first day is unknown, so the rule does not decide.\n";
  for (const auto& source : rule.sources) out += "\n- " + source_text(source);
  out += "\n" + list("Overrides", rule.overrides, library) + list("Overridden by", rule.overridden_by, library);
  for (const auto& one : rule.assignments)
    out += fmt::format("\n`{}` asks: {}\n", library.measures[one.measure].name, library.measures[one.measure].label.text);
  if (!rule.note.text.empty()) out += "\n" + rule.note.text + "\n";
  return out;
}

std::string values_of(const model::Type& type, const model::Library& library) {
  if (type.kind != model::Kind::enumeration) return to_text(type, library);
  const auto& enumeration = library.enumerations[type.enumeration];
  return fmt::format("{}: {}", to_text(type, library), fmt::join(enumeration.values, enumeration.ordered ? " < " : ", "));
}

std::string of_measure(model::MeasureId id, const model::Library& library) {
  constexpr std::array<std::string_view, 4> ends{"sender", "receiver", "both ends", "carrier"};
  constexpr std::array<std::string_view, 3> directions{"neutral", "higher is more open", "lower is more open"};
  const auto& measure = library.measures[id];
  std::size_t rules = 0;
  for (const auto& [key, list] : library.rules_of)
    if (key.second == id) rules += list.size();
  auto out = head(measure.name, measure.label);
  out += fmt::format("\n`{}`  \nasked of {} of {}, {}  \n{} rules answer it\n", values_of(measure.type, library),
                     ends.at(static_cast<std::size_t>(measure.end)), library.flows[measure.flow].name,
                     directions.at(static_cast<std::size_t>(measure.direction)), rules);
  if (!measure.aligns.empty()) out += fmt::format("\nAligns with {}\n", fmt::join(measure.aligns, "; "));
  return out;
}

std::string of_fact(const model::Fact& fact, const model::Library& library) {
  return head(fact.name, fact.label) + fmt::format("\n`{}`{}\n", values_of(fact.type, library), fact.per_line ? " per line" : "");
}

std::string of_type(const model::Enumeration& one) {
  return head(one.name, one.label) + fmt::format("\n`{}`\n", fmt::join(one.values, one.ordered ? " < " : ", "));
}

std::string of_value(const std::string& name, const model::Library& library) {
  const auto dot = name.find('.');
  for (const auto& one : library.enumerations) {
    if (one.name != name.substr(0, dot)) continue;
    const auto it = std::find(one.values.begin(), one.values.end(), name.substr(dot + 1));
    if (it != one.values.end())
      return head(*it, one.value_labels[static_cast<std::size_t>(it - one.values.begin())]) + "\nA value of " + of_type(one);
  }
  return {};
}

std::string of_jurisdiction(const model::Jurisdiction& one, const model::Library& library) {
  auto out = head(one.name, one.label);
  if (one.currency) out += fmt::format("\ncurrency {}\n", to_text(model::Scalar{*one.currency}, library));
  if (one.within.valid()) out += fmt::format("\nwithin {}\n", library.jurisdictions[one.within].name);
  return out;
}

std::string of_bloc(const model::Bloc& one, const model::Library& library) {
  std::vector<std::string> members;
  for (const auto& member : one.members) {
    const auto days = period_text(member.period);
    members.push_back(library.jurisdictions[member.member].name + (days.empty() ? "" : " " + days));
  }
  return head(one.name, one.label) + fmt::format("\n{}members {}\n", one.legislates ? "legislates  \n" : "", fmt::join(members, ", "));
}

template <class Pool>
std::string labelled(const Pool& all, const std::string& name) {
  for (const auto& one : all)
    if (one.name == name) return head(one.name, one.label);
  return {};
}

std::string of_commitment(const std::string& name, const model::Library& library) {
  for (const auto& one : library.commitments) {
    if (one.name != name) continue;
    auto out = head(one.name, one.label) + fmt::format("\n```law\n{}\n```\n", to_text(one.bound, library));
    for (const auto& source : one.sources) out += "\n- " + source_text(source);
    return out + "\n";
  }
  return {};
}

template <class Map>
auto id_of(const Map& names, const std::string& name) -> typename Map::mapped_type {
  const auto it = names.find(name);
  return it == names.end() ? typename Map::mapped_type{} : it->second;
}

}  // namespace

std::string described(const Workspace& workspace, const model::Mention& mention) {
  const auto& library = workspace.library();
  const auto& name = mention.name;
  switch (mention.what) {
    case Named::domain: return labelled(library.domains, name);
    case Named::flow: return labelled(library.flows, name);
    case Named::clash: return labelled(library.clashes, name);
    case Named::route: return labelled(library.routes, name);
    case Named::commitment: return of_commitment(name, library);
    case Named::value: return of_value(name, library);
    case Named::type:
      for (const auto& one : library.enumerations)
        if (one.name == name) return of_type(one);
      return {};
    case Named::fact: {
      const auto id = id_of(library.fact_names, name);
      return id.valid() ? of_fact(library.facts[id], library) : std::string{};
    }
    case Named::measure: {
      const auto id = id_of(library.measure_names, name);
      return id.valid() ? of_measure(id, library) : std::string{};
    }
    case Named::jurisdiction: {
      const auto id = id_of(library.jurisdiction_names, name);
      return id.valid() ? of_jurisdiction(library.jurisdictions[id], library) : std::string{};
    }
    case Named::bloc: {
      const auto id = id_of(library.bloc_names, name);
      return id.valid() ? of_bloc(library.blocs[id], library) : std::string{};
    }
    case Named::rule: {
      const auto id = id_of(library.rule_names, name);
      return id.valid() ? of_rule(library.rules[id], library) : std::string{};
    }
  }
  return {};
}

Json hover(const Workspace& workspace, const Json& parameters) {
  const auto cursor = cursor_of(workspace, parameters);
  const auto* mention = cursor.document == nullptr ? nullptr : workspace.mention_at(cursor.document->file, cursor.offset);
  const auto text = mention == nullptr ? std::string{} : described(workspace, *mention);
  if (text.empty()) return nullptr;
  return {{"contents", {{"kind", "markdown"}, {"value", text}}}, {"range", range_of(workspace.sources(), mention->span)}};
}

}  // namespace isonomy::server
