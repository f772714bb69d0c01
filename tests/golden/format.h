// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace isonomy::test {

/// The text in the canonical layout; throws if it holds a mistake.
std::string formatted(const std::string& text);

/// What is wrong with how the text is laid out: nothing if its meaning, its words and its comments stay and a second time changes no
/// more. Texts that hold a mistake are left alone; `judged` counts the others.
std::string wrong_with_format(const std::string& text, std::size_t& judged);

/// The text with its spaces, line breaks and comments set anew at random, and now and then a word lost or doubled.
std::string shaken(const std::string& text, unsigned seed);

}  // namespace isonomy::test
