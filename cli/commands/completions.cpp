// SPDX-License-Identifier: Apache-2.0
#include <iostream>
#include <memory>

#include "session.h"
#include "tree.h"

namespace isonomy::cli {
namespace {

std::string script(const VerbText& program, const std::string& shell) {
  if (shell == "zsh") return zsh_completion(program);
  return shell == "fish" ? fish_completion(program) : bash_completion(program);
}

}  // namespace

void add_completions(CLI::App& app, Session&) {
  auto shell = std::make_shared<std::string>();
  auto* verb = app.add_subcommand("completions", "A script that completes verbs, options and values in a shell");
  verb->footer(
      "An installed isonomy brings these scripts along.\n\n"
      "Examples:\n  source <(isonomy completions bash)\n"
      "  isonomy completions zsh > ~/.zfunc/_isonomy\n"
      "  isonomy completions fish > ~/.config/fish/completions/isonomy.fish\n\n"
      "Exit status: 0, or 2 if there is no such shell.");
  verb->add_option("shell", *shell, "bash, zsh or fish")->check(CLI::IsMember({"bash", "zsh", "fish"}))->required();
  verb->callback([shell, &app] { std::cout << script(tree_of(app), *shell); });
}

}  // namespace isonomy::cli
