// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "api/changes.h"
#include "api/known.h"
#include "report/changes.h"
#include "session.h"

namespace isonomy::cli {
namespace {

struct Options {
  Common common;
  std::vector<std::string> paths;
  std::string base;
  api::Narrowing narrow;
  std::string expect;
  std::string write_expected;
  std::optional<std::size_t> most;
};

report::VersionsCompared compared(const api::ChangesResult& result) {
  return {result.base, result.now, *result.sources, result.base_name, result.now_name, result.answer, result.all_new};
}

std::string written(const api::ChangesResult& result, report::Foreseen foreseen, const Options& options) {
  auto text = text_options(options.common);
  text.most = options.most.value_or(text.most);
  if (options.common.format == "json") return report::changes_json(compared(result));
  if (options.common.format == "markdown") return report::changes_markdown(compared(result), text);
  return report::changes_text(compared(result), text) + report::foreseen_text(foreseen, text);
}

std::vector<std::string> lines_of(const api::ChangesResult& result) {
  std::vector<std::string> out;
  for (const auto& one : result.answer.changes) out.push_back(report::change_line(compared(result), one));
  for (const auto& one : result.answer.declarations) out.push_back(report::change_line(one));
  return out;
}

// Leaves the changes that the file does not foresee.
report::Foreseen drop_foreseen(api::ChangesResult& result, const std::string& file) {
  auto known = api::read_known(file, api::Known::changes, *result.sources, result.answer.diagnostics);
  report::Foreseen out;
  const auto foreseen = [&](const std::string& line) {
    const bool met = api::take(known, line);
    out.met += met ? 1 : 0;
    return met;
  };
  std::erase_if(result.answer.changes, [&](const auto& one) { return foreseen(report::change_line(compared(result), one)); });
  std::erase_if(result.answer.declarations, [&](const auto& one) { return foreseen(report::change_line(one)); });
  for (const auto& [line, count] : known) out.missed += count;
  return out;
}

report::Foreseen against_expected(api::ChangesResult& result, const Options& options) {
  if (result.answer.diagnostics.has_errors()) return {};
  if (!options.write_expected.empty())
    api::write_known(options.write_expected, api::Known::changes, lines_of(result), result.answer.diagnostics);
  return options.expect.empty() ? report::Foreseen{} : drop_foreseen(result, options.expect);
}

std::vector<std::filesystem::path> rules_of(const Session& session, const Options& options, source::Diagnostics& diagnostics) {
  return rule_folders(session, options.paths.empty() ? options.common.rules : options.paths, diagnostics);
}

void run(Session& session, const Options& options) {
  source::Diagnostics mistakes;
  const auto rules = rules_of(session, options, mistakes);
  if (mistakes.has_errors()) return complain(session, {}, mistakes);
  auto result = api::changes({options.base, rules, options.narrow});
  const auto foreseen = against_expected(result, options);
  const auto write = [&] { return written(result, foreseen, options); };
  if (!tell(session, options.common, *result.sources, result.answer, write)) return;
  const bool changed = !result.answer.changes.empty() || !result.answer.declarations.empty();
  if (changed && options.write_expected.empty()) session.status = findings;
}

}  // namespace

void add_changes(CLI::App& app, Session& session) {
  auto options = std::make_shared<Options>();
  auto* verb = app.add_subcommand("changes", "What an edit of rule files means: every region of facts whose answer changed");
  verb->footer(
      "Compares the rules as they are with another version: a folder, or a revision of the git repository they lie in. Every jurisdiction\n"
      "is asked every measure, with all facts, days and the other end open. Nothing printed is a proof that nothing changed.\n\n"
      "Examples:\n  isonomy changes --base HEAD\n"
      "  isonomy changes --base origin/main rulesets --format markdown\n"
      "  isonomy changes --base HEAD --write-expected expected.txt; isonomy changes --base HEAD --expect expected.txt\n\n"
      "Exit status: 0 nothing changed (with --expect: nothing else), 1 something did, 2 the command or its input is wrong.");
  verb->add_option("paths", options->paths, "folders or files (default: the nearest rulesets/)");
  verb->add_option("--base", options->base, "the version before: a folder, or a git revision such as HEAD or origin/main")
      ->type_name("REV|DIR")
      ->required();
  add_narrowing(*verb, options->narrow);
  verb->get_option("--on")->description("only this day (default: every day)");
  verb->add_option("--expect", options->expect, "changes that were foreseen, a line each; they are not printed")->type_name("FILE");
  verb->add_option("--write-expected", options->write_expected, "write what changed as such a file, and exit with 0")->type_name("FILE");
  verb->add_option("--most", options->most, "regions of one measure that are listed before `and n more` (default: 12; all in JSON)")
      ->type_name("K");
  add_common(*verb, options->common, {"text", "json", "markdown"});
  verb->callback([options, &session] { run(session, *options); });
}

}  // namespace isonomy::cli
