// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <iostream>
#include <memory>

#include "report/explain.h"
#include "report/pages.h"
#include "session.h"

#include "api/codes.h"

namespace isonomy::cli {
namespace {

struct ExplainOptions {
  Common common;
  api::Request request;
  std::string measure;
  std::string at;
};

void explain_code(source::Code code) {
  const auto page = report::page_of(source::to_text(code));
  const auto end = page.find('\n');
  std::cout << fmt::format("{} ({}): {}\n{}", source::to_text(code), source::name_of(source::level(code)), source::title(code),
                           end == page.npos ? "" : page.substr(end + 1));
}

void run(Session& session, const ExplainOptions& options) {
  if (const auto code = api::find_code(options.request.origin); code && options.measure.empty()) return explain_code(*code);
  auto loaded = load(session, options.common, scope_of(options.request));
  const auto answer = api::explain(loaded, options.request, options.measure, options.at);
  tell(session, options.common, loaded, answer, report::explain_json, report::explain_text);
}

}  // namespace

void add_explain(CLI::App& app, Session& session) {
  auto options = std::make_shared<ExplainOptions>();
  auto* verb = app.add_subcommand("explain", "Why one jurisdiction answers as it does, and what would change the answer");
  verb->footer(
      "Example:\n  isonomy explain CN DE --measure customs.duty --given channel=b2c --given \"value=90 EUR\" --given goods=620610 --on "
      "2026-08-01\n"
      "  isonomy explain E0304");
  add_request(*verb, options->request);
  verb->add_option("--measure", options->measure, "the measure, e.g. customs.duty")->type_name("NAME");
  verb->add_option("--at", options->at, "the jurisdiction that answers, where several do")->type_name("CODE");
  add_what_if(*verb, options->common);
  add_common(*verb, options->common);
  verb->callback([options, &session] { run(session, *options); });
}

}  // namespace isonomy::cli
