// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "model/binder.h"

#include "source/codes.h"

namespace isonomy::model::binding {
namespace {

using Ast = syntax::Relation;

bool about_state(Ast relation) { return relation >= Ast::is_silent; }
bool about_order(Relation relation) { return relation >= Relation::less && relation <= Relation::greater_equal; }
bool about_sets(Relation relation) { return relation >= Relation::shares_nothing && relation <= Relation::includes_any; }

// The positive relation; a negated state becomes a negated condition.
std::pair<Relation, bool> relation_of(Ast relation) {
  switch (relation) {
    case Ast::is_not_silent: return {Relation::is_silent, true};
    case Ast::is_not_unknown: return {Relation::is_unknown, true};
    case Ast::is_applicable: return {Relation::is_not_applicable, true};
    default: return {static_cast<Relation>(relation), false};
  }
}

bool has_order(const Type& type, const Library& library) {
  if (type.set) return false;
  if (type.kind == Kind::enumeration) return library.enumerations[type.enumeration].ordered;
  return type.kind >= Kind::count && type.kind <= Kind::date;
}

bool not_comparable(Lookup context, const syntax::Comparison& written, const Type& type, std::string help) {
  context.diagnostics.add(
      Code::not_comparable, written.span,
      fmt::format("`{}` is a `{}`, for which this comparison has no meaning", written.left.text(), to_text(type, context.library)),
      std::move(help));
  return false;
}

bool fits(Lookup context, const syntax::Comparison& written, const Type& type, Relation relation) {
  if (about_order(relation) && !has_order(type, context.library)) return not_comparable(context, written, type, "use `=`, `!=` or `in`");
  if (about_sets(relation) && !type.set) return not_comparable(context, written, type, "use `in`");
  if ((relation == Relation::in || relation == Relation::not_in) && type.set)
    return not_comparable(context, written, type, "use `includes all of`, `includes any of` or `shares nothing with`");
  const bool equality = relation == Relation::equal || relation == Relation::not_equal;
  if (equality && !type.set && written.right.is_set) return not_comparable(context, written, type, "use `in` before a set");
  return true;
}

std::optional<Item> bloc_item(Lookup context, const syntax::Item& written, const Type& type, Relation relation) {
  const auto* path = std::get_if<syntax::Path>(&written.from.what);
  if (type.kind != Kind::jurisdiction || path == nullptr || (relation != Relation::in && relation != Relation::not_in)) return std::nullopt;
  const auto it = context.library.bloc_names.find(path->text());
  if (it == context.library.bloc_names.end()) return std::nullopt;
  mention(context, Named::bloc, *path, it->first);
  return Item{it->second, std::nullopt};
}

std::optional<Item> item(Lookup context, const syntax::Item& written, const Type& type, Relation relation) {
  if (auto bloc = bloc_item(context, written, type, relation)) return bloc;
  const auto from = scalar(context, written.from, type);
  if (!from || !written.to) return from ? std::optional<Item>{Item{*from, std::nullopt}} : std::nullopt;
  const auto to = scalar(context, *written.to, type);
  if (!to) return std::nullopt;
  if (!has_order(type, context.library) && type.kind != Kind::hs) {
    context.diagnostics.add(Code::not_comparable, written.span, "these values have no order, so there is no range of them",
                            "list the values");
    return std::nullopt;
  }
  if (order(*to, *from, context.library.rates) == base::Order::less) {
    context.diagnostics.add(Code::empty_range, written.span, "the range ends before it begins", "exchange its ends");
    return std::nullopt;
  }
  return Item{*from, *to};
}

bool is_all(const syntax::Value& written) {
  const auto* path = written.items.size() == 1 && !written.is_set ? std::get_if<syntax::Path>(&written.items[0].from.what) : nullptr;
  return path != nullptr && path->text() == "all";
}

std::optional<Test> with_constants(Lookup context, const syntax::Comparison& written, const Type& type, Test test) {
  if (type.set && is_all(written.right)) {
    const auto full = value(context, written.right, type);
    for (const auto& one : std::get<SetOf>(*full).items) test.constants.push_back({one, std::nullopt});
    test.all = std::get<SetOf>(*full).all;
    return test;
  }
  const bool listed = about_sets(test.relation) || type.set;
  if (listed && !written.right.is_set) {
    context.diagnostics.add(Code::wrong_type, written.right.span, "found one value, expected a set", "put the values between `{` and `}`");
    return std::nullopt;
  }
  bool whole = true;
  for (const auto& one : written.right.items) {
    auto bound = item(context, one, type, test.relation);
    if (bound) test.constants.push_back(std::move(*bound));
    else whole = false;
  }
  return whole ? std::optional<Test>{std::move(test)} : std::nullopt;
}

// The end of the measure's flow at which the jurisdiction stands that is at `place` of the clash's flow.
bool asked_there(const Library& library, const Measure& measure, FlowId flow, Place place) {
  if (place == Place::carrier) return measure.end == End::carrier;
  const bool same_direction = library.flows[measure.flow].outward == library.flows[flow].outward;
  const bool at_sender = (place == Place::sender) == same_direction;
  return measure.end == End::both || measure.end == (at_sender ? End::sender : End::receiver);
}

std::optional<MeasureRef> placed_measure(Lookup context, const syntax::Path& path, const Scope& scope) {
  static const std::vector<std::string> places{"sender", "receiver", "carrier"};
  const auto rest = part(path, 1, path.parts.size());
  const auto place = word(context, part(path, 0, 1), places);
  const auto id = place ? measure(context, rest, {}) : std::nullopt;
  if (!id) return std::nullopt;
  const auto where = static_cast<Place>(*place + 1);
  if (asked_there(context.library, context.library.measures[*id], *scope.flow, where)) return MeasureRef{where, *id};
  context.diagnostics.add(Code::wrong_place, path.span, fmt::format("`{}` is not asked of the {}", rest.text(), places[*place]),
                          "compare the end of the flow at which it is asked");
  return std::nullopt;
}

std::optional<std::variant<FactId, MeasureRef>> left_side(Lookup context, const syntax::Path& path, const Scope& scope) {
  const auto& library = context.library;
  const auto text = path.text();
  if (scope.flow && path.parts.size() == 3) {
    const auto found = placed_measure(context, path, scope);
    return found ? std::optional<std::variant<FactId, MeasureRef>>{*found} : std::nullopt;
  }
  const auto fact = library.fact_names.find(text);
  if (fact != library.fact_names.end()) {
    mention(context, Named::fact, path, text);
    return fact->second;
  }
  if (scope.own_measures) {
    const auto found = measure(context, path, scope.domain);
    return found ? std::optional<std::variant<FactId, MeasureRef>>{MeasureRef{Place::self, *found}} : std::nullopt;
  }
  const auto own = scope.domain + "." + text;
  if (library.measure_names.contains(text) || library.measure_names.contains(own)) {
    context.diagnostics.add(Code::measure_in_rule, path.span, fmt::format("`{}` is a measure, and only facts may be compared here", text),
                            "compare facts of the transaction, or put this into the measure's `asked when`");
    return std::nullopt;
  }
  look_up(context, library.fact_names, path, Code::unknown_fact, "fact");
  return std::nullopt;
}

Type type_of(const Library& library, const std::variant<FactId, MeasureRef>& left) {
  if (const auto* fact = std::get_if<FactId>(&left)) return library.facts[*fact].type;
  return library.measures[std::get<MeasureRef>(left).measure].type;
}

// A dotted name on the right of a comparison between ends names the other end's measure.
std::optional<MeasureRef> right_measure(Lookup context, const syntax::Comparison& written, const Scope& scope) {
  if (!scope.flow || written.right.is_set || written.right.items.size() != 1) return std::nullopt;
  const auto* path = std::get_if<syntax::Path>(&written.right.items[0].from.what);
  if (path == nullptr || path->parts.size() != 3) return std::nullopt;
  return placed_measure(context, *path, scope);
}

}  // namespace

bool denies_state(syntax::Relation relation) { return relation_of(relation).second; }

std::optional<Test> finish_test(Lookup context, const syntax::Comparison& written, const Type& type, Test test, const Scope& scope) {
  test.relation = relation_of(written.relation).first;
  test.span = written.span;
  if (about_state(written.relation)) {
    if (std::holds_alternative<MeasureRef>(test.left)) return test;
    not_comparable(context, written, type, "only measures can be silent, unknown or not applicable");
    return std::nullopt;
  }
  if (!fits(context, written, type, test.relation)) return std::nullopt;
  if (const auto other = right_measure(context, written, scope)) {
    const auto& other_type = context.library.measures[other->measure].type;
    if (!(other_type == type)) {
      context.diagnostics.add(
          Code::wrong_type, written.right.span,
          fmt::format("found a `{}`, expected a `{}`", to_text(other_type, context.library), to_text(type, context.library)),
          "compare measures of one type");
      return std::nullopt;
    }
    test.right = other;
    return test;
  }
  return with_constants(context, written, type, std::move(test));
}

std::optional<Test> test(Lookup context, const syntax::Comparison& written, const Scope& scope) {
  const auto left = left_side(context, written.left, scope);
  if (!left) return std::nullopt;
  return finish_test(context, written, type_of(context.library, *left), Test{*left, {}, {}, false, {}, {}}, scope);
}

Condition condition(Lookup context, const syntax::Condition& written, const Scope& scope) {
  using Kind = syntax::Condition::Kind;
  if (written.kind == Kind::comparison) {
    auto bound = test(context, written.comparison, scope);
    if (!bound) return {};
    Condition out{Condition::Kind::test, std::move(*bound), {}};
    if (!relation_of(written.comparison.relation).second) return out;
    return {Condition::Kind::negation, {}, {std::move(out)}};
  }
  Condition out;
  out.kind = written.kind == Kind::all   ? Condition::Kind::all
             : written.kind == Kind::any ? Condition::Kind::any
                                         : Condition::Kind::negation;
  for (const auto& part : written.parts) out.parts.push_back(condition(context, part, scope));
  return out;
}

}  // namespace isonomy::model::binding
