// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>
#include <vector>

/// The command line as data, so that completions and manual pages say what the parser knows and nothing else.
namespace isonomy::cli {

/// What a value may be.
enum class Expects : std::uint8_t { nothing, choice, file, folder, text };

struct OptionText {
  std::vector<std::string> names;  ///< `--format`, `-h`; empty for an argument without a name
  std::string word;                ///< `FILE`, or the name of the argument
  std::string description;
  std::string preset;                ///< what counts unless said otherwise
  std::vector<std::string> choices;  ///< where the value is one of these
  Expects expects = Expects::text;
  bool required = false;
  bool repeats = false;
};

struct VerbText {
  std::vector<std::string> path;  ///< `new jurisdiction`; empty for the program
  std::string description;
  std::vector<std::string> paragraphs;  ///< of its help, beside the lists
  std::vector<OptionText> options;
  std::vector<OptionText> arguments;
  std::vector<VerbText> verbs;

  std::string name() const { return path.empty() ? std::string{} : path.back(); }
  /// `isonomy new jurisdiction`, with any sign between the words.
  std::string full_name(std::string_view between) const;
};

/// The program with all its verbs, in the order of its help.
VerbText tree_of(const CLI::App& app);

/// Scripts that complete verbs, options and values in a shell.
std::string bash_completion(const VerbText& program);
std::string zsh_completion(const VerbText& program);
std::string fish_completion(const VerbText& program);

/// A page of the manual, in the `man` macros: `isonomy(1)`, or `isonomy-check(1)` of a verb.
std::string man_page(const VerbText& verb, const VerbText& program, std::string_view version);

}  // namespace isonomy::cli
