// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/library.h"

namespace isonomy::report {

/// How text for people is written.
struct TextOptions {
  bool colour = false;
  std::string lang = "en";  ///< of fixed words and labels: `en`, `zh`
  std::size_t most = 12;    ///< regions of one decision and possible conflicts that are printed before `and n more`
};

/// Colours a text, or leaves it as it is.
class Paint {
 public:
  explicit Paint(bool on) : on_{on} {}

  std::string bold(std::string_view text) const { return wrap("1", text); }
  std::string faint(std::string_view text) const { return wrap("2", text); }
  std::string red(std::string_view text) const { return wrap("1;31", text); }
  std::string green(std::string_view text) const { return wrap("1;32", text); }
  std::string yellow(std::string_view text) const { return wrap("1;33", text); }
  std::string blue(std::string_view text) const { return wrap("1;34", text); }

 private:
  std::string wrap(std::string_view code, std::string_view text) const;
  bool on_;
};

/// What a terminal shows of one code point: tabs as blanks, and signs that would steer the terminal or are not UTF-8 as U+FFFD.
struct Cell {
  std::string text;
  std::size_t width = 1;     ///< columns; 2 for Chinese, 0 for combining marks
  std::uint32_t offset = 0;  ///< byte in the text it was made of
};
std::vector<Cell> cells_of(std::string_view line);

/// The text as a terminal may show it, tabs and line breaks included as blanks.
std::string shown(std::string_view text);

/// Columns that the text takes on a terminal.
std::size_t width_of(std::string_view text);

/// The text with blanks up to `width` columns.
std::string padded(std::string_view text, std::size_t width);

/// The label in the language; its first text if it has none; empty if there is no label at all.
std::string label_in(const model::Label& label, const std::string& lang);

}  // namespace isonomy::report
