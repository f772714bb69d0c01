// SPDX-License-Identifier: Apache-2.0
#include "decision/reference.h"

#include <algorithm>

namespace isonomy::decision::reference {
namespace {

using model::Assignment;
using model::FactId;
using model::Relation;
using model::RuleId;
using model::Scalar;
using model::SetOf;
using model::Truth;

Truth as_truth(bool known) { return known ? Truth::yes : Truth::no; }

class Judge {
 public:
  Judge(const model::Library& library, const Seat& seat, const Transaction& facts) : library_{library}, seat_{seat}, facts_{facts} {}

  Verdict decide(model::MeasureId measure) const {
    if (holds(library_.measures[measure].asked_when) == Truth::no) return {{State::not_applicable, {}}, {}, false};
    const auto found = standing(measure);
    return found.doubtful ? Verdict{{State::unknown, {}}, found.rules, false} : judge(found.rules, measure);
  }

  Standing standing(model::MeasureId measure) const {
    std::vector<RuleId> surely;
    std::vector<RuleId> perhaps;
    for (const auto& binding : binding_rules(library_, seat_.self, measure)) {
      const auto truth = applies(binding);
      if (truth == Truth::yes) surely.push_back(binding.rule);
      if (truth == Truth::unknown) perhaps.push_back(binding.rule);
    }
    const auto doubtful = not_overridden(perhaps, surely, measure);
    if (!doubtful.empty()) return {doubtful, true};
    return {not_overridden(surely, surely, measure), false};
  }

  Truth holds(const model::Condition& condition) const {
    using Kind = model::Condition::Kind;
    if (condition.kind == Kind::always) return Truth::yes;
    if (condition.kind == Kind::test) return holds(condition.test);
    if (condition.kind == Kind::negation) return negate(holds(condition.parts[0]));
    const auto settled = as_truth(condition.kind != Kind::all);
    auto out = negate(settled);
    for (const auto& part : condition.parts) {
      if (out == settled) break;
      out = condition.kind == Kind::all ? both(out, holds(part)) : either(out, holds(part));
    }
    return out;
  }

 private:
  std::optional<base::Date> day() const {
    const auto it = facts_.find(model::fact_id(model::BuiltIn::on));
    return it == facts_.end() ? std::nullopt : std::optional{std::get<base::Date>(std::get<Scalar>(it->second))};
  }

  Truth within(model::Period period) const {
    if (period.from == base::first_date() && period.through == base::last_date()) return Truth::yes;
    const auto today = day();
    return today ? as_truth(period.holds(*today)) : Truth::unknown;
  }

  Truth applies(const BindingRule& binding) const {
    const auto& rule = library_.rules[binding.rule];
    auto out = Truth::no;
    for (const auto period : binding.periods()) out = either(out, within(period));
    out = both(out, within(rule.period));
    for (const auto suspended : rule.suspended) out = both(out, negate(within(suspended)));
    return out == Truth::no ? out : both(out, holds(rule.when));
  }

  std::vector<RuleId> not_overridden(const std::vector<RuleId>& rules, const std::vector<RuleId>& by, model::MeasureId measure) const {
    std::vector<RuleId> out;
    for (const auto rule : rules) {
      const auto overriders = library_.overriders(rule, measure);
      const bool beaten = std::any_of(
          by.begin(), by.end(), [&](RuleId other) { return std::find(overriders.begin(), overriders.end(), other) != overriders.end(); });
      if (!beaten) out.push_back(rule);
    }
    return out;
  }

  std::vector<RuleId> of_kind(const std::vector<RuleId>& rules, model::MeasureId measure,
                              std::initializer_list<Assignment::Kind> kinds) const {
    std::vector<RuleId> out;
    for (const auto rule : rules)
      if (std::find(kinds.begin(), kinds.end(), library_.rules[rule].assignment(measure)->kind) != kinds.end()) out.push_back(rule);
    return out;
  }

  Verdict judge(const std::vector<RuleId>& standing, model::MeasureId measure) const {
    using Kind = Assignment::Kind;
    if (auto unknown = of_kind(standing, measure, {Kind::unknown}); !unknown.empty()) return {{State::unknown, {}}, unknown, false};
    const auto valued = of_kind(standing, measure, {Kind::equals, Kind::includes});
    if (!valued.empty()) return library_.measures[measure].type.set ? sum(valued, measure) : agree(valued, measure);
    if (auto silent = of_kind(standing, measure, {Kind::silent}); !silent.empty()) return {{State::silent, {}}, silent, false};
    return {{State::unknown, {}}, {}, false};
  }

  const Assignment& given(RuleId rule, model::MeasureId measure) const { return *library_.rules[rule].assignment(measure); }

  Verdict agree(const std::vector<RuleId>& rules, model::MeasureId measure) const {
    Verdict out{{State::decided, given(rules[0], measure).value}, rules, false};
    for (const auto a : rules)
      for (const auto b : rules)
        if (equal(given(a, measure).value, given(b, measure).value, library_.rates) != Truth::yes) out.conflict = true;
    return out;
  }

  Verdict sum(const std::vector<RuleId>& rules, model::MeasureId measure) const {
    Verdict out{{State::decided, SetOf{}}, rules, false};
    auto& total = std::get<SetOf>(out.outcome.value);
    for (const auto rule : rules) {
      const auto& one = given(rule, measure);
      const auto& set = std::get<SetOf>(one.value);
      total.all = total.all || set.all;
      for (const auto& item : set.items)
        if (std::find(total.items.begin(), total.items.end(), item) == total.items.end()) total.items.push_back(item);
      for (const auto other : rules) {
        const auto& against = given(other, measure);
        const bool same = against.kind == Assignment::Kind::equals && against.value == one.value;
        if (one.kind == Assignment::Kind::equals && other != rule && !same) out.conflict = true;
      }
    }
    if (total.all) total.items.clear();
    std::sort(total.items.begin(), total.items.end(), [&](const Scalar& a, const Scalar& b) { return comes_before(a, b); });
    return out;
  }

  // A set reads the same in whatever order its rules stand.
  bool comes_before(const Scalar& a, const Scalar& b) const {
    const auto* first = std::get_if<model::Enumerator>(&a);
    const auto* second = std::get_if<model::Enumerator>(&b);
    if (first != nullptr && second != nullptr) return first->index < second->index;
    return to_text(a, library_) < to_text(b, library_);
  }

  // --- comparisons ------------------------------------------------------------------------------

  Truth holds(const model::Test& test) const {
    if (const auto* measure = std::get_if<model::MeasureRef>(&test.left)) return truth_of(library_, decide(measure->measure).outcome, test);
    const auto fact = std::get<FactId>(test.left);
    const auto value = value_of(fact);
    if (!value) return Truth::unknown;
    if (const auto* set = std::get_if<SetOf>(&*value)) return truth_of(library_, {State::decided, *set}, test);
    const auto& scalar = std::get<Scalar>(*value);
    const bool denied = test.relation == Relation::not_in || test.relation == Relation::not_equal;
    if (test.relation == Relation::less || test.relation == Relation::less_equal || test.relation == Relation::greater ||
        test.relation == Relation::greater_equal)
      return truth_of(library_, {State::decided, scalar}, test);
    auto found = Truth::no;
    for (const auto& item : test.constants) found = either(found, is(scalar, item, test.relation));
    return denied ? negate(found) : found;
  }

  std::optional<model::Value> value_of(FactId fact) const {
    if (fact.index == 0 || fact.index >= model::built_in_facts) {
      const auto it = facts_.find(fact);
      return it == facts_.end() ? std::nullopt : std::optional{it->second};
    }
    const auto place = place_of(library_, seat_, static_cast<model::BuiltIn>(fact.index));
    if (const auto* id = std::get_if<model::JurisdictionId>(&place)) return Scalar{*id};
    if (std::holds_alternative<model::Elsewhere>(place)) return Scalar{model::Elsewhere{}};
    const auto it = facts_.find(std::get<FactId>(place));
    return it == facts_.end() ? std::nullopt : std::optional{it->second};
  }

  Truth is(const Scalar& value, const model::Item& item, Relation relation) const {
    if (const auto* bloc = std::get_if<model::BlocId>(&item.from)) return member(value, *bloc);
    const auto& from = std::get<Scalar>(item.from);
    if (const auto* code = std::get_if<model::HsCode>(&value))
      return of_code(*code, std::get<model::HsCode>(from), std::get<model::HsCode>(item.to.value_or(from)));
    if (const auto* place = std::get_if<model::JurisdictionId>(&value)) {
      const auto* other = std::get_if<model::JurisdictionId>(&from);
      if (other == nullptr) return Truth::no;
      if (relation == Relation::equal || relation == Relation::not_equal) return as_truth(*other == *place);
      const auto line = library_.lineage(*place);
      return as_truth(std::find(line.begin(), line.end(), *other) != line.end());
    }
    if (std::holds_alternative<model::Elsewhere>(value)) return as_truth(value == from);
    if (!item.to) return model::equal(value, from, library_.rates);
    return both(at_most(from, value, library_.rates), at_most(value, *item.to, library_.rates));
  }

  // A code stands for all goods under it: it is in the range only if all of them are.
  static Truth of_code(model::HsCode code, model::HsCode from, model::HsCode to) {
    if (from.first() <= code.first() && code.last() <= to.last()) return Truth::yes;
    return code.last() <= from.first() || to.last() <= code.first() ? Truth::no : Truth::unknown;
  }

  Truth member(const Scalar& value, model::BlocId bloc) const {
    const auto* id = std::get_if<model::JurisdictionId>(&value);
    auto out = Truth::no;
    if (id == nullptr) return out;
    for (const auto period : library_.memberships(bloc, *id)) out = either(out, within(period));
    return out;
  }

  const model::Library& library_;
  const Seat& seat_;
  const Transaction& facts_;
};

}  // namespace

Verdict decide(const model::Library& library, const Seat& seat, model::MeasureId measure, const Transaction& facts) {
  return Judge{library, seat, facts}.decide(measure);
}

Standing standing(const model::Library& library, const Seat& seat, model::MeasureId measure, const Transaction& facts) {
  return Judge{library, seat, facts}.standing(measure);
}

Truth holds(const model::Library& library, const Seat& seat, const model::Condition& condition, const Transaction& facts) {
  return Judge{library, seat, facts}.holds(condition);
}

}  // namespace isonomy::decision::reference
