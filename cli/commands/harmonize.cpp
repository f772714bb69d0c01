// SPDX-License-Identifier: Apache-2.0
#include "api/harmonize.h"

#include <iostream>
#include <memory>

#include "report/harmonize.h"
#include "report/patch.h"
#include "session.h"

namespace isonomy::cli {
namespace {

struct HarmonizeOptions {
  Common common;
  api::HarmonizeRequest wanted;
  bool patch = false;
};

void run(Session& session, const HarmonizeOptions& options) {
  auto loaded = load(session, options.common, std::nullopt, options.wanted.routes);
  const auto answer = api::harmonize(loaded, options.wanted);
  if (options.patch && !answer.diagnostics.has_errors())
    std::cout << report::patch_text(loaded.library, *loaded.sources, answer.plan->changes);
  else if (!tell(session, options.common, loaded, answer, report::harmonize_json, report::harmonize_text)) return;
  if (answer.plan && answer.plan->needed()) session.status = findings;
}

void add_options(CLI::App& verb, api::HarmonizeRequest& wanted) {
  verb.add_option("scope", wanted.scope, "a bloc, or jurisdictions, e.g. RCEP or CN SG");
  verb.add_option("--routes", wanted.routes, "declared routes instead, or a file that declares some")
      ->delimiter(',')
      ->type_name("NAME|FILE.law,...");
  verb.add_option("--domain", wanted.domains, "only measures of this domain; may be given several times")->type_name("NAME");
  verb.add_option("--measure", wanted.measures, "only this measure; may be given several times")->type_name("NAME");
  verb.add_option("--weights", wanted.weights, "weights of measures: a table `measure,weight`")->type_name("FILE.csv");
  verb.add_option("--profile", wanted.profile, "the transactions that answers are averaged over: a table `name,weight,FACT,...`")
      ->type_name("FILE.csv");
  verb.add_option("--on", wanted.on, "the day (default: today)")->type_name("DATE");
}

void add_plan(CLI::App& verb, HarmonizeOptions& options) {
  auto& wanted = options.wanted;
  auto* plan = verb.add_flag("--plan", wanted.plan, "the cheapest set of rule changes that removes every clash and gap");
  auto* within = verb.add_option("--within", wanted.within, "with --plan: that brings no two farther apart than this instead, from 0 to 1");
  auto* open = verb.add_flag("--open", wanted.open, "with --plan: that opens a way without clashes from each to each other instead");
  within->type_name("DISTANCE")->needs(plan)->excludes(open);
  open->needs(plan);
  verb.add_option("--by", wanted.modes, "with --open: means of transport, e.g. rail,sea")
      ->delimiter(',')
      ->type_name("MODE,...")
      ->needs(open);
  verb.add_option("--at-least", wanted.at_least, "with --plan: the least severity of what is to go")
      ->check(CLI::IsMember({"note", "minor", "major", "blocking"}))
      ->capture_default_str()
      ->needs(plan);
  verb.add_option("--given", wanted.given, "with --plan: a fact, e.g. \"value = 90 EUR\"; may be given several times")
      ->type_name("FACT=VALUE")
      ->needs(plan);
  verb.add_option("--costs", wanted.costs, "with --plan: what changes cost: a table `owner,measure,cost` (default: 1 each)")
      ->type_name("FILE.csv")
      ->needs(plan);
  verb.add_flag("--patch", options.patch, "with --plan: print nothing but the changed rules, for --what-if")->needs(plan);
}

}  // namespace

void add_harmonize(CLI::App& app, Session& session) {
  auto options = std::make_shared<HarmonizeOptions>();
  auto* verb = app.add_subcommand("harmonize", "How far apart jurisdictions are, and on what");
  verb->footer(
      "Examples:\n  isonomy harmonize RCEP --on 2026-11-25\n  isonomy harmonize CN SG --domain data\n"
      "  isonomy harmonize --routes china_europe_rail\n"
      "  isonomy harmonize --routes china_europe_rail --plan --at-least blocking\n"
      "  isonomy harmonize CN SG --domain data --plan --within 0.2\n"
      "  isonomy harmonize CN DE --plan --open --by rail --at-least blocking\n\n"
      "Exit status: 0 an answer was given, 1 the plan has something to remove, 2 the command or its input is wrong.");
  add_options(*verb, options->wanted);
  add_plan(*verb, *options);
  add_what_if(*verb, options->common);
  add_common(*verb, options->common);
  verb->callback([options, &session] { run(session, *options); });
}

}  // namespace isonomy::cli
