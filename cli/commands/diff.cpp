// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iostream>
#include <limits>
#include <memory>
#include <optional>

#include "report/diff.h"
#include "report/every_pair.h"
#include "session.h"

namespace isonomy::cli {
namespace {

struct DiffOptions {
  Common common;
  std::vector<std::string> names;
  api::Narrowing narrowing;
  std::optional<std::size_t> most;
};

report::TextOptions text_of(const DiffOptions& options) {
  auto out = text_options(options.common);
  out.most = options.most.value_or(out.most);
  return out;
}

std::string written(const api::Loaded& loaded, const analysis::DiffAnswer& answer, const DiffOptions& options) {
  const auto text = text_of(options);
  const auto most = options.most.value_or(std::numeric_limits<std::size_t>::max());
  if (options.common.format == "json") return report::diff_json(loaded.library, *loaded.sources, answer, most);
  if (options.common.format == "csv") return report::diff_csv(loaded.library, *loaded.sources, answer, most);
  if (options.common.format == "markdown") return report::diff_markdown(loaded.library, *loaded.sources, answer, text);
  return report::diff_text(loaded.library, *loaded.sources, answer, text);
}

std::string written(const api::Loaded& loaded, const analysis::EveryPairAnswer& answer, const DiffOptions& options) {
  const auto& format = options.common.format;
  if (format == "json") return report::every_pair_json(loaded.library, answer);
  if (format == "csv") return report::every_pair_csv(loaded.library, answer);
  if (format == "markdown") return report::every_pair_markdown(loaded.library, *loaded.sources, answer, text_of(options));
  return report::every_pair_text(loaded.library, *loaded.sources, answer, text_of(options));
}

void compare_two(Session& session, const DiffOptions& options, api::Loaded& loaded) {
  const auto name = [&](std::size_t i) { return i < options.names.size() ? options.names[i] : std::string{}; };
  const auto answer = api::diff(loaded, name(0), name(1), options.narrowing);
  if (!tell(session, options.common, loaded, answer, [&](const auto&, const auto&) { return written(loaded, answer, options); })) return;
  if (std::any_of(answer.measures.begin(), answer.measures.end(), [](const auto& one) { return !one.differs.empty(); }))
    session.status = findings;
}

void compare_many(Session& session, const DiffOptions& options, api::Loaded& loaded) {
  const auto answer = api::every_pair(loaded, options.names, options.narrowing);
  if (!tell(session, options.common, loaded, answer, [&](const auto&, const auto&) { return written(loaded, answer, options); })) return;
  for (const auto& measure : answer.measures)
    if (std::any_of(measure.pairs.begin(), measure.pairs.end(), [](const auto& one) { return one.differs; })) session.status = findings;
}

void run(Session& session, const DiffOptions& options) {
  auto loaded = load(session, options.common, api::Scope{options.names, {}});
  if (api::is_pair(loaded, options.names)) compare_two(session, options, loaded);
  else compare_many(session, options, loaded);
}

}  // namespace

void add_diff(CLI::App& app, Session& session) {
  auto options = std::make_shared<DiffOptions>();
  auto* verb =
      app.add_subcommand("diff", "Every region of facts in which two jurisdictions answer differently, or which of many answer alike");
  verb->footer(
      "Each measure is put to both at the same end of its flow, with the other end open. Nothing printed for a measure is a proof that\n"
      "they answer alike. The line below a measure counts cases: choices of a value for each fact, where values that neither law\n"
      "treats differently are one; `only for` names the values of a fact that meet a difference at all.\n\n"
      "Of three jurisdictions or more, or of a bloc, each measure gets the number of pairs that answer alike, differ or are open, and who\n"
      "answers alike; a pair that differs somewhere counts as differing. The regions of one pair are those of the two alone.\n\n"
      "Examples:\n  isonomy diff CN SG --domain data\n"
      "  isonomy diff DE US --measure customs.duty --given channel=b2c --on 2026-08-01\n"
      "  isonomy diff DE SG --domain tax --format markdown > difference.md\n"
      "  isonomy diff CN SG VN MY --domain customs\n"
      "  isonomy diff RCEP --domain data --on 2026-08-01 --format csv\n\n"
      "Exit status: 0 no difference, 1 differences, 2 the command or its input is wrong.");
  verb->add_option("jurisdictions", options->names,
                   "two jurisdictions, e.g. CN SG; or more, or a bloc, which stands for its members on the day");
  add_narrowing(*verb, options->narrowing);
  verb->add_option(
          "--most", options->most,
          "regions, or groups that answer alike, of one measure that are listed before `and n more` (default: 12; all in JSON and CSV)")
      ->type_name("K");
  add_what_if(*verb, options->common);
  add_common(*verb, options->common, {"text", "json", "markdown", "csv"});
  verb->callback([options, &session] { run(session, *options); });
}

}  // namespace isonomy::cli
