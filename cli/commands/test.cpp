// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iostream>
#include <memory>

#include "report/examples.h"
#include "session.h"

namespace isonomy::cli {
namespace {

struct Options {
  Common common;
  std::vector<std::string> paths;
};

void run(Session& session, const Options& options) {
  const auto loaded = load(session, options.paths.empty() ? options.common.rules : options.paths);
  if (!loaded.usable()) return complain(session, *loaded.sources, loaded.diagnostics);
  const auto results = api::run_examples(loaded);
  std::cout << (options.common.format == "json" ? report::examples_json(*loaded.sources, results)
                                                : report::examples_text(*loaded.sources, results, text_options(options.common)));
  const bool failed = std::any_of(results.begin(), results.end(), [](const auto& result) { return !result.passed; });
  if (failed) session.status = findings;
}

}  // namespace

void add_test(CLI::App& app, Session& session) {
  auto options = std::make_shared<Options>();
  auto* verb = app.add_subcommand("test", "Runs the examples in rule files");
  verb->footer("Example:\n  isonomy test rulesets");
  verb->add_option("paths", options->paths, "folders or files (default: the nearest rulesets/)");
  add_common(*verb, options->common);
  verb->callback([options, &session] { run(session, *options); });
}

}  // namespace isonomy::cli
