// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace isonomy::test {

/// Law of a jurisdiction A with one measure like a customs tariff, `d.rate`: four rules a line of the nomenclature - the general rate, one for goods
/// made in a bloc, one for small consignments, one for a season - of which the later override the earlier. `rules` is rounded up to fours.
/// A line is 200 codes of eight digits, the first from 01010000.
std::string tariff_law(std::size_t rules);

/// The same with such a measure of a jurisdiction B besides, in which one line of every `changed` has other rates and other bounds.
/// In several files, because one of 200,000 rules has too many words.
std::vector<std::string> two_tariffs(std::size_t rules, std::size_t changed);

/// Law of jurisdictions J0, J1, ... with measures `d.m0`, `d.m1`, ..., each like such a tariff, every one with other rates and bounds.
std::vector<std::string> many_tariffs(std::size_t jurisdictions, std::size_t measures, std::size_t rules);

/// The first ten-digit code of line `line`, counted from 0.
std::string tariff_goods(std::size_t line);

}  // namespace isonomy::test
