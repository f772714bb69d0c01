// SPDX-License-Identifier: Apache-2.0
#include "server/frames.h"

#include <algorithm>
#include <charconv>

namespace isonomy::server {
namespace {

constexpr std::size_t longest_header = 4096;
constexpr std::string_view header_end = "\r\n\r\n";

std::string_view trimmed(std::string_view text) {
  const auto first = std::min(text.find_first_not_of(" \t\r"), text.size());
  return text.substr(first, text.find_last_not_of(" \t\r") + 1 - first);
}

bool is_length(std::string_view name) {
  constexpr std::string_view wanted = "content-length";
  return std::equal(name.begin(), name.end(), wanted.begin(), wanted.end(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b; });
}

// The length in a header block; nothing if it has none, or more than one that differ.
std::optional<std::uint64_t> length_in(std::string_view block) {
  std::optional<std::uint64_t> out;
  while (!block.empty()) {
    const auto end = std::min(block.find('\n'), block.size());
    const auto line = block.substr(0, end);
    block.remove_prefix(std::min(end + 1, block.size()));
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || !is_length(trimmed(line.substr(0, colon)))) continue;
    const auto digits = trimmed(line.substr(colon + 1));
    std::uint64_t length = 0;
    const auto [last, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
    if (error != std::errc{} || last != digits.data() + digits.size() || (out && *out != length)) return std::nullopt;
    out = length;
  }
  return out;
}

}  // namespace

std::optional<Frame> Frames::next() {
  skip();
  if (to_skip_ > 0) return std::nullopt;
  if (!length_)
    if (auto mistake = header()) return mistake;
  if (!length_ || waiting_.size() < *length_) return std::nullopt;
  Frame out{Frame::Kind::message, waiting_.substr(0, *length_)};
  waiting_.erase(0, *length_);
  length_.reset();
  return out;
}

std::optional<Frame> Frames::header() {
  const std::string_view all{waiting_};
  const auto windows = all.find(header_end);
  const auto plain = all.find("\n\n");
  const auto end = std::min(windows, plain);
  if (end > longest_header) {
    if (end == std::string_view::npos && all.size() < longest_header + header_end.size()) return std::nullopt;
    waiting_.erase(0, longest_header);
    return Frame{Frame::Kind::bad_header, {}};
  }
  const auto length = length_in(all.substr(0, end));
  waiting_.erase(0, end + (end == windows ? header_end.size() : 2));
  if (!length) return Frame{Frame::Kind::bad_header, {}};
  if (*length > longest_message) {
    to_skip_ = *length;
    skip();
    return Frame{Frame::Kind::too_large, {}};
  }
  length_ = length;
  return std::nullopt;
}

void Frames::skip() {
  const auto count = std::min<std::uint64_t>(to_skip_, waiting_.size());
  waiting_.erase(0, count);
  to_skip_ -= count;
}

std::string framed(std::string_view body) { return "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string{body}; }

}  // namespace isonomy::server
