// SPDX-License-Identifier: Apache-2.0
#include "property/shuffled.h"

#include <algorithm>
#include <sstream>

namespace isonomy::test {
namespace {

bool starts(const std::string& line, const char* with) { return line.rfind(with, 0) == 0; }

/// Lines of a declaration that fit anywhere in the order: the head, the rules, the end.
struct Ruleset {
  std::string head;
  std::vector<std::string> rules;

  std::string text(std::mt19937& random) {
    std::shuffle(rules.begin(), rules.end(), random);
    auto out = head;
    for (const auto& rule : rules) out += rule;
    return out + "}\n";
  }
};

Ruleset read_ruleset(const std::string& first, std::istringstream& lines) {
  Ruleset out{first + "\n", {}};
  for (std::string line; std::getline(lines, line) && line != "}";) {
    if (starts(line, "  rule ")) out.rules.emplace_back();
    (out.rules.empty() ? out.head : out.rules.back()) += line + "\n";
  }
  return out;
}

}  // namespace

std::vector<std::string> shuffled(const std::string& text, std::size_t files, std::mt19937& random) {
  std::vector<std::string> declarations;
  std::istringstream lines{text};
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) continue;
    declarations.push_back(starts(line, "ruleset ") ? read_ruleset(line, lines).text(random) : line + "\n");
  }
  std::shuffle(declarations.begin(), declarations.end(), random);
  std::vector<std::string> out(files);
  for (const auto& one : declarations) out[std::uniform_int_distribution<std::size_t>{0, files - 1}(random)] += one;
  return out;
}

}  // namespace isonomy::test
