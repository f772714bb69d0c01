// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <sstream>

#include "tree.h"

namespace isonomy::cli {
namespace {

// Signs that the formatter reads itself, and a dash that stays one when it is copied.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') out += "\\e";
    else if (c == '-') out += "\\-";
    else if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n')) out += std::string{"\\&"} + c;
    else out += c;
  }
  return out;
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return text;
}

std::string value_word(const OptionText& option) {
  if (option.expects == Expects::nothing) return {};
  if (option.expects == Expects::choice) return fmt::format(" \\fI{}\\fR", roff(fmt::format("{}", fmt::join(option.choices, "|"))));
  return fmt::format(" \\fI{}\\fR", roff(option.word));
}

std::string option_item(const OptionText& option) {
  std::vector<std::string> names;
  for (const auto& name : option.names) names.push_back(fmt::format("\\fB{}\\fR{}", roff(name), value_word(option)));
  if (option.names.empty()) names.push_back(fmt::format("\\fI{}\\fR", roff(option.word)));
  auto text = roff(option.description);
  if (option.expects != Expects::nothing && !option.preset.empty()) text += roff(fmt::format(" (default: {})", option.preset));
  return fmt::format(".TP\n{}\n{}\n", fmt::join(names, ", "), text);
}

std::string section(std::string_view title, const std::string& text) {
  return text.empty() ? text : fmt::format(".SH {}\n{}", title, text);
}

std::string items(const std::vector<OptionText>& options) {
  std::string out;
  for (const auto& option : options) out += option_item(option);
  return out;
}

std::string synopsis(const VerbText& verb) {
  auto out = fmt::format(".B {}\n", roff(verb.full_name(" ")));
  if (!verb.verbs.empty()) return out + ".I VERB\n.RI [ OPTION ...]\n";
  for (const auto& one : verb.arguments) {
    const auto word = roff(one.word) + (one.repeats ? "..." : "");
    out += one.required ? ".I " + word + "\n" : ".RI [ " + word + " ]\n";
  }
  for (const auto& one : verb.options)
    if (one.required) out += fmt::format("\\fB{}\\fR{}\n", roff(one.names.front()), value_word(one));
  return out + ".RI [ OPTION ...]\n";
}

bool is_about(const std::string& paragraph, std::string_view what) { return paragraph.starts_with(what); }

std::string description(const VerbText& verb) {
  auto out = roff(verb.description) + ".\n";
  for (const auto& one : verb.paragraphs)
    if (!is_about(one, "Example") && !is_about(one, "Exit status:")) out += ".PP\n" + roff(one) + "\n";
  return out;
}

std::string examples(const VerbText& verb) {
  std::string out;
  for (const auto& one : verb.paragraphs) {
    if (!is_about(one, "Example")) continue;
    std::istringstream lines{one.substr(std::min(one.find('\n'), one.size() - 1) + 1)};
    for (std::string line; std::getline(lines, line);) out += roff(line.substr(std::min(line.find_first_not_of(' '), line.size()))) + "\n";
  }
  return out.empty() ? out : ".nf\n" + out + ".fi\n";
}

std::string exit_status(const VerbText& verb) {
  for (const auto& one : verb.paragraphs)
    if (is_about(one, "Exit status:")) return roff(one.substr(one.find(':') + 2)) + "\n";
  return "0 nothing found, 1 findings, 2 the command or its input is wrong.\n";
}

std::string verbs(const VerbText& verb) {
  std::string out;
  for (const auto& one : verb.verbs) out += fmt::format(".TP\n\\fB{}\\fR\n{}.\n", roff(one.name()), roff(one.description));
  return out;
}

// The program names its verbs, a verb the program.
std::string see_also(const VerbText& verb, const VerbText& program) {
  std::vector<std::string> pages;
  if (!verb.path.empty()) pages.emplace_back(".BR isonomy (1)");
  for (const auto& one : verb.path.empty() ? program.verbs : verb.verbs)
    pages.push_back(fmt::format(".BR {} (1)", roff(one.full_name("-"))));
  return fmt::format("{}\n", fmt::join(pages, ",\n"));
}

}  // namespace

std::string man_page(const VerbText& verb, const VerbText& program, std::string_view version) {
  const auto name = verb.full_name("-");
  auto out = fmt::format(".\\\" Written by `isonomy man`.\n.TH {} 1 \"\" \"isonomy {}\" \"User Commands\"\n", roff(upper(name)), version);
  out += section("NAME", fmt::format("{} \\- {}\n", roff(name), roff(verb.description)));
  out += section("SYNOPSIS", synopsis(verb)) + section("DESCRIPTION", description(verb)) + section("VERBS", verbs(verb));
  out += section("ARGUMENTS", items(verb.arguments)) + section("OPTIONS", items(verb.options));
  return out + section("EXAMPLES", examples(verb)) + section("\"EXIT STATUS\"", exit_status(verb)) +
         section("\"SEE ALSO\"", see_also(verb, program));
}

}  // namespace isonomy::cli
