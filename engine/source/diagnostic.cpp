// SPDX-License-Identifier: Apache-2.0
#include "source/diagnostic.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace isonomy::source {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

using Row = std::vector<std::size_t>;

// One step of the table; `before` is the row two back, needed for swapped neighbours.
Row next_row(std::string_view a, std::string_view b, std::size_t i, const Row& before, const Row& last) {
  Row row(b.size() + 1, i);
  for (std::size_t j = 1; j <= b.size(); ++j) {
    const bool same = lower(a[i - 1]) == lower(b[j - 1]);
    row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
    const bool swapped = i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]);
    if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
  }
  return row;
}

std::size_t distance(std::string_view a, std::string_view b) {
  Row before;
  Row last(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto row = next_row(a, b, i, before, last);
    before = std::move(last);
    last = std::move(row);
  }
  return last.back();
}

// No fewer edits lead from one word to the other than there are letters in only one of them.
std::size_t least_distance(std::string_view a, std::string_view b) {
  std::array<int, 256> surplus{};
  for (const char c : a) ++surplus[static_cast<unsigned char>(lower(c))];
  for (const char c : b) --surplus[static_cast<unsigned char>(lower(c))];
  int more = 0;
  int fewer = 0;
  for (const auto count : surplus) (count > 0 ? more : fewer) += count;
  return static_cast<std::size_t>(std::max(more, -fewer));
}

auto order_key(const Diagnostic& d) { return std::tie(d.span.file, d.span.begin, d.span.end, d.code, d.message); }

}  // namespace

Diagnostic& Diagnostics::add(Code code, Span span, std::string message, std::string help) {
  items_.push_back({code, span, std::move(message), std::move(help), {}, {}});
  return items_.back();
}

bool Diagnostics::has_errors() const {
  return std::any_of(items_.begin(), items_.end(), [](const Diagnostic& d) { return severity(d.code) == Severity::error; });
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  auto out = items_;
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return order_key(a) < order_key(b); });
  const auto same = [](const auto& a, const auto& b) { return order_key(a) == order_key(b); };
  out.erase(std::unique(out.begin(), out.end(), same), out.end());
  return out;
}

std::string nearest(std::string_view word, const std::vector<std::string>& known) {
  constexpr std::size_t longest = 64;
  if (word.size() > longest) return {};
  auto best = std::max<std::size_t>(1, word.size() / 3) + 1;
  std::string found;
  for (const auto& name : known) {
    const auto gap = name.size() > word.size() ? name.size() - word.size() : word.size() - name.size();
    if (gap >= best || least_distance(word, name) >= best) continue;
    const auto d = distance(word, name);
    if (d < best) {
      best = d;
      found = name;
    }
  }
  return found;
}

std::string suggest(std::string_view word, const std::vector<std::string>& known, std::string otherwise) {
  const auto name = nearest(word, known);
  return name.empty() ? std::move(otherwise) : fmt::format("did you mean `{}`?", name);
}

}  // namespace isonomy::source
