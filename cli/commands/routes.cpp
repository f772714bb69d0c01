// SPDX-License-Identifier: Apache-2.0
#include "api/routes.h"

#include <algorithm>
#include <iostream>
#include <memory>

#include "report/ways.h"
#include "session.h"

namespace isonomy::cli {
namespace {

struct RoutesOptions {
  Common common;
  api::WaysRequest wanted;
};

bool blocked(const network::WaysAnswer& answer) {
  return !answer.open() || std::any_of(answer.at_ends.begin(), answer.at_ends.end(),
                                       [](const analysis::Finding& finding) { return finding.severity == model::Severity::blocking; });
}

void run(Session& session, const RoutesOptions& options) {
  auto loaded = load(session, options.common);
  const auto answer = api::find_ways(loaded, options.wanted);
  if (!tell(session, options.common, loaded, answer, report::ways_json, report::ways_text)) return;
  if (blocked(answer)) session.status = findings;
}

void add_options(CLI::App& verb, api::WaysRequest& wanted) {
  auto& request = wanted.request;
  verb.add_option("from", request.origin, "where the goods are dispatched from, e.g. CN")->required();
  verb.add_option("to", request.destination, "where they go to, e.g. DE")->required();
  verb.add_option("--best", wanted.best, "how many ways to show")->check(CLI::Range(1, 100))->capture_default_str();
  verb.add_flag("--pareto", wanted.pareto, "every way that no other beats on every count, instead of the best");
  verb.add_option("--by", wanted.modes, "means of transport, e.g. rail,sea; only links that have one of them")
      ->delimiter(',')
      ->type_name("MODE,...");
  verb.add_option("--avoid", wanted.avoided, "jurisdictions or blocs never to pass through, e.g. RU,BY")
      ->delimiter(',')
      ->type_name("CC,...");
  verb.add_option("--given", request.given, "a fact, e.g. \"goods = 620610\"; may be given several times")->type_name("FACT=VALUE");
  verb.add_option("--on", request.on, "the day (default: today)")->type_name("DATE");
}

}  // namespace

void add_routes(CLI::App& app, Session& session) {
  auto options = std::make_shared<RoutesOptions>();
  auto* verb = app.add_subcommand("routes", "The best ways for a consignment through the network of links");
  verb->footer(
      "Ways are compared by blocking, major and minor clashes in transit, duties in transit, answers nobody knows, hours at borders\n"
      "and distance, in this order.\n\n"
      "Examples:\n  isonomy routes CN DE --best 5 --by rail --on 2026-08-01\n"
      "  isonomy routes CN DE --avoid RU,BY --pareto\n\n"
      "Exit status: 0 a way without a block was found, 1 every way is blocked, 2 the command or its input is wrong.");
  add_options(*verb, options->wanted);
  add_what_if(*verb, options->common);
  add_common(*verb, options->common);
  verb->callback([options, &session] { run(session, *options); });
}

}  // namespace isonomy::cli
