// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iostream>
#include <limits>
#include <memory>

#include "report/gaps.h"
#include "session.h"

namespace isonomy::cli {
namespace {

struct GapsOptions {
  Common common;
  std::string bloc;
  std::vector<std::string> members;
  api::Narrowing narrowing;
  std::string fail_on = "note";
};

void run(Session& session, const GapsOptions& options) {
  auto loaded = load(session, options.common);
  const auto answer = api::gaps(loaded, options.bloc, options.members, options.narrowing);
  auto text = text_options(options.common);
  text.most = std::numeric_limits<std::size_t>::max();
  if (!tell(session, options.common, loaded, answer, report::gaps_json, report::gaps_text, text)) return;
  const auto reached = [&](const analysis::Gap& gap) { return reaches(gap.finding.severity, options.fail_on); };
  if (std::any_of(answer.gaps.begin(), answer.gaps.end(), reached)) session.status = findings;
}

}  // namespace

void add_gaps(CLI::App& app, Session& session) {
  auto options = std::make_shared<GapsOptions>();
  auto* verb = app.add_subcommand("gaps", "Where the members of a bloc fall short of what they promised");
  verb->footer(
      "Examples:\n  isonomy gaps RCEP\n  isonomy gaps WTO --member CN --domain customs --on any\n\n"
      "Exit status: 0 no gap at or above --fail-on, 1 gaps, 2 the command or its input is wrong.");
  verb->add_option("bloc", options->bloc, "the bloc whose commitments are asked about, e.g. RCEP");
  verb->add_option("--member", options->members, "only this member; may be given several times")->type_name("CODE");
  add_narrowing(*verb, options->narrowing);
  add_fail_on(*verb, options->fail_on);
  add_what_if(*verb, options->common);
  add_common(*verb, options->common);
  verb->callback([options, &session] { run(session, *options); });
}

}  // namespace isonomy::cli
