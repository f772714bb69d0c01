// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "api/load.h"

namespace isonomy::api {

/// Adds what the names stand for, each jurisdiction once: itself, or the members of a bloc on the day; without a day, all it ever had.
/// Errors: E0306 with a suggestion.
void add_named(Loaded& loaded, const std::vector<std::string>& names, const std::optional<base::Date>& day,
               std::vector<model::JurisdictionId>& to, source::Diagnostics& diagnostics);

void add_once(std::vector<model::JurisdictionId>& to, model::JurisdictionId one);

/// By their codes. Errors: E0908 for fewer than two, unless there is an error already; `help` says what to name.
void put_in_order(const Loaded& loaded, std::vector<model::JurisdictionId>& several, const char* help, source::Diagnostics& diagnostics);

}  // namespace isonomy::api
