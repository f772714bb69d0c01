// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <random>
#include <string>

namespace isonomy::test {

/// A well-typed library as rule text: every kind of fact, scalar and set measures, blocs with dates, overrides without circles,
/// silences, unknowns, suspensions, `asked when`, amounts with and without exchange rates. The same seed gives the same text.
std::string random_library(std::uint32_t seed);

/// Rates for two of its three currencies; the third has none.
std::string random_rates();

}  // namespace isonomy::test
