// SPDX-License-Identifier: Apache-2.0
#include <iostream>
#include <memory>

#include <unistd.h>

#include "session.h"

namespace isonomy::cli {
namespace {

struct Options {
  Common common;
  std::vector<std::string> paths;
  std::string fail_on = "error";
};

void run(Session& session, const Options& options) {
  const auto loaded = load(session, options.paths.empty() ? options.common.rules : options.paths);
  const auto judged = api::validate(loaded, {base::today()});
  const auto found = judged.sorted();
  std::cout << (options.common.format == "json" ? report::diagnostics_json(*loaded.sources, found)
                                                : report::diagnostics_text(*loaded.sources, found, colour_on(STDOUT_FILENO)));
  const bool unread = loaded.sources->files().size() == 0;
  if (unread) session.status = wrong_input;
  else if (judged.has_errors() || (options.fail_on == "warning" && !found.empty())) session.status = findings;
}

}  // namespace

void add_validate(CLI::App& app, Session& session) {
  auto options = std::make_shared<Options>();
  auto* verb = app.add_subcommand("validate", "All mistakes in rule files");
  verb->footer("Example:\n  isonomy validate rulesets");
  verb->add_option("paths", options->paths, "folders or files (default: the nearest rulesets/)");
  add_common(*verb, options->common);
  verb->add_option("--fail-on", options->fail_on, "what makes the exit status 1")
      ->check(CLI::IsMember({"error", "warning"}))
      ->capture_default_str();
  verb->callback([options, &session] { run(session, *options); });
}

}  // namespace isonomy::cli
