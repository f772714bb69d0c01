// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <random>
#include <string>
#include <vector>

namespace isonomy::test {

/// The same library as `text` (laid out as `random_library` does), its declarations and the rules of its rulesets in another order and spread
/// over `files` files.
std::vector<std::string> shuffled(const std::string& text, std::size_t files, std::mt19937& random);

}  // namespace isonomy::test
