// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace isonomy::report {

/// `isonomy/fmt/1`: each file by its path, and whether its layout is not the canonical one; see docs/schema/fmt.json.
std::string format_json(const std::vector<std::pair<std::string, bool>>& files);

/// What `diff -u` prints; empty if the texts are the same. Cost: the number of lines times that of the differences.
std::string unified_diff(const std::string& path, const std::string& before, const std::string& after);

}  // namespace isonomy::report
