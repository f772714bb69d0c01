// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <memory>

#include <unistd.h>

#include "api/codes.h"
#include "api/known.h"
#include "session.h"

namespace isonomy::cli {
namespace {

using source::Level;
using Found = std::vector<source::Diagnostic>;

struct ValidateOptions {
  Common common;
  std::vector<std::string> paths;
  std::string fail_on = "error";
  std::string baseline;
  std::string write_baseline;
  int stale_after = 365;
  bool all = false;
};

std::string printed(const ValidateOptions& options, const source::SourceMap& sources, const Found& found) {
  const auto& format = options.common.format;
  if (format == "json") return report::diagnostics_json(sources, found);
  if (format == "sarif") return report::diagnostics_sarif(sources, found, ISONOMY_VERSION);
  if (format == "junit") return report::diagnostics_junit(sources, found);
  if (format == "github") return report::diagnostics_github(sources, found);
  return report::diagnostics_text(sources, found, colour_on(STDOUT_FILENO));
}

// Notes are shown to those who ask for them.
Found chosen(const ValidateOptions& options, Found found) {
  if (!options.all) std::erase_if(found, [](const auto& one) { return source::level(one.code) == Level::note; });
  return found;
}

// Writes and reads baselines; what is left is not in the one that was read.
Found beyond_baseline(const ValidateOptions& options, source::SourceMap& sources, Found found, source::Diagnostics& mistakes) {
  std::vector<std::string> lines;
  for (const auto& one : found) lines.push_back(report::fingerprint(sources, one));
  if (!options.write_baseline.empty()) api::write_known(options.write_baseline, api::Known::findings, lines, mistakes);
  if (options.baseline.empty()) return found;
  auto known = api::read_known(options.baseline, api::Known::findings, sources, mistakes);
  std::erase_if(found, [&](const auto& one) { return api::take(known, report::fingerprint(sources, one)); });
  return found;
}

bool reaches(const Found& found, const std::string& fail_on) {
  const auto least = fail_on == "error" ? Level::error : fail_on == "warning" ? Level::warning : Level::note;
  return std::any_of(found.begin(), found.end(), [&](const auto& one) { return source::level(one.code) >= least; });
}

void hidden_note(const ValidateOptions& options, std::size_t notes, std::size_t known) {
  if (options.common.format != "text") return;
  if (known > 0) std::cout << fmt::format("{} more in the baseline\n", known);
  if (notes > 0) std::cout << fmt::format("{} note{} about sources, shown with --all\n", notes, notes == 1 ? "" : "s");
}

void run(Session& session, const ValidateOptions& options) {
  const auto loaded = load(session, options.paths.empty() ? options.common.rules : options.paths);
  const auto everything = api::validate(loaded, {base::today(), options.stale_after, loaded.hs_codes}).sorted();
  const auto shown = chosen(options, everything);
  source::Diagnostics mistakes;
  const auto found = beyond_baseline(options, *loaded.sources, shown, mistakes);
  if (mistakes.has_errors()) return complain(session, *loaded.sources, mistakes);
  std::cout << printed(options, *loaded.sources, found);
  hidden_note(options, everything.size() - shown.size(), shown.size() - found.size());
  if (loaded.library.domains.size() == 0 && loaded.sources->files().size() == 0) session.status = wrong_input;
  else if (options.write_baseline.empty() && reaches(found, options.fail_on)) session.status = findings;
}

}  // namespace

void add_validate(CLI::App& app, Session& session) {
  auto options = std::make_shared<ValidateOptions>();
  auto* verb = app.add_subcommand("validate", "All mistakes in rule files");
  verb->footer(
      "Example:\n  isonomy validate rulesets\n  isonomy validate --format sarif > isonomy.sarif\n"
      "  isonomy validate --write-baseline known.txt; isonomy validate --baseline known.txt\n\n"
      "Exit status: 0 nothing found at or above --fail-on, 1 findings, 2 the command or its input is wrong.");
  verb->add_option("paths", options->paths, "folders or files (default: the nearest rulesets/)");
  add_common(*verb, options->common, {"text", "json", "sarif", "junit", "github"});
  verb->add_option("--fail-on", options->fail_on, "least severity that makes the exit status 1")
      ->check(CLI::IsMember({"error", "warning", "note"}))
      ->capture_default_str();
  verb->add_flag("--all", options->all, "notes too: sources that nobody read, or not for long");
  verb->add_option("--stale-after", options->stale_after, "days after which reading a source counts as long ago")
      ->type_name("DAYS")
      ->check(CLI::Range(0, 36500))
      ->capture_default_str();
  verb->add_option("--baseline", options->baseline, "findings to leave alone")->type_name("FILE");
  verb->add_option("--write-baseline", options->write_baseline, "write what is found now as a baseline, and exit with 0")
      ->type_name("FILE");
  verb->callback([options, &session] { run(session, *options); });
}

}  // namespace isonomy::cli
