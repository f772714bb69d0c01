// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iostream>
#include <memory>

#include "session.h"

namespace isonomy::cli {
namespace {

struct Options {
  Common common;
  api::Request request;
  std::string fail_on = "minor";
};

bool reaches(const analysis::CheckAnswer& answer, const std::string& fail_on) {
  const std::vector<std::string> levels{"note", "minor", "major", "blocking"};
  const auto least = std::find(levels.begin(), levels.end(), fail_on) - levels.begin();
  return std::any_of(answer.findings.begin(), answer.findings.end(),
                     [&](const analysis::Finding& finding) { return static_cast<std::ptrdiff_t>(finding.severity) >= least; });
}

void run(Session& session, const Options& options) {
  auto loaded = load(session, options.common.rules, scope_of(options.request));
  const auto answer = api::check(loaded, options.request);
  if (answer.diagnostics.has_errors()) return complain(session, *loaded.sources, answer.diagnostics);
  std::cout << (options.common.format == "json"
                    ? report::check_json(loaded.library, *loaded.sources, answer)
                    : report::check_text(loaded.library, *loaded.sources, answer, text_options(options.common)));
  if (reaches(answer, options.fail_on)) session.status = findings;
}

}  // namespace

void add_check(CLI::App& app, Session& session) {
  auto options = std::make_shared<Options>();
  auto* verb = app.add_subcommand("check", "What binds a consignment at each border, what blocks it, what collides");
  verb->footer(
      "Example:\n  isonomy check CN DE --via KZ,RU,PL --given channel=b2c --given \"value=90 EUR\" --given goods=620610 --on 2026-08-01\n\n"
      "Exit status: 0 nothing found at or above --fail-on, 1 findings, 2 the command or its input is wrong.");
  add_request(*verb, options->request);
  add_common(*verb, options->common);
  verb->add_option("--fail-on", options->fail_on, "least severity of a finding that makes the exit status 1")
      ->check(CLI::IsMember({"note", "minor", "major", "blocking"}))
      ->capture_default_str();
  verb->callback([options, &session] { run(session, *options); });
}

}  // namespace isonomy::cli
