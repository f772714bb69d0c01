// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "source/source_map.h"

namespace isonomy::source {

/// One field of a table with its place; quotes are taken off and doubled quotes undone (RFC 4180).
struct Field {
  std::string text;
  Span span;
};
using Row = std::vector<Field>;

/// The rows of a comma-separated file, blank lines left out. Own code, because no packaged reader keeps the places that diagnostics
/// need. Cost: linear.
std::vector<Row> read_csv(const SourceMap& sources, FileId file);

}  // namespace isonomy::source
