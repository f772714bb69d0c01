// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "analysis/answer.h"
#include "report/json.h"
#include "report/reference.h"

/// Pieces of JSON that several answers share.
namespace isonomy::report {

/// `{file, line, column, end_line, end_column}`, all null if there is no place; the end is one past the last sign.
Json::Object place_json(const source::SourceMap& sources, source::Span span);

/// Names of rules or stops.
Json rules_json(const model::Library& library, const std::vector<model::RuleId>& rules);
Json route_json(const model::Library& library, const std::vector<model::JurisdictionId>& stops);

/// Fact to text, in the order given; a fact that is given twice has both texts, joined by `and`.
Json facts_json(const std::vector<std::pair<std::string, std::string>>& facts);
Json facts_json(const std::map<std::string, std::string>& facts);

/// The text; null if it is empty.
Json text_json(const std::string& text);
Json date_json(const std::optional<base::Date>& date);

/// `{rule, title, article, url, checked, file, line}` each; `rule` is null for the source of a clash or commitment.
Json references_json(const source::SourceMap& sources, const std::vector<Reference>& references);

/// `{date, origin}`, or null where no rates are known.
Json rates_json(const base::RateTable& rates);

/// A decision's value: null unless it is decided.
Json value_json(const model::Library& library, const decision::Outcome& outcome);

/// `decided`, `not_applicable`, `silent`, `unknown`, `depends`.
std::string state_of(const analysis::DecisionAnswer& decision);

/// All rules of all regions, first mentioned first.
std::vector<model::RuleId> rules_of(const analysis::DecisionAnswer& decision);

/// `regions[]` of a decision; empty unless it depends on facts left open.
Json regions_json(const model::Library& library, const analysis::DecisionAnswer& decision);

Json finding_json(const model::Library& library, const source::SourceMap& sources, const analysis::Finding& finding);

}  // namespace isonomy::report
