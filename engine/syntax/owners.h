// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace isonomy::syntax {

/// Whose law a text holds, if it holds rulesets and examples and nothing else: `CN` for `ruleset CN.customs`. Nothing for any other
/// text, also where quotes or braces do not pair: what it means only the parser can tell. Cost: one pass, without the parser.
std::optional<std::set<std::string>> owners_only(std::string_view text);

}  // namespace isonomy::syntax
