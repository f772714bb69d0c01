// SPDX-License-Identifier: Apache-2.0
#include "syntax/written_date.h"

#include <fmt/format.h>

#include <vector>

#include "base/date.h"

namespace isonomy::syntax {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The groups of digits; empty if there is anything else but single signs between them.
std::vector<std::string_view> groups_of(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t begin = 0; begin < text.size();) {
    auto end = begin;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end == begin || end + 1 == text.size()) return {};
    out.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

std::string day_text(std::string_view year, std::string_view month, std::string_view day) {
  const auto text = fmt::format("{}-{:0>2}-{:0>2}", year, month, day);
  return base::parse_date(text) ? text : std::string{};
}

}  // namespace

bool looks_like_date(std::string_view text) {
  const auto groups = groups_of(text);
  if (groups.size() != 3 || groups[1].size() > 2) return false;
  return (groups[0].size() == 4 && groups[2].size() <= 2) || (groups[2].size() == 4 && groups[0].size() <= 2);
}

std::string as_day(std::string_view text) {
  if (!looks_like_date(text)) return {};
  const auto groups = groups_of(text);
  if (groups[0].size() == 4) return day_text(groups[0], groups[1], groups[2]);
  return text[groups[0].size()] == '.' ? day_text(groups[2], groups[1], groups[0]) : std::string{};
}

}  // namespace isonomy::syntax
