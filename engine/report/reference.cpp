// SPDX-License-Identifier: Apache-2.0
#include "report/reference.h"

#include <algorithm>

namespace isonomy::report {

std::vector<Reference> references(const model::Library& library, const std::vector<model::RuleId>& rules) {
  std::vector<Reference> out;
  for (const auto id : rules) {
    const auto& rule = library.rules[id];
    for (const auto& one : rule.sources) out.push_back({rule.name, one, rule.name_span});
    if (rule.sources.empty()) out.push_back({rule.name, {}, rule.name_span});
  }
  return out;
}

std::vector<Reference> references(const std::vector<model::Source>& sources) {
  std::vector<Reference> out;
  for (const auto& one : sources) out.push_back({{}, one, one.span});
  return out;
}

bool weak(const model::Rule& rule) {
  return std::none_of(rule.sources.begin(), rule.sources.end(), [](const model::Source& source) { return source.checked.has_value(); });
}

bool weak(const model::Library& library, const std::vector<model::RuleId>& rules) {
  return std::any_of(rules.begin(), rules.end(), [&](model::RuleId id) { return weak(library.rules[id]); });
}

}  // namespace isonomy::report
