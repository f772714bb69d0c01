// SPDX-License-Identifier: Apache-2.0
#include "server/frames.h"

namespace isonomy::server {
namespace {

using Kinds = std::vector<Frame::Kind>;
using enum Frame::Kind;

// Every frame of the bytes, fed in pieces of a size.
std::vector<Frame> frames_of(std::string_view bytes, std::size_t piece) {
  Frames frames;
  std::vector<Frame> out;
  for (; !bytes.empty(); bytes.remove_prefix(std::min(piece, bytes.size()))) {
    frames.feed(bytes.substr(0, piece));
    while (auto one = frames.next()) out.push_back(std::move(*one));
  }
  return out;
}

Kinds kinds(const std::vector<Frame>& frames) {
  Kinds out;
  for (const auto& one : frames) out.push_back(one.kind);
  return out;
}

TEST(Frames, AreTheSameHoweverTheBytesCome) {
  const auto bytes = framed("{\"a\":1}") + framed("") + framed("货物 \xF0\x9F\x9A\xA2");
  for (std::size_t piece = 1; piece <= bytes.size(); ++piece) {
    const auto found = frames_of(bytes, piece);
    ASSERT_EQ(kinds(found), (Kinds{message, message, message})) << "pieces of " << piece;
    EXPECT_EQ(found[0].body, "{\"a\":1}");
    EXPECT_EQ(found[1].body, "");
    EXPECT_EQ(found[2].body, "货物 \xF0\x9F\x9A\xA2");
  }
}

TEST(Frames, TakeOtherHeadersAndPlainLineEnds) {
  const auto found = frames_of("Content-Type: x; charset=utf-8\r\nCONTENT-LENGTH:  2 \r\n\r\n{}content-length: 3\n\n[1]", 7);
  ASSERT_EQ(kinds(found), (Kinds{message, message}));
  EXPECT_EQ(found[0].body + found[1].body, "{}[1]");
}

TEST(Frames, SayWhatIsWrongWithAHeaderAndGoOn) {
  for (const std::string_view header : {"Length: 2", "Content-Length: two", "Content-Length: -2", "Content-Length:", "Content-Length: 2x",
                                        "Content-Length: 99999999999999999999", "Content-Length: 2\r\nContent-Length: 3"}) {
    const auto found = frames_of(std::string{header} + "\r\n\r\n" + framed("{}"), 5);
    ASSERT_EQ(kinds(found), (Kinds{bad_header, message})) << header;
    EXPECT_EQ(found[1].body, "{}");
  }
}

TEST(Frames, SkipWhatIsTooLargeWithoutKeepingIt) {
  const auto size = longest_message + 1;
  Frames frames;
  frames.feed("Content-Length: " + std::to_string(size) + "\r\n\r\n");
  ASSERT_TRUE(frames.next().has_value());
  const std::string piece(1U << 20U, 'x');
  for (std::size_t sent = 0; sent < size;) {
    const auto now = std::min(piece.size(), size - sent);
    frames.feed(std::string_view{piece}.substr(0, now));
    EXPECT_FALSE(frames.next().has_value());
    sent += now;
  }
  frames.feed(framed("{}"));
  const auto after = frames.next();
  ASSERT_TRUE(after.has_value());
  EXPECT_EQ(after->body, "{}");
}

TEST(Frames, GiveUpOnAHeaderWithoutAnEnd) {
  const auto found = frames_of(std::string(10'000, 'x'), 1000);
  EXPECT_EQ(kinds(found), (Kinds{bad_header, bad_header}));
}

TEST(Frames, WaitForWhatIsCutOff) {
  EXPECT_TRUE(frames_of("Content-Length: 5\r\n\r\n{}", 100).empty());
  EXPECT_TRUE(frames_of("Content-Len", 100).empty());
}

}  // namespace
}  // namespace isonomy::server
