// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <utf8proc.h>

#include "base/limits.h"
#include "source/codes.h"
#include "syntax/token.h"

namespace isonomy::syntax {
namespace {

// The offset of the first byte that is no text; the size of the text if all is well.
std::size_t first_bad_byte(std::string_view text) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  std::size_t at = 0;
  while (at < text.size()) {
    utf8proc_int32_t code_point = 0;
    const auto length = utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(text.size() - at), &code_point);
    if (length < 1 || code_point == 0) return at;
    at += static_cast<std::size_t>(length);
  }
  return at;
}

}  // namespace

bool check_bytes(std::string_view text, source::FileId file, source::Diagnostics& diagnostics) {
  if (text.size() > base::limits::file_bytes) {
    diagnostics.add(source::Code::file_too_large, {file, 0, 0},
                    fmt::format("the file is larger than {} MiB", base::limits::file_bytes >> 20U), "split the file");
    return false;
  }
  const auto bad = first_bad_byte(text);
  if (bad == text.size()) return true;
  const auto at = static_cast<std::uint32_t>(bad);
  diagnostics.add(source::Code::invalid_utf8, {file, at, at + 1},
                  fmt::format("byte {} (\\x{:02X}) is not UTF-8 text", bad, static_cast<unsigned char>(text[bad])),
                  "save the file as UTF-8");
  return false;
}

}  // namespace isonomy::syntax
