// SPDX-License-Identifier: Apache-2.0
// However the bytes of a client come, the messages in them are the same. The first byte says how large the pieces are.
#include "server/frames.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace {

using isonomy::server::Frame;
using isonomy::server::Frames;

std::vector<std::pair<Frame::Kind, std::string>> frames_of(std::string_view bytes, std::size_t piece) {
  Frames frames;
  std::vector<std::pair<Frame::Kind, std::string>> out;
  for (; !bytes.empty(); bytes.remove_prefix(std::min(piece, bytes.size()))) {
    frames.feed(bytes.substr(0, piece));
    while (auto one = frames.next()) out.emplace_back(one->kind, std::move(one->body));
  }
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string bytes(data + 1, data + size);
  const auto whole = frames_of(bytes, bytes.size());
  if (frames_of(bytes, static_cast<std::size_t>(data[0]) + 1) != whole) std::abort();
  // What was understood is understood again.
  std::string again;
  for (const auto& [kind, body] : whole)
    if (kind == Frame::Kind::message) again += isonomy::server::framed(body);
  std::size_t messages = 0;
  for (const auto& [kind, body] : frames_of(again, again.size())) messages += kind == Frame::Kind::message ? 1 : 2;
  if (messages != static_cast<std::size_t>(
                      std::count_if(whole.begin(), whole.end(), [](const auto& one) { return one.first == Frame::Kind::message; })))
    std::abort();
  return 0;
}
