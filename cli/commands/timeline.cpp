// SPDX-License-Identifier: Apache-2.0
#include <iostream>
#include <limits>
#include <memory>
#include <optional>

#include "report/timeline.h"
#include "session.h"

namespace isonomy::cli {
namespace {

struct TimelineOptions {
  Common common;
  api::TimelineRequest request;
  std::optional<std::size_t> most;
};

constexpr std::size_t usual_most = 40;

std::string written(const api::Loaded& loaded, const analysis::TimelineAnswer& answer, const TimelineOptions& options) {
  constexpr auto all = std::numeric_limits<std::size_t>::max();
  auto text = text_options(options.common);
  text.most = options.most.value_or(usual_most);
  return options.common.format == "json" ? report::timeline_json(loaded.library, *loaded.sources, answer, options.most.value_or(all))
                                         : report::timeline_text(loaded.library, *loaded.sources, answer, text);
}

void run(Session& session, const TimelineOptions& options) {
  auto loaded = load(session, options.common);
  const auto answer = api::timeline(loaded, options.request);
  if (!tell(session, options.common, loaded, answer, [&](const auto&, const auto&) { return written(loaded, answer, options); })) return;
  if (!answer.events.empty()) session.status = findings;
}

}  // namespace

void add_timeline(CLI::App& app, Session& session) {
  auto options = std::make_shared<TimelineOptions>();
  auto& route = options->request.route;
  auto& narrow = options->request.narrow;
  auto* verb = app.add_subcommand("timeline", "The days on which a difference, block, clash or gap opens, changes or closes");
  verb->footer(
      "Two jurisdictions are followed with the differences between them; with --via or --route only what happens along the route; one\n"
      "name is a bloc, whose commitments are followed. Announced law is shown apart and decides nothing.\n\n"
      "Examples:\n  isonomy timeline CN DE --from 2024-01-01 --to 2028-12-31 --domain customs\n"
      "  isonomy timeline RCEP --from 2022-01-01 --to 2028-12-31\n\n"
      "Exit status: 0 nothing happens, 1 something does, 2 the command or its input is wrong.");
  verb->add_option("origin", route.origin, "where the goods are dispatched from, e.g. CN; or a bloc, e.g. RCEP");
  verb->add_option("destination", route.destination, "where they go to, e.g. DE");
  verb->add_option("--via", route.via, "jurisdictions in between, in order, e.g. KZ,RU,PL")->delimiter(',')->type_name("A,B");
  verb->add_option("--route", route.route, "a declared route instead")->type_name("NAME");
  verb->add_option("--from", options->request.from, "first day (default: the first day of this year)")->type_name("DATE");
  verb->add_option("--to", options->request.to, "last day (default: the last day of the year after next)")->type_name("DATE");
  verb->add_option("--domain", narrow.domain, "only the measures of one domain, e.g. data")->type_name("NAME");
  verb->add_option("--measure", narrow.measure, "only one measure, e.g. customs.duty")->type_name("NAME");
  verb->add_option("--given", narrow.given, "a fact, e.g. \"value = 90 EUR\"; may be given several times")->type_name("FACT=VALUE");
  verb->add_option("--most", options->most,
                   "the weightiest events only, of those in force and of those announced (default: 40; all in JSON)")
      ->type_name("N");
  add_what_if(*verb, options->common);
  add_common(*verb, options->common);
  verb->callback([options, &session] { run(session, *options); });
}

}  // namespace isonomy::cli
