// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iostream>
#include <iterator>
#include <memory>

#include "api/format.h"
#include "report/format.h"
#include "session.h"

namespace isonomy::cli {
namespace {

struct FmtOptions {
  std::vector<std::string> paths;
  bool check = false;
  bool diff = false;
  std::string format = "text";
};

constexpr auto standard_input = "-";

api::FormatAnswer lay_out(const Session& session, const FmtOptions& options) {
  if (options.paths == std::vector<std::string>{standard_input})
    return api::format_text("<stdin>", {std::istreambuf_iterator<char>{std::cin}, {}});
  api::FormatAnswer out;
  const auto paths = rule_folders(session, options.paths, out.diagnostics);
  return out.diagnostics.empty() ? api::format(paths) : out;
}

void print_changed(const api::FormatAnswer& answer, const FmtOptions& options) {
  if (options.format == "json") {
    std::vector<std::pair<std::string, bool>> files;
    for (const auto& file : answer.files) files.emplace_back(file.path, file.changed());
    std::cout << report::format_json(files);
    return;
  }
  for (const auto& file : answer.files) {
    if (!file.changed()) continue;
    if (options.diff) std::cout << report::unified_diff(file.path, file.before, file.after);
    else std::cout << file.path << "\n";
  }
}

void run(Session& session, const FmtOptions& options) {
  auto answer = lay_out(session, options);
  const bool only_look = options.check || options.diff;
  const bool from_input = options.paths == std::vector<std::string>{standard_input};
  if (from_input && !only_look) {
    for (const auto& file : answer.files) std::cout << file.after;
  } else {
    if (!only_look) api::write(answer);
    print_changed(answer, options);
  }
  const bool differs = std::any_of(answer.files.begin(), answer.files.end(), [](const auto& file) { return file.changed(); });
  if (only_look && differs) session.status = findings;
  if (!answer.diagnostics.empty()) complain(session, *answer.sources, answer.diagnostics);
}

}  // namespace

void add_fmt(CLI::App& app, Session& session) {
  auto options = std::make_shared<FmtOptions>();
  auto* verb = app.add_subcommand("fmt", "Rule files in the canonical layout");
  verb->footer("Examples:\n  isonomy fmt --check rulesets\n  isonomy fmt --diff rulesets\n  isonomy fmt - < draft.law");
  verb->add_option("paths", options->paths, "folders or files, or `-` for standard input (default: the nearest rulesets/)");
  verb->add_flag("--check", options->check, "write nothing, list the files that would change; exit status 1 if there are any");
  verb->add_flag("--diff", options->diff, "write nothing, show what would change; exit status 1 if anything would");
  verb->add_option("--format", options->format, "for people or for programs")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  verb->callback([options, &session] { run(session, *options); });
}

}  // namespace isonomy::cli
