// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "report/phrases.h"

/// The sections of `check` as text.
namespace isonomy::report {

/// Blocks, conflicts and commitments that are not kept, in full; bare silences stand with the decisions of their position.
std::string findings_text(const Desk& desk, const std::vector<analysis::Finding>& findings);

/// One finding in full, and in a line or two.
std::string finding_text(const Desk& desk, const analysis::Finding& finding);
std::string brief_text(const Desk& desk, const analysis::Finding& finding);

/// What would clash if an answer that is silent or unknown came out badly: a line or two each, at most `most`.
std::string possible_text(const Desk& desk, const std::vector<analysis::Finding>& possible);

/// By flow and position: what is decided, then short lists of what is silent, unknown and not applicable.
std::string decisions_text(const Desk& desk, const std::vector<analysis::DecisionAnswer>& decisions);

/// The regions of a decision that depends, at most `most`.
std::string regions_text(const Desk& desk, const analysis::DecisionAnswer& decision, std::size_t indent);

}  // namespace isonomy::report
