// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "model/library.h"

namespace isonomy::report {

/// A rule with one of its sources; a rule without any has one reference with an empty title.
struct Reference {
  std::string rule;  ///< empty for the source of a clash or commitment
  model::Source source;
  source::Span span;  ///< where it stands in the rule files
};

std::vector<Reference> references(const model::Library& library, const std::vector<model::RuleId>& rules);
std::vector<Reference> references(const std::vector<model::Source>& sources);

/// Whether nobody has checked any source of the rule.
bool weak(const model::Rule& rule);
/// Whether any of the rules is weak.
bool weak(const model::Library& library, const std::vector<model::RuleId>& rules);

}  // namespace isonomy::report
