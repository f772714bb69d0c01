// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace isonomy::source {

enum class Severity : std::uint8_t { warning, error };

/// A diagnostic the engine can give. Its values are in `codes.h`, apart, so that a new one rebuilds only those who name one.
enum class Code : std::uint16_t;

Severity severity(Code code);

/// What the code stands for, in a few words.
std::string_view title(Code code);

/// "E0304" or "W0504".
std::string to_text(Code code);

/// All codes, by number.
const std::vector<Code>& all_codes();

}  // namespace isonomy::source
