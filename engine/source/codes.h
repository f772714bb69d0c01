// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace isonomy::source {

enum class Severity : std::uint8_t { warning, error };

/// Every diagnostic the engine can give; `codes.def` is the one list.
enum class Code : std::uint16_t {
#define CODE(name, number, severity, title) name = number,
#include "source/codes.def"
#undef CODE
};

Severity severity(Code code);

/// What the code stands for, in a few words.
std::string_view title(Code code);

/// "E0304" or "W0504".
std::string to_text(Code code);

/// All codes, by number.
const std::vector<Code>& all_codes();

}  // namespace isonomy::source
