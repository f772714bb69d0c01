// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "analysis/answer.h"
#include "report/terminal.h"

/// Parts that several texts share.
namespace isonomy::report {

/// What every report looks things up in.
struct Context {
  const model::Library& library;
  const source::SourceMap& sources;
};

/// The label in the language wanted, or its first text, or the name.
std::string label(const model::Label& label, const std::string& lang, const std::string& name);
/// `rulesets/blocs/EU/customs.law:41`.
std::string file_line(const source::SourceMap& sources, source::Span span);
/// `CN -> KZ -> DE`.
std::string route_text(const model::Library& library, const std::vector<model::JurisdictionId>& stops);
/// The line on top of an answer: route, date, given facts, exchange rates.
std::string head_text(const Context& context, const std::vector<model::JurisdictionId>& stops, std::optional<base::Date> on,
                      const std::vector<std::pair<std::string, std::string>>& given);
/// Rule, law, article, place, and when it was last read.
std::string rule_text(const Context& context, model::RuleId rule);
std::string painted(std::string text, int colour, const TextOptions& options);

}  // namespace isonomy::report
