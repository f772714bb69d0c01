// SPDX-License-Identifier: Apache-2.0
#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "server/server.h"

namespace isonomy::server {
namespace {

bool write_all(int output, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = write(output, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) return false;
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

bool send(int output, const std::vector<std::string>& messages) {
  for (const auto& message : messages)
    if (!write_all(output, framed(message))) return false;
  return true;
}

bool more_at_once(int input) {
  pollfd one{input, POLLIN, 0};
  return poll(&one, 1, 0) > 0;
}

}  // namespace

int serve(int input, int output) {
  Server server;
  Frames frames;
  std::array<char, 65536> buffer{};
  while (!server.ended()) {
    if (!more_at_once(input) && !send(output, server.idle())) break;
    const auto count = read(input, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    frames.feed({buffer.data(), static_cast<std::size_t>(count)});
    while (const auto frame = server.ended() ? std::nullopt : frames.next())
      if (!send(output, server.handle(*frame))) return server.exit_status();
  }
  return server.exit_status();
}

}  // namespace isonomy::server
