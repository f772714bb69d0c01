// SPDX-License-Identifier: Apache-2.0
#include "outline_values.h"

#include <fmt/format.h>

#include <array>

namespace isonomy::test {
namespace {

using namespace syntax;

std::string_view name_of(Unit unit) {
  static constexpr std::array<std::string_view, 8> names{"hours", "days", "business days", "months", "years", "kg", "g", "km"};
  return names.at(static_cast<std::size_t>(unit));
}

std::string_view name_of(Relation relation) {
  static constexpr std::array<std::string_view, 17> names{"=",
                                                          "!=",
                                                          "<",
                                                          "<=",
                                                          ">",
                                                          ">=",
                                                          "in",
                                                          "not in",
                                                          "shares nothing",
                                                          "includes all",
                                                          "includes any",
                                                          "is silent",
                                                          "is unknown",
                                                          "is not applicable",
                                                          "is not silent",
                                                          "is not unknown",
                                                          "is applicable"};
  return names.at(static_cast<std::size_t>(relation));
}

struct ShowScalar {
  std::string operator()(const Number& n) const { return fmt::format("number:{}", n.digits); }
  std::string operator()(const Percentage& p) const { return p.number.digits + "%"; }
  std::string operator()(const Fraction& f) const { return f.above.digits + "/" + f.below.digits; }
  std::string operator()(const Amount& a) const { return fmt::format("{} {}{}", a.number.digits, a.currency, a.per_kilogram ? "/kg" : ""); }
  std::string operator()(const Quantity& q) const { return shown(q); }
  std::string operator()(const base::Date& d) const { return base::to_text(d); }
  std::string operator()(const Flag& f) const { return f.yes ? "yes" : "no"; }
  std::string operator()(const Path& p) const { return p.text(); }
};

std::string shown(const Item& item) {
  auto text = std::visit(ShowScalar{}, item.from.what);
  if (item.to) text += ".." + std::visit(ShowScalar{}, item.to->what);
  return text;
}

std::string joined(const std::vector<Condition>& parts, std::string_view word) {
  std::string out{word};
  for (const auto& part : parts) out += " " + test::shown(part);
  return "(" + out + ")";
}

std::string optional_text(std::string_view name, const std::optional<Text>& text) {
  return text ? fmt::format(" {}={}", name, text->text) : std::string{};
}

}  // namespace

std::string shown(const Quantity& quantity) { return quantity.number.digits + " " + std::string{name_of(quantity.unit)}; }

std::string shown(const Value& value) {
  std::string out;
  for (const auto& item : value.items) out += (out.empty() ? "" : ", ") + shown(item);
  return value.is_set ? "{" + out + "}" : out;
}

std::string shown(const Comparison& comparison) {
  const auto right = shown(comparison.right);
  return fmt::format("[{} {}{}{}]", comparison.left.text(), name_of(comparison.relation), right.empty() ? "" : " ", right);
}

std::string shown(const Condition& condition) {
  switch (condition.kind) {
    case Condition::Kind::comparison: return shown(condition.comparison);
    case Condition::Kind::all: return joined(condition.parts, "and");
    case Condition::Kind::any: return joined(condition.parts, "or");
    case Condition::Kind::negation: return joined(condition.parts, "not");
  }
  return {};
}

std::string shown(const Label& label) {
  if (label.text.empty() && label.translations.empty()) return {};
  auto out = fmt::format(" \"{}\"", label.text);
  for (const auto& [language, text] : label.translations) out += fmt::format(" @{} \"{}\"", language, text);
  return out;
}

std::string shown(const Period& period) {
  std::string out;
  if (period.from) out += " from " + base::to_text(period.from->date);
  if (period.from_unknown) out += " from unknown";
  if (period.through) out += " through " + base::to_text(period.through->date);
  return out;
}

std::string shown(const Source& source) {
  auto out = source.title + optional_text("article", source.article) + optional_text("url", source.url);
  return source.checked ? out + " checked=" + base::to_text(source.checked->date) : out;
}

std::string shown(const Member& member) { return member.jurisdiction.text() + shown(member.period); }

std::string shown(const std::vector<Path>& paths) {
  std::string out;
  for (const auto& path : paths) out += (out.empty() ? "" : ", ") + path.text();
  return out;
}

std::string shown(const Journey& journey) {
  return shown(journey.stops) + (journey.modes.empty() ? std::string{} : " by " + shown(journey.modes));
}

}  // namespace isonomy::test
