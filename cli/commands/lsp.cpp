// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include "server/server.h"
#include "session.h"

namespace isonomy::cli {

void add_lsp(CLI::App& app, Session& session) {
  auto* verb = app.add_subcommand("lsp", "Language server for editors, over standard input and output");
  verb->footer("An editor starts it; see editors/vscode. By hand:\n  isonomy lsp < messages");
  verb->add_flag("--stdio")->description("accepted, because many clients say so; there is no other way");
  verb->callback([&session] { session.status = server::serve(STDIN_FILENO, STDOUT_FILENO); });
}

}  // namespace isonomy::cli
