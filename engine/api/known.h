// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "source/diagnostic.h"

namespace isonomy::api {

/// What a file of known lines holds: findings of `validate` (a baseline), or changes that are expected.
enum class Known : std::uint8_t { findings, changes };

/// Lines of such a file, and how often each occurs. What a line says of a finding does not change while text around it moves.
using KnownLines = std::map<std::string, std::size_t>;

/// Reads a file that `write_known` wrote. Errors: E0101 if it cannot be read, E0740 for a line that says nothing of the kind.
KnownLines read_known(const std::filesystem::path& path, Known kind, source::SourceMap& sources, source::Diagnostics& diagnostics);

/// One line each, sorted, under a heading. False and E0720 if it cannot be written; an old file stays then.
bool write_known(const std::filesystem::path& path, Known kind, std::vector<std::string> lines, source::Diagnostics& diagnostics);

/// Whether the line is known; it counts as often as the file has it.
bool take(KnownLines& known, const std::string& line);

}  // namespace isonomy::api
