// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "server/frames.h"
#include "server/json.h"
#include "server/workspace.h"

namespace isonomy::server {

/// One editor's session: messages in, messages out, no input or output of its own. Requests are answered in their order. What the client
/// gets wrong is answered as JSON-RPC and the protocol say, and changes nothing.
class Server {
 public:
  /// The answers to one frame, ready to be framed.
  std::vector<std::string> handle(const Frame& frame);
  /// What has been waiting for the client to pause: the mistakes of the files that changed.
  std::vector<std::string> idle();

  bool ended() const { return ended_; }
  /// Of the process, once ended: 0 after `shutdown`, else 1.
  int exit_status() const { return shut_down_ ? 0 : 1; }

 private:
  friend struct Handlers;

  Json answer(const Json& message);
  Json request(const std::string& method, const Json& parameters);
  void notice(const std::string& method, const Json& parameters);
  Json initialize(const Json& parameters);

  Workspace workspace_;
  std::map<std::string, std::string> published_;  ///< what the client was told of each file
  std::string saved_;                             ///< a file to be judged once the client pauses
  std::uint64_t told_ = 0;                        ///< the revision that was
  bool initialized_ = false;
  bool shut_down_ = false;
  bool ended_ = false;
};

/// Talks to a client over two file descriptors until it says `exit` or goes away; returns the status for the process.
int serve(int input, int output);

}  // namespace isonomy::server
