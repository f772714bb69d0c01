// SPDX-License-Identifier: Apache-2.0
#include "tree.h"

#include <algorithm>
#include <sstream>

namespace isonomy::cli {
namespace {

std::vector<std::string> split_at(const std::string& text, const std::string& mark) {
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find(mark, begin), text.size());
    if (end > begin) out.push_back(text.substr(begin, end - begin));
    begin = end + mark.size();
  }
  return out;
}

// The parser writes `WORD:{text,json}` where only some words are allowed.
std::vector<std::string> choices_in(const std::string& type) {
  const auto begin = type.find('{');
  const auto end = type.find('}');
  if (begin == std::string::npos || end == std::string::npos) return {};
  return split_at(type.substr(begin + 1, end - begin - 1), ",");
}

Expects expected(const OptionText& option, bool argument) {
  if (!option.choices.empty()) return Expects::choice;
  if (option.word.find("DIR") != std::string::npos) return Expects::folder;
  if (option.word.find("FILE") != std::string::npos || (argument && option.word == "paths")) return Expects::file;
  return Expects::text;
}

OptionText text_of(const CLI::Option& option) {
  OptionText out;
  for (const auto& name : option.get_snames()) out.names.push_back("-" + name);
  for (const auto& name : option.get_lnames()) out.names.push_back("--" + name);
  const auto type = option.get_type_name();
  out.choices = choices_in(type);
  out.word = out.names.empty() ? option.get_name() : type.substr(0, type.find(':'));
  if (!out.choices.empty() && (out.word.empty() || out.word == "TEXT")) out.word = "WORD";
  out.description = option.get_description();
  out.preset = option.get_default_str();
  out.required = option.get_required();
  out.repeats = option.get_items_expected_max() > 1;
  out.expects = option.get_items_expected_max() == 0 ? Expects::nothing : expected(out, out.names.empty());
  return out;
}

VerbText verb_text(const CLI::App& app, const std::vector<std::string>& path) {
  VerbText out{path, app.get_description(), split_at(app.get_footer(), "\n\n"), {}, {}, {}};
  for (const auto* option : app.get_options()) {
    auto text = text_of(*option);
    (text.names.empty() ? out.arguments : out.options).push_back(std::move(text));
  }
  for (const auto* verb : app.get_subcommands([](const CLI::App*) { return true; })) {
    auto below = path;
    below.push_back(verb->get_name());
    out.verbs.push_back(verb_text(*verb, below));
  }
  return out;
}

}  // namespace

std::string VerbText::full_name(std::string_view between) const {
  std::string out = "isonomy";
  for (const auto& word : path) out += std::string{between} + word;
  return out;
}

VerbText tree_of(const CLI::App& app) { return verb_text(app, {}); }

}  // namespace isonomy::cli
