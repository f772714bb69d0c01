// SPDX-License-Identifier: Apache-2.0
#include "report/pieces.h"

#include <fmt/format.h>

namespace isonomy::report {

std::string label(const model::Label& label, const std::string& lang, const std::string& name) {
  for (const auto& [language, text] : label.translations)
    if (language == lang) return text;
  return label.text.empty() ? name : label.text;
}

std::string file_line(const source::SourceMap& sources, source::Span span) {
  if (!span.file.valid()) return {};
  return fmt::format("{}:{}", sources[span.file].path, sources.place(span.file, span.begin).line);
}

std::string route_text(const model::Library& library, const std::vector<model::JurisdictionId>& stops) {
  std::string out;
  for (const auto stop : stops) out += (out.empty() ? "" : " -> ") + library.jurisdictions[stop].name;
  return out;
}

std::string head_text(const Context& context, const std::vector<model::JurisdictionId>& stops, std::optional<base::Date> on,
                      const std::vector<std::pair<std::string, std::string>>& given) {
  std::string out = route_text(context.library, stops);
  out += on ? " on " + base::to_text(*on) : " on any day";
  std::string facts;
  for (const auto& [fact, words] : given)
    if (fact != "on") facts += fmt::format("{}{} {}", facts.empty() ? "" : "; ", fact, words);
  if (!facts.empty()) out += "\ngiven: " + facts;
  const auto& rates = context.library.rates;
  if (!rates.units_per_base.empty()) out += fmt::format("\nexchange rates of {}", base::to_text(rates.date));
  return out + "\n";
}

std::string rule_text(const Context& context, model::RuleId id) {
  const auto& rule = context.library.rules[id];
  std::string out = fmt::format("{} ({})", rule.name, file_line(context.sources, rule.name_span));
  for (const auto& source : rule.sources) {
    out += fmt::format("; {}", source.title);
    if (!source.article.empty()) out += ", art. " + source.article;
    out += source.checked ? ", checked " + base::to_text(*source.checked) : ", not checked";
  }
  return out;
}

std::string painted(std::string text, int colour, const TextOptions& options) {
  return options.colour ? fmt::format("\x1b[{}m{}\x1b[0m", colour, text) : text;
}

}  // namespace isonomy::report
