// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "model/binder.h"

#include "source/codes.h"

namespace isonomy::model::binding {
namespace {

constexpr std::int64_t longest_duration = 1'000'000;

std::string found_text(const syntax::Scalar& written) {
  if (const auto* path = std::get_if<syntax::Path>(&written.what)) return "`" + path->text() + "`";
  constexpr std::array<std::string_view, 7> names{"a number",   "a percentage", "a fraction", "an amount of money",
                                                  "a quantity", "a date",       "yes or no"};
  return std::string{names.at(written.what.index())};
}

std::string expected_text(const Type& type, const Library& library) {
  constexpr std::array<std::string_view, 11> names{"`yes` or `no`",
                                                   "a whole number such as `100`",
                                                   "a rate such as `9%`",
                                                   "money such as `150 EUR`",
                                                   "money such as `2 EUR per kg`",
                                                   "a mass such as `31 kg`",
                                                   "a duration such as `72 hours`",
                                                   "a date such as `2026-07-01`",
                                                   "an HS code such as `2203`",
                                                   "a jurisdiction",
                                                   "a currency such as `EUR`"};
  if (type.kind == Kind::enumeration) return fmt::format("a value of `{}`", library.enumerations[type.enumeration].name);
  return std::string{names.at(static_cast<std::size_t>(type.kind))};
}

std::optional<Scalar> wrong_type(Lookup context, const syntax::Scalar& written, const Type& type) {
  const auto expected = expected_text(type, context.library);
  context.diagnostics.add(Code::wrong_type, written.span, fmt::format("found {}, expected {}", found_text(written), expected),
                          "write " + expected);
  return std::nullopt;
}

std::optional<Scalar> out_of_domain(Lookup context, Span span, std::string message, std::string help) {
  context.diagnostics.add(Code::out_of_domain, span, std::move(message), std::move(help));
  return std::nullopt;
}

std::optional<Scalar> hs_code(Lookup context, const syntax::Scalar& written, const syntax::Number& number) {
  const auto size = number.digits.size();
  if (size % 2 == 0 && size >= 2 && size <= 10) return HsCode{std::stoll(number.digits), static_cast<int>(size)};
  context.diagnostics.add(Code::bad_hs_code, written.span, fmt::format("`{}` has {} digits", number.digits, size),
                          "write a Harmonized System code of 2, 4, 6, 8 or 10 digits, leading zeros included");
  return std::nullopt;
}

std::optional<Scalar> enumerator(Lookup context, const syntax::Path& path, const Type& type) {
  const auto& enumeration = context.library.enumerations[type.enumeration];
  const auto it = std::find(enumeration.values.begin(), enumeration.values.end(), path.text());
  if (it != enumeration.values.end()) {
    mention(context, Named::value, path, enumeration.name + "." + *it);
    return Enumerator{type.enumeration, static_cast<std::uint32_t>(it - enumeration.values.begin())};
  }
  context.diagnostics.add(
      Code::unknown_value, path.span, fmt::format("`{}` is not a value of `{}`", path.text(), enumeration.name),
      source::suggest(path.text(), enumeration.values, fmt::format("write one of {}", fmt::join(enumeration.values, ", "))));
  return std::nullopt;
}

std::optional<Scalar> named(Lookup context, const syntax::Scalar& written, const syntax::Path& path, const Type& type) {
  const bool boundless = type.kind == Kind::money || type.kind == Kind::count || type.kind == Kind::duration;
  if (boundless && path.text() == "unlimited") return Unlimited{};
  if (type.kind == Kind::enumeration) return enumerator(context, path, type);
  if (type.kind == Kind::currency)
    if (const auto currency = base::parse_currency(path.text())) return *currency;
  if (type.kind == Kind::jurisdiction) {
    if (path.text() == "none" && !context.library.jurisdiction_names.contains("none")) return Elsewhere{};
    if (const auto id = jurisdiction(context, path)) return *id;
    return std::nullopt;
  }
  return wrong_type(context, written, type);
}

std::optional<Scalar> numeric(Lookup context, const syntax::Scalar& written, const syntax::Number& number, const Type& type) {
  if (type.kind == Kind::hs) return hs_code(context, written, number);
  if (type.kind == Kind::count && number.digits.find('.') == std::string::npos) return Count{std::stoll(number.digits)};
  return wrong_type(context, written, type);
}

std::optional<Scalar> quantity(Lookup context, const syntax::Scalar& written, const syntax::Quantity& found, const Type& type) {
  using syntax::Unit;
  const bool time = found.unit <= Unit::years;
  if (type.kind == Kind::mass && found.unit == Unit::kilograms) return Mass{found.number.value};
  if (type.kind == Kind::mass && found.unit == Unit::grams) return Mass{base::Rational{found.number.value / 1000}};
  if (type.kind != Kind::duration || !time) return wrong_type(context, written, type);
  if (found.number.digits.find('.') != std::string::npos || found.number.value > longest_duration)
    return out_of_domain(context, written.span, "a duration is a whole number of at most 1000000 units",
                         "write it in a smaller or larger unit");
  return base::Duration{std::stoll(found.number.digits), static_cast<base::TimeUnit>(found.unit)};
}

struct ScalarVisitor {
  Lookup context;
  const syntax::Scalar& written;
  const Type& type;

  std::optional<Scalar> operator()(const syntax::Number& number) const { return numeric(context, written, number, type); }
  std::optional<Scalar> operator()(const syntax::Percentage& found) const {
    if (type.kind != Kind::rate) return wrong_type(context, written, type);
    return Rate{base::Rational{found.number.value / 100}};
  }
  std::optional<Scalar> operator()(const syntax::Fraction& found) const {
    if (type.kind != Kind::rate) return wrong_type(context, written, type);
    if (found.below.value == 0) return out_of_domain(context, written.span, "a fraction cannot have 0 below the line", "correct it");
    return Rate{base::Rational{found.above.value / found.below.value}};
  }
  std::optional<Scalar> operator()(const syntax::Amount& found) const {
    const auto currency = base::parse_currency(found.currency);
    const base::Money money{found.number.value, *currency};
    if (type.kind == Kind::money && !found.per_kilogram) return money;
    if (type.kind == Kind::money_per_kilogram && found.per_kilogram) return MoneyPerKilogram{money};
    return wrong_type(context, written, type);
  }
  std::optional<Scalar> operator()(const syntax::Quantity& found) const { return quantity(context, written, found, type); }
  std::optional<Scalar> operator()(base::Date date) const {
    return type.kind == Kind::date ? std::optional<Scalar>{date} : wrong_type(context, written, type);
  }
  std::optional<Scalar> operator()(syntax::Flag flag) const {
    return type.kind == Kind::flag ? std::optional<Scalar>{flag.yes} : wrong_type(context, written, type);
  }
  std::optional<Scalar> operator()(const syntax::Path& path) const { return named(context, written, path, type); }
};

// Sorted so that equal sets are equal values, whatever order they were written in.
void canonical(SetOf& set, const Library& library) {
  const auto key = [&](const Scalar& item) {
    const auto* enumerator = std::get_if<Enumerator>(&item);
    return enumerator != nullptr ? fmt::format("{:08}", enumerator->index) : to_text(item, library);
  };
  std::sort(set.items.begin(), set.items.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  set.items.erase(std::unique(set.items.begin(), set.items.end()), set.items.end());
}

SetOf full_set(const Type& type, const Library& library) {
  if (type.kind != Kind::enumeration) return {true, {}};
  SetOf out;
  for (std::uint32_t i = 0; i < library.enumerations[type.enumeration].values.size(); ++i)
    out.items.emplace_back(Enumerator{type.enumeration, i});
  return out;
}

bool says_all(const syntax::Value& written) {
  if (written.is_set || written.items.size() != 1 || written.items[0].to) return false;
  const auto* path = std::get_if<syntax::Path>(&written.items[0].from.what);
  return path != nullptr && path->text() == "all";
}

std::optional<Value> set_value(Lookup context, const syntax::Value& written, const Type& type) {
  if (says_all(written)) return full_set(type, context.library);
  if (!written.is_set) {
    context.diagnostics.add(Code::wrong_type, written.span, "found one value, expected a set", "put the values between `{` and `}`");
    return std::nullopt;
  }
  SetOf out;
  for (const auto& item : written.items) {
    const auto bound = scalar(context, item.from, type);
    if (!bound) return std::nullopt;
    out.items.push_back(*bound);
  }
  canonical(out, context.library);
  return out;
}

}  // namespace

std::optional<Scalar> scalar(Lookup context, const syntax::Scalar& written, const Type& type) {
  return std::visit(ScalarVisitor{context, written, type}, written.what);
}

std::optional<Value> value(Lookup context, const syntax::Value& written, const Type& type) {
  for (const auto& item : written.items) {
    if (!item.to) continue;
    context.diagnostics.add(Code::wrong_type, item.span, "found a range, expected a single value", "write one value");
    return std::nullopt;
  }
  if (type.set) return set_value(context, written, type);
  if (written.is_set || written.items.size() != 1) {
    context.diagnostics.add(Code::wrong_type, written.span, "found a set, expected " + expected_text(type, context.library),
                            "write one value without braces");
    return std::nullopt;
  }
  if (auto bound = scalar(context, written.items[0].from, type)) return Value{std::move(*bound)};
  return std::nullopt;
}

}  // namespace isonomy::model::binding
