// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

/// What a user can make large here, beside `base/limits.h`.
namespace isonomy::harmonize::limits {

inline constexpr std::size_t profile_rows = 10'000;            ///< transactions of a profile (E0901)
inline constexpr std::int64_t profile_weight = 1'000'000'000;  ///< of one of them (E0901)
inline constexpr std::int64_t change_cost = 1'000'000'000;     ///< of one change of law (E0901)
inline constexpr int plan_rounds = 40;                         ///< comparisons of edited law; past it, a bound is stated
inline constexpr std::size_t plan_ties = 8;                    ///< other plans of the same cost that are listed
inline constexpr std::size_t plan_answers = 4096;              ///< combinations of answers tried at one place; past it, boxes around one

inline constexpr std::size_t plan_side = 64;         ///< combinations of answers to one question; past it, some rules stay as they are
inline constexpr std::size_t plan_amounts = 60'000;  ///< numbers that the distances of a plan depend on (E0602)
inline constexpr int target_nodes = 2000;            ///< branches of an integer program with ceilings; past it, a bound is stated
inline constexpr int solve_rounds = 40;              ///< solutions that call in what they break; past it, all is called in
inline constexpr int program_rounds = 100;           ///< plans just beyond a target that are ruled out one by one (E0602)

}  // namespace isonomy::harmonize::limits
