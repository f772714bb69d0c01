// SPDX-License-Identifier: Apache-2.0
// Usage: isonomy_golden good|bad|made|docs|format|layout FOLDER
// Compares what the engine says about each text with the `.expected` beside it; exit status 1 if one differs.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "format.h"
#include "made.h"
#include "outline.h"
#include "support/text.h"

namespace isonomy::test {
namespace {

namespace fs = std::filesystem;

bool updating() { return std::getenv("ISONOMY_UPDATE_GOLDEN") != nullptr; }

class Comparer {
 public:
  void count() { ++compared_; }
  void compare(const fs::path& expected, const std::string& actual) {
    count();
    if (updating()) {
      std::ofstream{expected, std::ios::binary} << actual;
      return;
    }
    const auto wanted = fs::exists(expected) ? read_file(expected.string()) : std::string{};
    if (wanted != actual) fail(fmt::format("{}\n--- expected\n{}--- actual\n{}", expected.string(), wanted, actual));
  }
  void fail(const std::string& why) {
    ++failed_;
    std::cerr << "FAILED " << why << "\n";
  }
  // A runner that finds no case has a wrong folder.
  int finish() const {
    std::cout << fmt::format("{} compared, {} failed\n", compared_, failed_);
    return compared_ > 0 && failed_ == 0 ? 0 : 1;
  }

 private:
  int compared_ = 0;
  int failed_ = 0;
};

std::vector<fs::path> files_in(const fs::path& folder, std::string_view extension) {
  std::vector<fs::path> out;
  for (const auto& entry : fs::recursive_directory_iterator{folder})
    if (entry.path().extension() == extension) out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

fs::path expected_of(fs::path file) { return file.replace_extension(".expected"); }

std::string reported(const Parsed& parsed) { return report(parsed.sources, parsed.diagnostics); }

void good(const fs::path& folder, Comparer& comparer) {
  for (const auto& file : files_in(folder, ".law")) {
    const auto parsed = parse(read_file(file.string()));
    if (!parsed.diagnostics.empty()) comparer.fail(file.string() + "\n" + reported(parsed));
    comparer.compare(expected_of(file), outline(parsed.file));
  }
}

void bad(const fs::path& folder, Comparer& comparer) {
  for (const auto& file : files_in(folder, ".law")) {
    const auto parsed = parse(read_file(file.string()));
    if (parsed.diagnostics.empty()) comparer.fail(file.string() + ": no mistake was found");
    comparer.compare(expected_of(file), reported(parsed));
  }
}

void made(const fs::path& folder, Comparer& comparer) {
  for (const auto& [name, text] : made_texts()) comparer.compare(folder / (name + ".expected"), reported(parse(text())));
}

// The texts between ```law and ``` of one page.
std::vector<std::string> law_blocks(const std::string& page) {
  constexpr std::string_view fence = "```law\n";
  std::vector<std::string> out;
  for (auto at = page.find(fence); at != std::string::npos; at = page.find(fence, at)) {
    at += fence.size();
    const auto end = page.find("```", at);
    out.push_back(page.substr(at, end - at));
  }
  return out;
}

// What the manual shows as rule text must be rule text.
void docs(const fs::path& folder, Comparer& comparer) {
  for (const auto& page : files_in(folder, ".md")) {
    for (const auto& block : law_blocks(read_file(page.string()))) {
      const auto said = reported(parse(block));
      comparer.count();
      if (!said.empty()) comparer.fail(page.string() + "\n" + block + said);
    }
  }
}

void format(const fs::path& folder, Comparer& comparer) {
  for (const auto& file : files_in(folder, ".law")) comparer.compare(expected_of(file), formatted(read_file(file.string())));
}

std::vector<std::string> texts_in(const fs::path& folder) {
  std::vector<std::string> out;
  for (const auto& file : files_in(folder, ".law")) out.push_back(read_file(file.string()));
  for (const auto& page : files_in(folder, ".md"))
    for (const auto& block : law_blocks(read_file(page.string()))) out.push_back(block);
  return out;
}

// Every text that is there, as it is and shaken: laid out, it means the same, and a second time changes nothing.
void keeps_meaning(const fs::path& folder, Comparer& comparer) {
  constexpr unsigned times = 12;
  std::size_t judged = 0;
  std::size_t tried = 0;
  for (const auto& text : texts_in(folder)) {
    for (unsigned seed = 0; seed <= times; ++seed, ++tried) {
      const auto changed = seed == 0 ? text : shaken(text, seed);
      if (const auto wrong = wrong_with_format(changed, judged); !wrong.empty()) comparer.fail(changed + "--- " + wrong);
      comparer.count();
    }
  }
  if (judged * 4 < tried) comparer.fail(fmt::format("only {} of {} texts could be laid out", judged, tried));
}

int run(const std::vector<std::string>& arguments) {
  Comparer comparer;
  const auto kind = arguments.at(0);
  const fs::path folder = arguments.at(1);
  if (kind == "good") good(folder, comparer);
  else if (kind == "bad") bad(folder, comparer);
  else if (kind == "made") made(folder, comparer);
  else if (kind == "docs") docs(folder, comparer);
  else if (kind == "format") format(folder, comparer);
  else if (kind == "layout") keeps_meaning(folder, comparer);
  else return 2;
  return comparer.finish();
}

}  // namespace
}  // namespace isonomy::test

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: isonomy_golden good|bad|made|docs|format|layout FOLDER\n";
    return 2;
  }
  return isonomy::test::run({argv + 1, argv + argc});
}
