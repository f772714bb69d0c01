// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "source/code.h"

namespace isonomy::source {

/// How much a diagnostic weighs. A note is no mistake: it says what should be looked after, and counts as a warning where only
/// mistakes are told apart.
enum class Level : std::uint8_t { note, warning, error };

Level level(Code code);
/// `note`, `warning`, `error`.
std::string_view name_of(Level level);

}  // namespace isonomy::source
