// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "tree.h"

namespace isonomy::cli {
namespace {

void each_verb(const VerbText& verb, const std::function<void(const VerbText&)>& visit) {
  visit(verb);
  for (const auto& below : verb.verbs) each_verb(below, visit);
}

std::vector<std::string> argument_words(const VerbText& verb) {
  std::vector<std::string> out;
  for (const auto& argument : verb.arguments) out.insert(out.end(), argument.choices.begin(), argument.choices.end());
  return out;
}

std::vector<std::string> verbs_below(const VerbText& verb) {
  std::vector<std::string> out;
  for (const auto& below : verb.verbs) out.push_back(below.name());
  return out;
}

std::vector<std::string> option_names(const VerbText& verb) {
  std::vector<std::string> out;
  for (const auto& option : verb.options) out.insert(out.end(), option.names.begin(), option.names.end());
  return out;
}

std::string replaced(std::string text, std::string_view sign, std::string_view by) {
  for (std::size_t at = 0; (at = text.find(sign, at)) != std::string::npos; at += by.size()) text.replace(at, sign.size(), by);
  return text;
}

// --- bash ----------------------------------------------------------------------------------------

std::string path_of(const VerbText& verb) {
  std::string out;
  for (const auto& word : verb.path) out += "/" + word;
  return out;
}

std::string bash_value(const OptionText& option) {
  if (option.expects == Expects::choice) return fmt::format("words='{}'", fmt::join(option.choices, " "));
  return option.expects == Expects::folder ? "files=-d" : option.expects == Expects::file ? "files=-f" : "return";
}

// After an option that takes a value stands that value, and nothing else.
std::string bash_values(const VerbText& program) {
  std::string out;
  each_verb(program, [&](const VerbText& verb) {
    for (const auto& option : verb.options) {
      if (option.expects == Expects::nothing) continue;
      std::vector<std::string> patterns;
      for (const auto& name : option.names) patterns.push_back(fmt::format("'{} {}'", path_of(verb), name));
      out += fmt::format("    {}) {} ;;\n", fmt::join(patterns, " | "), bash_value(option));
    }
  });
  return out;
}

bool takes_files(const VerbText& verb) {
  return std::any_of(verb.arguments.begin(), verb.arguments.end(), [](const auto& one) { return one.expects == Expects::file; });
}

std::string bash_words(const VerbText& program) {
  std::string out;
  each_verb(program, [&](const VerbText& verb) {
    const auto words = verb.verbs.empty() ? argument_words(verb) : verbs_below(verb);
    out += fmt::format("      '{}') options='{}' words='{}'{} ;;\n", path_of(verb), fmt::join(option_names(verb), " "),
                       fmt::join(words, " "), takes_files(verb) ? " files=-f" : "");
  });
  return out;
}

std::string bash_paths(const VerbText& program) {
  std::vector<std::string> out;
  each_verb(program, [&](const VerbText& verb) {
    if (!verb.path.empty()) out.push_back(path_of(verb));
  });
  return fmt::format("{}", fmt::join(out, " | "));
}

constexpr std::string_view bash_frame = R"(# Completes isonomy in bash; written by `isonomy completions bash`.
_isonomy() {{
  local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD - 1]}} path= options= words= files= i
  COMPREPLY=()
  # `--format=json` comes as three words.
  if [[ $cur == '=' ]]; then cur=; elif [[ $prev == '=' ]]; then prev=${{COMP_WORDS[COMP_CWORD - 2]}}; fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$path/${{COMP_WORDS[i]}}" in
      {paths}) path+=/${{COMP_WORDS[i]}} ;;
    esac
  done
  case "$path $prev" in
{values}    *)
      case "$path" in
{words}      esac
      if [[ $cur == -* ]]; then words=$options files=; fi
      ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
  if [[ $files ]]; then
    compopt -o filenames 2>/dev/null
    while IFS= read -r i; do COMPREPLY+=("$i"); done < <(compgen "$files" -- "$cur")
  fi
}}
complete -F _isonomy isonomy
)";

// --- zsh -----------------------------------------------------------------------------------------

std::string zsh_text(const std::string& text) {
  return replaced(replaced(replaced(replaced(text, "'", "'\\''"), "[", "\\["), "]", "\\]"), ":", "\\:");
}

std::string zsh_action(const OptionText& option) {
  if (option.expects == Expects::choice) return fmt::format("({})", fmt::join(option.choices, " "));
  return option.expects == Expects::folder ? "_files -/" : option.expects == Expects::file ? "_files" : "( )";
}

std::string zsh_options(const VerbText& verb, std::string_view indent) {
  std::string out;
  for (const auto& option : verb.options)
    for (const auto& name : option.names)
      out += fmt::format(" \\\n{}'{}{}[{}]{}'", indent, option.repeats ? "*" : "", name, zsh_text(option.description),
                         option.expects == Expects::nothing ? "" : fmt::format(":{}:{}", zsh_text(option.word), zsh_action(option)));
  if (takes_files(verb)) out += fmt::format(" \\\n{}'*:path:_files'", indent);
  if (const auto words = argument_words(verb); !words.empty()) out += fmt::format(" \\\n{}'1:word:({})'", indent, fmt::join(words, " "));
  return out;
}

std::string zsh_function(const VerbText& verb) {
  auto out = fmt::format("{}() {{\n", "_" + verb.full_name("_"));
  if (verb.verbs.empty()) return out + "  _arguments" + zsh_options(verb, "    ") + "\n}\n\n";
  out += "  local context state state_descr line\n  typeset -A opt_args\n  local -a verbs\n  verbs=(\n";
  for (const auto& below : verb.verbs) out += fmt::format("    '{}:{}'\n", below.name(), zsh_text(below.description));
  out += "  )\n  _arguments -C" + zsh_options(verb, "    ") + " \\\n    '1: :->verb' '*:: :->rest'\n";
  out += "  case $state in\n    verb) _describe verb verbs ;;\n    rest)\n      case $words[1] in\n";
  for (const auto& below : verb.verbs) out += fmt::format("        {}) _{} ;;\n", below.name(), below.full_name("_"));
  return out + "      esac\n      ;;\n  esac\n}\n\n";
}

// --- fish ----------------------------------------------------------------------------------------

std::string fish_text(const std::string& text) { return replaced(replaced(text, "\\", "\\\\"), "'", "\\'"); }

// Where the words of a verb are on the line, and none of those below it.
std::string fish_place(const VerbText& verb) {
  if (verb.path.empty()) return "__fish_use_subcommand";
  std::string out;
  for (const auto& word : verb.path) out += fmt::format("{}__fish_seen_subcommand_from {}", out.empty() ? "" : "; and ", word);
  return out;
}

std::string fish_value(const OptionText& option) {
  if (option.expects == Expects::nothing) return {};
  if (option.expects == Expects::choice) return fmt::format(" -x -a '{}'", fmt::join(option.choices, " "));
  return option.expects == Expects::folder ? " -x -a '(__fish_complete_directories)'" : option.expects == Expects::file ? " -r -F" : " -x";
}

std::string fish_verb(const VerbText& verb) {
  const auto place = fish_place(verb);
  std::string out;
  const auto below = verb.path.empty() || verb.verbs.empty()
                         ? place
                         : fmt::format("{}; and not __fish_seen_subcommand_from {}", place, fmt::join(verbs_below(verb), " "));
  for (const auto& one : verb.verbs)
    out += fmt::format("complete -c isonomy -f -n '{}' -a {} -d '{}'\n", below, one.name(), fish_text(one.description));
  for (const auto& option : verb.options) {
    out += fmt::format("complete -c isonomy -n '{}'", place);
    for (const auto& name : option.names) out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    out += fmt::format("{} -d '{}'\n", fish_value(option), fish_text(option.description));
  }
  if (const auto words = argument_words(verb); !words.empty())
    out += fmt::format("complete -c isonomy -f -n '{}' -a '{}'\n", place, fmt::join(words, " "));
  if (!verb.path.empty() && !takes_files(verb)) out += fmt::format("complete -c isonomy -f -n '{}'\n", place);
  return out;
}

}  // namespace

std::string bash_completion(const VerbText& program) {
  return fmt::format(bash_frame, fmt::arg("paths", bash_paths(program)), fmt::arg("values", bash_values(program)),
                     fmt::arg("words", bash_words(program)));
}

std::string zsh_completion(const VerbText& program) {
  std::string out = "#compdef isonomy\n# Completes isonomy in zsh; written by `isonomy completions zsh`.\n\n";
  each_verb(program, [&](const VerbText& verb) { out += zsh_function(verb); });
  // Read as a file it defines itself; autoloaded it is called at once.
  return out + "if [ \"$funcstack[1]\" = \"_isonomy\" ]; then\n  _isonomy \"$@\"\nelse\n  compdef _isonomy isonomy\nfi\n";
}

std::string fish_completion(const VerbText& program) {
  std::string out = "# Completes isonomy in fish; written by `isonomy completions fish`.\n";
  each_verb(program, [&](const VerbText& verb) { out += fish_verb(verb); });
  return out;
}

}  // namespace isonomy::cli
