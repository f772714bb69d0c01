// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace isonomy::server {

inline constexpr std::size_t longest_message = 64U << 20U;  ///< bytes of one message (E0723)

/// One message of the client, or why there is none in its place.
struct Frame {
  enum class Kind : std::uint8_t { message, bad_header, too_large };
  Kind kind = Kind::message;
  std::string body;
};

/// Cuts the bytes of a client into messages (`Content-Length: N`, an empty line, N bytes). A header without a length and a message over
/// `longest_message` each give one frame that says so; what belongs to them is skipped, and nothing large is kept. Cost: linear.
class Frames {
 public:
  void feed(std::string_view bytes) { waiting_ += bytes; }
  /// The next frame; nothing until more bytes come.
  std::optional<Frame> next();

 private:
  std::optional<Frame> header();
  void skip();

  std::string waiting_;
  std::optional<std::uint64_t> length_;  ///< of the body that comes next
  std::uint64_t to_skip_ = 0;
};

/// A message as it goes over the wire.
std::string framed(std::string_view body);

}  // namespace isonomy::server
