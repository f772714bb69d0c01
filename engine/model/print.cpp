// SPDX-License-Identifier: Apache-2.0
#include "model/print.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <map>

namespace isonomy::model {
namespace {

std::string measure_text(const MeasureRef& ref, const Library& library) {
  constexpr std::array<std::string_view, 4> places{"", "sender.", "receiver.", "carrier."};
  return fmt::format("{}{}", places[static_cast<std::size_t>(ref.place)], library.measures[ref.measure].name);
}

std::string item_text(const Item& item, const Library& library) {
  if (const auto* bloc = std::get_if<BlocId>(&item.from)) return library.blocs[*bloc].name;
  const auto from = to_text(std::get<Scalar>(item.from), library);
  return item.to ? fmt::format("{} to {}", from, to_text(*item.to, library)) : from;
}

bool takes_set(const Test& test, const Library& library) {
  const auto* fact = std::get_if<FactId>(&test.left);
  const auto& type = fact != nullptr ? library.facts[*fact].type : library.measures[std::get<MeasureRef>(test.left).measure].type;
  return type.set;
}

}  // namespace

std::string constants_text(const Test& test, const Library& library) {
  if (test.right) return measure_text(*test.right, library);
  if (test.all) return "all";
  std::vector<std::string> items;
  for (const auto& item : test.constants) items.push_back(item_text(item, library));
  if (items.size() == 1 && !takes_set(test, library)) return items[0];
  return fmt::format("{{{}}}", fmt::join(items, ", "));
}

std::string to_text(const Test& test, const Library& library) {
  constexpr std::array<std::string_view, 14> words{"=",
                                                   "!=",
                                                   "<",
                                                   "<=",
                                                   ">",
                                                   ">=",
                                                   "in",
                                                   "not in",
                                                   "shares nothing with",
                                                   "includes all of",
                                                   "includes any of",
                                                   "is silent",
                                                   "is unknown",
                                                   "is not applicable"};
  static const std::map<Relation, std::string_view> denials{
      {Relation::is_silent, "is not silent"}, {Relation::is_unknown, "is not unknown"}, {Relation::is_not_applicable, "is applicable"}};
  const auto* fact = std::get_if<FactId>(&test.left);
  const auto left = fact != nullptr ? library.facts[*fact].name : measure_text(std::get<MeasureRef>(test.left), library);
  const auto relation = words[static_cast<std::size_t>(test.relation)];
  if (test.relation >= Relation::is_silent) return fmt::format("{} {}", left, test.denied ? denials.at(test.relation) : relation);
  return fmt::format("{} {} {}", left, relation, constants_text(test, library));
}

std::string to_text(const Condition& condition, const Library& library) {
  using ConditionKind = Condition::Kind;
  if (condition.kind == ConditionKind::test) return to_text(condition.test, library);
  const auto part_text = [&](const Condition& part) {
    const bool plain = part.kind == ConditionKind::test || part.kind == ConditionKind::negation ||
                       (condition.kind == ConditionKind::any && part.kind == ConditionKind::all);
    return plain ? to_text(part, library) : "(" + to_text(part, library) + ")";
  };
  if (condition.kind == ConditionKind::negation) return "not " + part_text(condition.parts[0]);
  std::vector<std::string> parts;
  for (const auto& part : condition.parts) parts.push_back(part_text(part));
  return fmt::format("{}", fmt::join(parts, condition.kind == ConditionKind::any ? " or " : " and "));
}

}  // namespace isonomy::model
