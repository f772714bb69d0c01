// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

/// The fixed words of texts for people, in languages besides English. What rule files say has labels of its own.
namespace isonomy::report {

/// The words in a language (`zh`), places `{}` in the same order; the English words where there are no others. One list holds them all.
/// Cost: linear in that list.
std::string_view words_in(std::string_view english, std::string_view lang);

/// A region, condition or value as the engine says it (`value over 150 EUR; origin a third jurisdiction`), with its connecting words in
/// the language; names, amounts and days stay. Cost: linear in the text.
std::string said_in(std::string_view text, std::string_view lang);

}  // namespace isonomy::report
