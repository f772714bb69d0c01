// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace isonomy::syntax {

/// Whether the text is a day in another country's style: three groups of digits, one of four digits first or last, with `.`, `/` or `-`
/// between them.
bool looks_like_date(std::string_view text);

/// The day as YYYY-MM-DD where the style leaves no doubt (`2026-6-30`, `30.06.2026`); empty otherwise.
std::string as_day(std::string_view text);

}  // namespace isonomy::syntax
