// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <iostream>
#include <memory>

#include "api/codes.h"
#include "api/files.h"
#include "session.h"
#include "tree.h"

namespace isonomy::cli {
namespace {

struct ManOptions {
  std::string verb;
  std::string into;
};

void unknown(Session& session, const std::string& word, const VerbText& program) {
  source::SourceMap sources;
  const auto file = sources.add("<command line>", word);
  std::vector<std::string> names;
  for (const auto& verb : program.verbs) names.push_back(verb.name());
  source::Diagnostics diagnostics;
  diagnostics.add(source::Code::unknown_verb, {file, 0, static_cast<std::uint32_t>(word.size())},
                  fmt::format("there is no verb `{}`", word), source::suggest(word, names, "see `isonomy --help` for the verbs"));
  complain(session, sources, diagnostics);
}

void write_pages(Session& session, const VerbText& verb, const VerbText& program, const std::filesystem::path& folder) {
  source::Diagnostics diagnostics;
  const auto path = folder / (verb.full_name("-") + ".1");
  if (!api::replace_file(path, man_page(verb, program, ISONOMY_VERSION), diagnostics)) return complain(session, {}, diagnostics);
  for (const auto& below : verb.verbs) write_pages(session, below, program, folder);
}

void run(Session& session, const ManOptions& options, const VerbText& program) {
  if (!options.into.empty()) return write_pages(session, program, program, options.into);
  if (options.verb.empty()) {
    std::cout << man_page(program, program, ISONOMY_VERSION);
    return;
  }
  for (const auto& verb : program.verbs)
    if (verb.name() == options.verb) {
      std::cout << man_page(verb, program, ISONOMY_VERSION);
      return;
    }
  unknown(session, options.verb, program);
}

}  // namespace

void add_man(CLI::App& app, Session& session) {
  auto options = std::make_shared<ManOptions>();
  auto* verb = app.add_subcommand("man", "A page of the manual, of the program or of a verb");
  verb->footer(
      "An installed isonomy brings these pages along, for man isonomy and man isonomy-check.\n\n"
      "Examples:\n  isonomy man check | man -l -\n  isonomy man --into /usr/local/share/man/man1\n\n"
      "Exit status: 0, or 2 if there is no such verb or a page cannot be written.");
  verb->add_option("verb", options->verb, "a verb, e.g. check (default: the program)");
  verb->add_option("--into", options->into, "write all pages as files into a folder that is there")->type_name("DIR");
  verb->callback([options, &app, &session] { run(session, *options, tree_of(app)); });
}

}  // namespace isonomy::cli
