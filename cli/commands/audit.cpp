// SPDX-License-Identifier: Apache-2.0
#include <iostream>
#include <memory>

#include "report/audit.h"
#include "session.h"

namespace isonomy::cli {
namespace {

struct AuditOptions {
  Common common;
  api::AuditRequest request;
};

void run(Session& session, const AuditOptions& options) {
  auto loaded = load(session, options.common, api::Scope{{options.request.who, options.request.against}, {}});
  const auto answer = api::audit(loaded, options.request);
  if (!tell(session, options.common, loaded, answer, report::audit_json, report::audit_text)) return;
  if (answer.faults()) session.status = findings;
}

}  // namespace

void add_audit(CLI::App& app, Session& session) {
  auto options = std::make_shared<AuditOptions>();
  auto& request = options->request;
  auto* verb = app.add_subcommand("audit", "What the law of one jurisdiction leaves open, and where it contradicts itself");
  verb->footer(
      "Examples:\n  isonomy audit CN\n  isonomy audit VN --against SG --domain data --stale-after 180\n\n"
      "Exit status: 0 nothing found, 1 findings, 2 the command or its input is wrong.");
  verb->add_option("jurisdiction", request.who, "the jurisdiction, e.g. CN");
  verb->add_option("--against", request.against, "a benchmark to compare with, e.g. SG")->type_name("CODE");
  verb->add_option("--stale-after", request.stale_after, "days after which a source should be read again")
      ->check(CLI::NonNegativeNumber)
      ->type_name("DAYS")
      ->capture_default_str();
  add_narrowing(*verb, request.narrow);
  add_what_if(*verb, options->common);
  add_common(*verb, options->common);
  verb->callback([options, &session] { run(session, *options); });
}

}  // namespace isonomy::cli
