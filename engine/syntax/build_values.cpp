// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "base/limits.h"
#include "source/codes.h"
#include "syntax/build.h"

namespace isonomy::syntax::build {
namespace {

std::string unescape(std::string_view quoted_text) {
  std::string out;
  const auto inner = quoted_text.size() < 2 ? std::string_view{} : quoted_text.substr(1, quoted_text.size() - 2);
  for (std::size_t i = 0; i < inner.size(); ++i) {
    if (inner[i] == '\\' && i + 1 < inner.size()) ++i;
    out += inner[i];
  }
  return out;
}

Unit unit(const Node& node) {
  const auto& first = node.is_word() ? node : node.word(0);
  if (first.text == "kg") return Unit::kilograms;
  if (first.text == "g") return Unit::grams;
  if (first.text == "km") return Unit::kilometres;
  if (first.text == "business") return Unit::business_days;
  if (first.text.starts_with("hour")) return Unit::hours;
  if (first.text.starts_with("day")) return Unit::days;
  return first.text.starts_with("month") ? Unit::months : Unit::years;
}

Scalar scalar(const Node& node, Diagnostics& diagnostics) {
  Scalar out{Flag{}, node.span};
  const auto numbers = node.all("number");
  if (const auto* name = node.find("path")) out.what = path(*name);
  else if (const auto* date = node.find("date")) out.what = day(*date, diagnostics).date;
  else if (numbers.empty()) out.what = Flag{node.has_word("yes")};
  else if (numbers.size() == 2) out.what = Fraction{number(*numbers[0], diagnostics), number(*numbers[1], diagnostics)};
  else if (node.has_word("%")) out.what = Percentage{number(*numbers[0], diagnostics)};
  else if (const auto* time = node.find("timeUnit")) out.what = Quantity{number(*numbers[0], diagnostics), unit(*time)};
  else if (node.children.size() == 1) out.what = number(*numbers[0], diagnostics);
  else if (const auto& word = node.word(0); word.text == "kg" || word.text == "g" || word.text == "km")
    out.what = Quantity{number(*numbers[0], diagnostics), unit(word)};
  else out.what = Amount{number(*numbers[0], diagnostics), std::string{word.text}, node.find("perKilogram") != nullptr};
  return out;
}

Item item(const Node& node, Diagnostics& diagnostics) {
  const auto scalars = node.all("scalar");
  Item out{scalar(*scalars[0], diagnostics), {}, node.span};
  if (scalars.size() > 1) out.to = scalar(*scalars[1], diagnostics);
  return out;
}

Relation state_relation(const Node& node) {
  const bool negated = node.has_word("not");
  if (node.has_word("silent")) return negated ? Relation::is_not_silent : Relation::is_silent;
  if (node.has_word("unknown")) return negated ? Relation::is_not_unknown : Relation::is_unknown;
  return negated ? Relation::is_not_applicable : Relation::is_applicable;
}

Relation relation(const Node& node) {
  const auto& sign = node.word(0).text;
  if (sign == "=") return Relation::equal;
  if (sign == "!=") return Relation::not_equal;
  if (sign == "<") return Relation::less;
  if (sign == "<=") return Relation::less_equal;
  if (sign == ">") return Relation::greater;
  if (sign == ">=") return Relation::greater_equal;
  if (sign == "is") return state_relation(node);
  if (sign == "shares") return Relation::shares_nothing;
  if (sign == "includes") return node.has_word("any") ? Relation::includes_any : Relation::includes_all;
  return sign == "not" ? Relation::not_in : Relation::in;
}

Condition combine(Condition::Kind kind, const Node& node, std::vector<Condition> parts) {
  if (parts.size() == 1) return std::move(parts.front());
  return {kind, {}, std::move(parts), node.span};
}

Condition negation(const Node& node, Diagnostics& diagnostics) {
  if (const auto* inner = node.find("condition")) return condition(*inner, diagnostics);
  if (const auto* inner = node.find("comparison")) return {Condition::Kind::comparison, comparison(*inner, diagnostics), {}, inner->span};
  return {Condition::Kind::negation, {}, {negation(node.at("negation"), diagnostics)}, node.span};
}

Condition conjunction(const Node& node, Diagnostics& diagnostics) {
  std::vector<Condition> parts;
  for (const auto* part : node.all("negation")) parts.push_back(negation(*part, diagnostics));
  return combine(Condition::Kind::all, node, std::move(parts));
}

}  // namespace

Path path(const Node& node) {
  Path out{{}, node.span};
  const bool bare = node.rule == "name";
  if (bare) out.parts.emplace_back(node.children[0].is_word() ? node.children[0].text : node.children[0].word(0).text);
  for (const auto* name : node.all("name")) out.parts.push_back(path(*name).parts[0]);
  return out;
}

std::vector<Path> paths(const Node& node) {
  std::vector<Path> out;
  for (const auto* one : node.all("path")) out.push_back(path(*one));
  return out;
}

Text quoted(const Node& word) { return {unescape(word.text), word.span}; }

Label label(const Node* node, Diagnostics& diagnostics) {
  if (node == nullptr) return {};
  Label out{quoted(node->word(0)).text, {}, node->span};
  for (const auto* translation : node->all("translation")) {
    const auto language = path(translation->at("name")).text();
    const bool twice = std::any_of(out.translations.begin(), out.translations.end(), [&](const auto& t) { return t.first == language; });
    if (twice)
      diagnostics.add(source::Code::bad_label, translation->span, fmt::format("the label has two texts in `{}`", language),
                      "keep one of them");
    out.translations.emplace_back(language, quoted(translation->word(1)).text);
  }
  return out;
}

Number number(const Node& node, Diagnostics& diagnostics) {
  const auto text = node.word(0).text;
  if (text.size() <= base::limits::number_digits) return {std::string{text}, *base::parse_decimal(text)};
  diagnostics.add(source::Code::number_too_long, node.span, fmt::format("the number has {} digits", text.size()),
                  fmt::format("write at most {} digits", base::limits::number_digits));
  return {"1", 1};
}

Day day(const Node& node, Diagnostics& diagnostics) {
  const auto text = node.word(0).text;
  if (const auto date = base::parse_date(text)) return {*date, node.span};
  diagnostics.add(source::Code::no_such_day, node.span, fmt::format("`{}` is not a day of the calendar", text), "write a day that exists");
  return {base::Date{}, node.span};
}

Quantity quantity(const Node& node, Diagnostics& diagnostics) {
  const auto* time = node.find("timeUnit");
  return {number(node.at("number"), diagnostics), time != nullptr ? unit(*time) : Unit::kilometres};
}

Value value(const Node& node, Diagnostics& diagnostics) {
  Value out{{}, false, node.span};
  const auto* set = node.find("valueSet");
  out.is_set = set != nullptr;
  for (const auto* one : (set != nullptr ? *set : node).all("item")) out.items.push_back(item(*one, diagnostics));
  return out;
}

Comparison comparison(const Node& node, Diagnostics& diagnostics) {
  const auto& right = node.at("relation");
  Comparison out{path(node.at("path")), relation(right), {}, node.span};
  if (const auto* constant = right.find("value")) out.right = value(*constant, diagnostics);
  return out;
}

Condition condition(const Node& node, Diagnostics& diagnostics) {
  std::vector<Condition> parts;
  for (const auto* part : node.all("conjunction")) parts.push_back(conjunction(*part, diagnostics));
  return combine(Condition::Kind::any, node, std::move(parts));
}

}  // namespace isonomy::syntax::build
