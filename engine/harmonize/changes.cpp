// SPDX-License-Identifier: Apache-2.0
#include "harmonize/changes.h"

#include <algorithm>
#include <cctype>

#include "harmonize/scale.h"

namespace isonomy::harmonize {
namespace {

using model::Assignment;
using model::Truth;
using model::Value;

// A row is named by its number, which no rule can be.
bool is_row(const model::Rule& rule) { return std::isdigit(static_cast<unsigned char>(rule.name[rule.name.rfind('.') + 1])) != 0; }

bool states_value(const Assignment& one) { return one.kind == Assignment::Kind::equals || one.kind == Assignment::Kind::includes; }

void add_once(const model::Library& library, const Value& value, std::vector<Value>& to) {
  const auto same = [&](const Value& other) { return model::equal(value, other, library.rates) == Truth::yes; };
  if (std::none_of(to.begin(), to.end(), same)) to.push_back(value);
}

void add_bound(const model::Library& library, const model::Test& bound, bool set, std::vector<Value>& to) {
  if (bound.relation >= model::Relation::is_silent) return;
  if (set) {
    model::SetOf all{bound.all, {}};
    for (const auto& item : bound.constants)
      if (const auto* one = std::get_if<model::Scalar>(&item.from)) all.items.push_back(*one);
    return add_once(library, all, to);
  }
  for (const auto& item : bound.constants) {
    if (const auto* one = std::get_if<model::Scalar>(&item.from)) add_once(library, *one, to);
    if (item.to) add_once(library, *item.to, to);
  }
}

/// Answers in their order: by place on the scale; sets by size.
class InOrder {
 public:
  InOrder(const model::Library& library, model::MeasureId measure) : library_{library}, scale_{library, measure} {}

  bool operator()(const Value& a, const Value& b) const {
    const auto* first = std::get_if<model::SetOf>(&a);
    const auto* second = std::get_if<model::SetOf>(&b);
    if (first != nullptr && second != nullptr) {
      if (first->items.size() != second->items.size()) return first->items.size() < second->items.size();
    } else {
      const auto here = scale_.position(std::get<model::Scalar>(a));
      const auto there = scale_.position(std::get<model::Scalar>(b));
      if (here != there) return here < there;
    }
    return model::to_text(a, library_) < model::to_text(b, library_);
  }

 private:
  const model::Library& library_;
  Scale scale_;
};

}  // namespace

Variable Changes::variable(model::RuleId rule, model::MeasureId measure) {
  const auto [it, is_new] = numbers_.emplace(std::pair{rule, measure}, static_cast<Variable>(variables_.size()));
  if (is_new) variables_.push_back(make(rule, measure));
  return it->second;
}

Changes::One Changes::make(model::RuleId rule, model::MeasureId measure) {
  const auto& now = *library_.rules[rule].assignment(measure);
  const auto price_of = price(rule, measure);
  One out{rule, {now}, 0, price_of.value_or(1)};
  if (!price_of || now.kind == Assignment::Kind::unknown || is_row(library_.rules[rule])) return out;
  out.options.clear();
  for (const auto& value : in_use(measure)) {
    const bool same = states_value(now) && model::equal(value, now.value, library_.rates) == Truth::yes;
    if (same) out.current = static_cast<Label>(out.options.size());
    const auto kind = states_value(now) ? now.kind : Assignment::Kind::equals;
    out.options.push_back(same ? now : Assignment{measure, kind, value, now.span});
  }
  if (states_value(now)) return out;
  out.current = static_cast<Label>(out.options.size());
  out.options.push_back(now);
  return out;
}

const std::vector<Value>& Changes::in_use(model::MeasureId measure) {
  const auto [it, is_new] = in_use_.emplace(measure, std::vector<Value>{});
  auto& out = it->second;
  if (!is_new) return out;
  for (const auto& rule : library_.rules)
    if (const auto* one = rule.assignment(measure); one != nullptr && rule.decides() && states_value(*one))
      add_once(library_, one->value, out);
  for (const auto& commitment : library_.commitments)
    if (std::get<model::MeasureRef>(commitment.bound.left).measure == measure)
      add_bound(library_, commitment.bound, library_.measures[measure].type.set, out);
  std::sort(out.begin(), out.end(), InOrder{library_, measure});
  return out;
}

std::optional<Cost> Changes::price(model::RuleId rule, model::MeasureId measure) const {
  const auto owner = library_.owner_name(library_.rulesets[library_.rules[rule].ruleset].owner);
  const auto& name = library_.measures[measure].name;
  for (const auto& key :
       {std::pair{owner, name}, std::pair{owner, std::string{}}, std::pair{std::string{}, name}, {std::string{}, std::string{}}})
    if (const auto it = costs_.find(key); it != costs_.end()) return it->second;
  return 1;
}

Labels Changes::completed(Labels labels) const {
  for (auto one = static_cast<Variable>(labels.size()); one < variables_.size(); ++one) labels.push_back(current(one));
  return labels;
}

std::vector<std::vector<Cost>> Changes::costs() const {
  std::vector<std::vector<Cost>> out;
  for (Variable one = 0; one < variables_.size(); ++one)
    for (Label label = (out.emplace_back(), 0); label < size(one); ++label) out.back().push_back(cost(one, label));
  return out;
}

model::Library Changes::edited(const Labels& labels) const {
  auto out = library_;
  for (Variable one = 0; one < labels.size(); ++one) {
    if (labels[one] == current(one)) continue;
    const auto& said = option(one, labels[one]);
    for (auto& assignment : out.rules[rule(one)].assignments)
      if (assignment.measure == said.measure) assignment = said;
  }
  return out;
}

}  // namespace isonomy::harmonize
