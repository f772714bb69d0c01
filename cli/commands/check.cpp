// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iostream>
#include <memory>

#include "session.h"

namespace isonomy::cli {
namespace {

struct CheckOptions {
  Common common;
  api::Request request;
  std::string fail_on = "minor";
};

void run(Session& session, const CheckOptions& options) {
  auto loaded = load(session, options.common, scope_of(options.request));
  const auto answer = api::check(loaded, options.request);
  if (!tell(session, options.common, loaded, answer, report::check_json, report::check_text)) return;
  if (std::any_of(answer.findings.begin(), answer.findings.end(),
                  [&](const analysis::Finding& finding) { return reaches(finding.severity, options.fail_on); }))
    session.status = findings;
}

}  // namespace

void add_check(CLI::App& app, Session& session) {
  auto options = std::make_shared<CheckOptions>();
  auto* verb = app.add_subcommand("check", "What binds a consignment at each border, what blocks it, what collides");
  verb->footer(
      "Example:\n  isonomy check CN DE --via KZ,RU,PL --given channel=b2c --given \"value=90 EUR\" --given goods=620610 --on 2026-08-01\n\n"
      "Exit status: 0 nothing found at or above --fail-on, 1 findings, 2 the command or its input is wrong.");
  add_request(*verb, options->request);
  add_what_if(*verb, options->common);
  add_common(*verb, options->common);
  add_fail_on(*verb, options->fail_on);
  verb->callback([options, &session] { run(session, *options); });
}

}  // namespace isonomy::cli
