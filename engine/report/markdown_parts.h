// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/phrases.h"

namespace isonomy::report {

/// `comparison_heading` for a page: who is compared, on which day, for which given facts.
std::string markdown_heading(const Desk& desk, const std::string& what, const std::optional<base::Date>& on,
                             std::vector<std::pair<std::string, std::string>> given);

/// A measure at an end, with its question.
std::string markdown_title(const Desk& desk, model::MeasureId measure, model::End position);

}  // namespace isonomy::report
