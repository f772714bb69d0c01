// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

/// Everything a rule file or a command can make large is bounded here; each bound has a diagnostic code of its own.
namespace isonomy::base::limits {

inline constexpr std::size_t file_bytes = 32u << 20;           ///< one rule file or table (E0102)
inline constexpr std::size_t nesting = 64;                     ///< open brackets at one place (E0104)
inline constexpr std::size_t tokens = 4'000'000;               ///< words and signs in one file (E0105)
inline constexpr std::size_t diagnostics_per_file = 100;       ///< mistakes reported for one file (E0106)
inline constexpr std::size_t number_digits = 18;               ///< digits of one number (E0112)
inline constexpr std::size_t set_enumerators = 64;             ///< values of one enumeration (E0417)
inline constexpr std::size_t condition_cubes = 4096;           ///< boxes that one condition may expand to (E0601)
inline constexpr std::uint64_t coverage_work = 4'000'000'000;  ///< tests of a box against a box in one command (E0602)
inline constexpr std::uint64_t question_work = 2'000'000;      ///< the same for one question, before the SAT solver is asked
inline constexpr std::uint64_t sat_work = 10'000'000;          ///< what asking it counts for
inline constexpr int sat_conflicts = 200'000;                  ///< conflicts after which it gives up (E0602)
inline constexpr std::size_t regions = 1000;                   ///< regions listed for one decision (E0603)
inline constexpr std::size_t count_parts = 200'000;            ///< nodes and edges of diagrams that count one difference; past it, no count
inline constexpr std::size_t pair_parts = 2'000'000;           ///< nodes and edges of diagrams that compare every pair; past it, one by one
inline constexpr std::size_t path_labels = 30'000;             ///< ways tried for one front (E0909)
inline constexpr std::size_t program_nodes = 100'000;          ///< branches of one integer program; past it, a bound is stated

}  // namespace isonomy::base::limits
