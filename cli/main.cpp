// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <filesystem>
#include <iostream>

#include "session.h"

#include "api/codes.h"

namespace {

std::string this_program(const char* called_as) {
  std::error_code error;
  const auto link = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? std::string{called_as} : link.string();
}

// The first word is a verb, or an option of the program itself.
bool known_verb(isonomy::cli::Session& session, const CLI::App& app, int argc, char** argv) {
  const std::string word = argc > 1 ? argv[1] : "";
  std::vector<std::string> verbs;
  for (const auto* verb : app.get_subcommands([](const CLI::App*) { return true; })) verbs.push_back(verb->get_name());
  if (word.empty() || word[0] == '-' || std::find(verbs.begin(), verbs.end(), word) != verbs.end()) return true;
  isonomy::source::SourceMap sources;
  const auto file = sources.add("<command line>", word);
  isonomy::source::Diagnostics diagnostics;
  diagnostics.add(isonomy::source::Code::unknown_verb, {file, 0, static_cast<std::uint32_t>(word.size())},
                  fmt::format("there is no verb `{}`", word), isonomy::source::suggest(word, verbs, "see `isonomy --help` for the verbs"));
  complain(session, sources, diagnostics);
  return false;
}

int run(int argc, char** argv) {
  CLI::App app{"Isonomy compares the law of jurisdictions along trade routes, exactly and with sources.", "isonomy"};
  isonomy::cli::Session session{this_program(argv[0])};
  app.set_version_flag("--version", ISONOMY_VERSION);
  app.require_subcommand(1);
  isonomy::cli::add_check(app, session);
  isonomy::cli::add_explain(app, session);
  isonomy::cli::add_harmonize(app, session);
  isonomy::cli::add_routes(app, session);
  isonomy::cli::add_diff(app, session);
  isonomy::cli::add_gaps(app, session);
  isonomy::cli::add_timeline(app, session);
  isonomy::cli::add_audit(app, session);
  isonomy::cli::add_validate(app, session);
  isonomy::cli::add_test(app, session);
  isonomy::cli::add_fmt(app, session);
  isonomy::cli::add_changes(app, session);
  isonomy::cli::add_new(app, session);
  isonomy::cli::add_lsp(app, session);
  isonomy::cli::add_completions(app, session);
  isonomy::cli::add_man(app, session);
  if (!known_verb(session, app, argc, argv)) return session.status;
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? isonomy::cli::nothing_found : isonomy::cli::wrong_input;
  }
  return session.status;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "isonomy: " << error.what() << "\n";
    return isonomy::cli::wrong_input;
  }
}
