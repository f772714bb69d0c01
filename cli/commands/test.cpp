// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iostream>
#include <memory>

#include "api/files.h"
#include "report/examples.h"
#include "session.h"

namespace isonomy::cli {
namespace {

struct TestOptions {
  Common common;
  std::vector<std::string> paths;
  bool coverage = false;
  std::size_t min_coverage = 0;
};

std::string printed(const TestOptions& options, const api::Loaded& loaded, const report::ExampleReport& report) {
  if (options.common.format == "json") return report::examples_json(loaded.library, *loaded.sources, report);
  if (options.common.format == "junit") return report::examples_junit(*loaded.sources, report);
  return report::examples_text(loaded.library, *loaded.sources, report, text_options(options.common));
}

// The rules, and what of the paths is not among them.
std::vector<std::string> to_read(const TestOptions& options) {
  const auto& rules = options.common.rules;
  auto out = rules;
  for (const auto& path : options.paths)
    if (std::none_of(rules.begin(), rules.end(), [&](const auto& folder) { return api::lies_under(path, folder); })) out.push_back(path);
  return out;
}

void run(Session& session, const TestOptions& options) {
  auto loaded = load(session, to_read(options));
  if (!loaded.usable()) return complain(session, *loaded.sources, loaded.diagnostics);
  if (!options.paths.empty()) api::keep_examples(loaded, options.paths);
  const bool covering = options.coverage || options.min_coverage > 0;
  analysis::Decided decided;
  report::ExampleReport report{api::run_examples(loaded, covering ? &decided : nullptr), {}, options.min_coverage};
  if (covering) report.coverage = api::coverage_of(loaded, decided);
  std::cout << printed(options, loaded, report);
  const bool failed = std::any_of(report.results.begin(), report.results.end(), [](const auto& result) { return !result.passed; });
  if (failed || (report.coverage && report.coverage->all.percent() < options.min_coverage)) session.status = findings;
}

}  // namespace

void add_test(CLI::App& app, Session& session) {
  auto options = std::make_shared<TestOptions>();
  auto* verb = app.add_subcommand("test", "Runs the examples in rule files");
  verb->footer(
      "Example:\n  isonomy test rulesets\n  isonomy test --coverage\n  isonomy test rulesets/jurisdictions/SG --rules rulesets\n\n"
      "Exit status: 0 all passed, 1 an example failed or too little is covered, 2 the command or its input is wrong.");
  verb->add_option("paths", options->paths,
                   "folders or files whose examples are run; with --rules, under the law there (default: the nearest rulesets/)");
  add_common(*verb, options->common, {"text", "json", "junit"});
  verb->add_flag("--coverage", options->coverage, "list rules and branches that no example decides, each with an example to paste");
  verb->add_option("--min-coverage", options->min_coverage, "least percentage of rules and branches that examples must decide")
      ->type_name("N")
      ->check(CLI::Range(0, 100));
  verb->callback([options, &session] { run(session, *options); });
}

}  // namespace isonomy::cli
