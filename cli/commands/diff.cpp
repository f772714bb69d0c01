// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iostream>
#include <limits>
#include <memory>
#include <optional>

#include "report/diff.h"
#include "session.h"

namespace isonomy::cli {
namespace {

struct DiffOptions {
  Common common;
  std::string a;
  std::string b;
  api::Narrowing narrowing;
  std::optional<std::size_t> most;
};

std::string written(const api::Loaded& loaded, const analysis::DiffAnswer& answer, const DiffOptions& options) {
  auto text = text_options(options.common);
  text.most = options.most.value_or(text.most);
  const auto most = options.most.value_or(std::numeric_limits<std::size_t>::max());
  if (options.common.format == "json") return report::diff_json(loaded.library, *loaded.sources, answer, most);
  if (options.common.format == "csv") return report::diff_csv(loaded.library, *loaded.sources, answer, most);
  if (options.common.format == "markdown") return report::diff_markdown(loaded.library, *loaded.sources, answer, text);
  return report::diff_text(loaded.library, *loaded.sources, answer, text);
}

void run(Session& session, const DiffOptions& options) {
  auto loaded = load(session, options.common, api::Scope{{options.a, options.b}, {}});
  const auto answer = api::diff(loaded, options.a, options.b, options.narrowing);
  if (!tell(session, options.common, loaded, answer, [&](const auto&, const auto&) { return written(loaded, answer, options); })) return;
  if (std::any_of(answer.measures.begin(), answer.measures.end(), [](const auto& one) { return !one.differs.empty(); }))
    session.status = findings;
}

}  // namespace

void add_diff(CLI::App& app, Session& session) {
  auto options = std::make_shared<DiffOptions>();
  auto* verb = app.add_subcommand("diff", "Every region of facts in which two jurisdictions answer differently");
  verb->footer(
      "Each measure is put to both at the same end of its flow, with the other end open. Nothing printed for a measure is a proof that\n"
      "they answer alike. The line below a measure counts cases: choices of a value for each fact, where values that neither law\n"
      "treats differently are one; `only for` names the values of a fact that meet a difference at all.\n\n"
      "Examples:\n  isonomy diff CN SG --domain data\n"
      "  isonomy diff DE US --measure customs.duty --given channel=b2c --on 2026-08-01\n"
      "  isonomy diff DE SG --domain tax --format markdown > difference.md\n\n"
      "Exit status: 0 no difference, 1 differences, 2 the command or its input is wrong.");
  verb->add_option("a", options->a, "one jurisdiction, e.g. CN");
  verb->add_option("b", options->b, "the other, e.g. SG");
  add_narrowing(*verb, options->narrowing);
  verb->add_option("--most", options->most, "regions of one measure that are listed before `and n more` (default: 12; all in JSON and CSV)")
      ->type_name("K");
  add_what_if(*verb, options->common);
  add_common(*verb, options->common, {"text", "json", "markdown", "csv"});
  verb->callback([options, &session] { run(session, *options); });
}

}  // namespace isonomy::cli
