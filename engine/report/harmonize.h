// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "harmonize/answer.h"
#include "report/json.h"
#include "report/phrases.h"

namespace isonomy::report {

/// Distances, levels, benchmark and needs: for people, and as the members of the JSON answer.
std::string study_text(const Desk& desk, const harmonize::Study& study);
Json::Object study_json(const model::Library& library, const harmonize::Study& study);
/// What is to change, what it removes, and the changes as rules.
std::string plan_text(const Desk& desk, const harmonize::Plan& plan);
Json::Object plan_json(const model::Library& library, const source::SourceMap& sources, const harmonize::Plan& plan);

/// With a plan, the text is of that alone; the JSON holds both.

std::string harmonize_text(const model::Library& library, const source::SourceMap& sources, const harmonize::Answer& answer,
                           const TextOptions& options);
std::string harmonize_json(const model::Library& library, const source::SourceMap& sources, const harmonize::Answer& answer);

}  // namespace isonomy::report
