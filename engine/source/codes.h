// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "source/code.h"

namespace isonomy::source {

/// Every diagnostic the engine can give; `codes.def` is the one list.
enum class Code : std::uint16_t {
#define CODE(name, number, severity, title) name = number,
#include "source/codes.def"
#undef CODE
};

}  // namespace isonomy::source
