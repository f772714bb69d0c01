// SPDX-License-Identifier: Apache-2.0
#include "report/patch.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace isonomy::report {
namespace {

using model::Assignment;

/// New words for a span of a rule.
struct Edit {
  source::Span span;
  std::string words;
};

std::string answer_text(const model::Library& library, const source::SourceMap& sources, const harmonize::Change& change) {
  const auto written = sources.text(change.old.span);
  const auto name = written.substr(0, written.find_first_of(" =\t\n"));
  const auto* sign = change.now.kind == Assignment::Kind::includes ? "includes" : "=";
  return fmt::format("{} {} {}", name, sign, model::to_text(change.now.value, library));
}

void drop_checked(const source::SourceMap& sources, const model::Source& source, std::vector<Edit>& edits) {
  const auto text = sources.text(source.span);
  const auto quote = text.rfind('"');
  const auto at = text.find("checked", quote == std::string_view::npos ? 0 : quote);
  if (!source.checked || at == std::string_view::npos) return;
  const auto begin = text.find_last_not_of(" \t\n", at - 1) + 1;
  edits.push_back({{source.span.file, source.span.begin + static_cast<std::uint32_t>(begin),
                    source.span.begin + static_cast<std::uint32_t>(text.find_first_of("0123456789", at) + 10)},
                   {}});
}

std::string edited(const source::SourceMap& sources, const source::Span& rule, std::vector<Edit> edits) {
  std::sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.span.begin > b.span.begin; });
  auto out = std::string{sources.text(rule)};
  for (const auto& edit : edits) out.replace(edit.span.begin - rule.begin, edit.span.end - edit.span.begin, edit.words);
  return out;
}

}  // namespace

std::string patch_text(const model::Library& library, const source::SourceMap& sources, const std::vector<harmonize::Change>& changes) {
  std::map<std::string, std::map<model::RuleId, std::vector<Edit>>> rulesets;
  for (const auto& change : changes) {
    const auto& rule = library.rules[change.rule];
    auto& edits = rulesets[library.rulesets[rule.ruleset].name][change.rule];
    if (edits.empty())
      for (const auto& source : rule.sources) drop_checked(sources, source, edits);
    edits.push_back({change.old.span, answer_text(library, sources, change)});
  }
  std::string out;
  for (const auto& [name, rules] : rulesets) {
    out += fmt::format("{}ruleset {} {{\n", out.empty() ? "" : "\n", name);
    for (const auto& [rule, edits] : rules) out += fmt::format("  {}\n", edited(sources, library.rules[rule].span, edits));
    out += "}\n";
  }
  return out;
}

}  // namespace isonomy::report
