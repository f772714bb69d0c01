// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "source/source_map.h"

namespace isonomy::report {

/// A source line as a terminal shows it, with the columns to underline. Of a very long line only the part around the span is kept.
struct Excerpt {
  std::uint32_t number = 1;  ///< of the line
  std::string line;
  std::size_t indent = 0;  ///< columns before the underline
  std::size_t length = 1;  ///< columns to underline; of a span over several lines, those on the first
};
Excerpt excerpt(const source::SourceMap& sources, source::Span span);

/// `file:line:column`; the span must have a file.
std::string place_text(const source::SourceMap& sources, source::Span span);

}  // namespace isonomy::report
