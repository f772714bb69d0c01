// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"

namespace isonomy::source {

/// One text that was read: a rule file, a table, or an argument of the command line.
struct File {
  std::string path;  ///< as shown to people; relative where possible
  std::string text;
  std::vector<std::uint32_t> line_starts;  ///< byte offsets
};
using FileId = base::Id<File>;

/// Half-open range of bytes in one file. A span without a file stands for "no place".
struct Span {
  FileId file;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

/// The smallest span that holds both; they must be of one file.
Span join(Span first, Span last);

/// Line and column count from 1; columns count code points.
struct Place {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

class SourceMap {
 public:
  FileId add(std::string path, std::string text);
  /// Another text for a file. Spans into the old text, and what was parsed from it, lose their meaning. Cost: linear in the text.
  void replace(FileId file, std::string text);
  const File& operator[](FileId id) const { return files_[id]; }
  std::string_view text(Span span) const;
  Place place(FileId file, std::uint32_t offset) const;
  /// The whole line that holds the offset, without its line break.
  std::string_view line(FileId file, std::uint32_t offset) const;
  const base::Pool<File>& files() const { return files_; }

 private:
  base::Pool<File> files_;
};

}  // namespace isonomy::source
