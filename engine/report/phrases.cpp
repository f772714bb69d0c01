// SPDX-License-Identifier: Apache-2.0
#include "report/phrases.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace isonomy::report {
namespace {

using decision::State;

std::string place_of(const source::SourceMap& sources, source::Span span) {
  if (!span.file.valid()) return {};
  return fmt::format("{}:{}", shown(sources[span.file].path), sources.place(span.file, span.begin).line);
}

// The label, unless it only repeats the name.
std::string value_label(const Desk& desk, const decision::Outcome& outcome) {
  const auto* scalar = std::get_if<model::Scalar>(&outcome.value);
  const auto* one = scalar == nullptr ? nullptr : std::get_if<model::Enumerator>(scalar);
  if (one == nullptr) return {};
  const auto& enumeration = desk.library.enumerations[one->of];
  if (one->index >= enumeration.value_labels.size()) return {};
  const auto label = desk.label(enumeration.value_labels[one->index]);
  auto name = enumeration.values[one->index];
  std::replace(name.begin(), name.end(), '_', ' ');
  return label == name ? std::string{} : label;
}

std::string rates_text(const Desk& desk) {
  const auto& rates = desk.library.rates;
  if (rates.units_per_base.empty()) return desk.say("no exchange rates");
  return desk.say("exchange rates of {}", base::to_text(rates.date));
}

std::string link_text(const Desk& desk, const model::Source& source, Depth depth) {
  if (depth != Depth::links || source.url.empty()) return {};
  return " " + desk.paint.faint("<" + shown(source.url) + ">");
}

std::string rule_text(const Desk& desk, const model::Rule& rule, std::size_t indent, Depth depth) {
  auto out = fmt::format("{:{}}{}", "", indent, rule.name);
  if (depth != Depth::sources) out += "  " + desk.paint.faint(place_of(desk.sources, rule.name_span));
  if (rule.sources.empty()) return out + ": " + source_text(desk, {}) + "\n";
  const bool below = depth != Depth::sources || rule.sources.size() > 1;
  out += below ? "\n" : ": ";
  for (const auto& source : rule.sources)
    out += fmt::format("{:{}}{}{}\n", "", below ? indent + 4 : 0, source_text(desk, source), link_text(desk, source, depth));
  return out;
}

}  // namespace

std::string Desk::question(model::MeasureId measure) const {
  const auto text = label(library.measures[measure].label);
  return text.empty() ? library.measures[measure].name : text;
}

std::string Desk::value(const decision::Outcome& outcome) const {
  const auto text = said(analysis::to_text(library, outcome));
  if (outcome.state != State::decided) return outcome.state == State::not_applicable ? paint.faint(text) : paint.yellow(text);
  const auto named = value_label(*this, outcome);
  return paint.bold(text) + (named.empty() ? "" : fmt::format(" ({})", named));
}

std::string Desk::rules(const std::vector<model::RuleId>& rules) const {
  std::vector<std::string> names;
  for (const auto id : rules) {
    const auto& rule = library.rules[id];
    names.push_back(rule.name + (weak(rule) ? ", " + paint.yellow(say("not checked")) : ""));
  }
  return names.empty() ? say("no rule") : fmt::format("{}", fmt::join(names, "; "));
}

std::string heading(const Desk& desk, const std::vector<model::JurisdictionId>& stops, const std::optional<base::Date>& on,
                    const std::vector<std::pair<std::string, std::string>>& given) {
  std::vector<std::string> names;
  for (const auto stop : stops) names.push_back(desk.library.jurisdictions[stop].name);
  return comparison_heading(desk, fmt::format("{}", fmt::join(names, " -> ")), on, given);
}

std::string comparison_heading(const Desk& desk, const std::string& what, const std::optional<base::Date>& on,
                               const std::vector<std::pair<std::string, std::string>>& given) {
  std::vector<std::pair<std::string, std::string>> facts;
  for (const auto& one : given)
    if (!(on && one.first == "on")) facts.push_back(one);
  const auto title = on ? desk.say("{} on {}", what, base::to_text(*on)) : desk.say("{} on any day", what);
  return fmt::format("{}\n  {}\n  {}\n", desk.paint.bold(title), given_text(desk, facts), rates_text(desk));
}

std::string given_text(const Desk& desk, const std::vector<std::pair<std::string, std::string>>& facts) {
  return desk.say("given: {}", facts.empty() ? desk.say("nothing") : desk.said(facts_text(facts)));
}

std::string facts_text(const std::vector<std::pair<std::string, std::string>>& facts) {
  std::vector<std::string> parts;
  for (const auto& [fact, text] : facts) parts.push_back(shown(fmt::format("{} {}", fact, text)));
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string change_words(const analysis::Flip& flip) {
  std::vector<std::string> parts;
  for (const auto& [fact, text] : flip.change) parts.push_back(fmt::format("{}: {}", fact, text));
  return fmt::format("{}", fmt::join(parts, "; "));
}

std::string source_text(const Desk& desk, const model::Source& source) {
  if (source.title.empty()) return desk.paint.yellow(desk.say("no source"));
  auto out = shown(source.title);
  if (!source.article.empty()) out += ", " + desk.say("article {}", shown(source.article));
  const auto read = source.checked ? desk.say("checked {}", base::to_text(*source.checked)) : desk.paint.yellow(desk.say("not checked"));
  return out + ", " + read;
}

std::string references_text(const Desk& desk, const std::vector<model::RuleId>& rules, std::size_t indent, Depth depth) {
  std::string out;
  for (const auto id : rules) out += rule_text(desk, desk.library.rules[id], indent, depth);
  return out;
}

std::string references_text(const Desk& desk, const std::vector<model::Source>& sources, std::size_t indent) {
  std::string out;
  for (const auto& one : sources) out += fmt::format("{:{}}{}\n", "", indent, source_text(desk, one));
  return out;
}

std::string days_text(const Desk& desk, const std::optional<base::Date>& from, const std::optional<base::Date>& until) {
  if (!from && !until) return {};
  if (!from) return desk.say("through {}", base::to_text(*until));
  if (!until) return desk.say("from {}", base::to_text(*from));
  return desk.say("from {} through {}", base::to_text(*from), base::to_text(*until));
}

std::string more_text(const Desk& desk, std::size_t count, std::size_t indent) {
  return count > desk.options.most ? fmt::format("{:{}}{}\n", "", indent, desk.say("and {} more", count - desk.options.most))
                                   : std::string{};
}

}  // namespace isonomy::report
