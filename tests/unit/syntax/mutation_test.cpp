// SPDX-License-Identifier: Apache-2.0
// Every file of the good collection, broken word by word: the parser must survive and stay close to one message a mistake.
#include <filesystem>

#include "support/text.h"

namespace isonomy::test {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> good_texts() {
  std::vector<std::string> out;
  for (const auto& entry : fs::directory_iterator{fs::path{ISONOMY_TESTS} / "golden/syntax/good"})
    if (entry.path().extension() == ".law") out.push_back(read_file(entry.path().string()));
  return out;
}

// Words and signs as a person sees them; comments and spaces belong to none.
std::vector<source::Span> words_of(const std::string& text) {
  std::vector<source::Span> out;
  const auto is_letter = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; };
  for (std::uint32_t i = 0; i < text.size();) {
    auto end = i + 1;
    if (text.compare(i, 2, "//") == 0) {
      i = static_cast<std::uint32_t>(std::min(text.find('\n', i), text.size()));
      continue;
    }
    if (text[i] == '"') end = static_cast<std::uint32_t>(text.find('"', i + 1) + 1);
    else
      while (end < text.size() && is_letter(text[i]) && is_letter(text[end])) ++end;
    if (text[i] != ' ' && text[i] != '\n') out.push_back({{}, i, end});
    i = end;
  }
  return out;
}

std::string without(const std::string& text, source::Span word) { return text.substr(0, word.begin) + text.substr(word.end); }
std::string twice(const std::string& text, source::Span word) {
  return text.substr(0, word.end) + " " + text.substr(word.begin, word.end - word.begin) + text.substr(word.end);
}

struct Tally {
  std::size_t broken = 0;
  std::size_t messages = 0;
  std::size_t more_than_two = 0;
};

template <class Mutate>
Tally tally(const Mutate& mutate) {
  Tally out;
  for (const auto& text : good_texts()) {
    for (const auto word : words_of(text)) {
      const auto mutant = mutate(text, word);
      const auto count = parse(mutant).diagnostics.sorted().size();
      if (count == 0) continue;
      ++out.broken;
      out.messages += count;
      if (count > 2) ++out.more_than_two;
    }
  }
  return out;
}

TEST(Mutation, AMissingWordGivesAboutOneMessage) {
  const auto found = tally(without);
  EXPECT_GT(found.broken, 400U);
  EXPECT_LT(found.messages * 100, found.broken * 105) << found.messages << " messages for " << found.broken << " mistakes";
  EXPECT_LE(found.more_than_two, 3U);
}

TEST(Mutation, AWordWrittenTwiceGivesAboutOneMessage) {
  const auto found = tally(twice);
  EXPECT_GT(found.broken, 400U);
  EXPECT_LT(found.messages * 100, found.broken * 105) << found.messages << " messages for " << found.broken << " mistakes";
  EXPECT_LE(found.more_than_two, 3U);
}

TEST(Mutation, ATruncatedFileIsSurvived) {
  for (const auto& text : good_texts())
    for (std::size_t size = 0; size < text.size(); size += 3) EXPECT_LE(parse(text.substr(0, size)).diagnostics.sorted().size(), 2U);
}

// Signs that are mended into brackets or `not` count like those.
TEST(Mutation, DeepNestingInForeignSignsIsSurvived) {
  for (const auto* sign : {"（", "!", "｛", "(", "not "}) {
    std::string text = "ruleset DE.customs {\n  rule r {\n    when ";
    for (int i = 0; i < 100'000; ++i) text += sign;
    const auto found = codes(parse(text).diagnostics);
    EXPECT_NE(std::find(found.begin(), found.end(), "E0104"), found.end()) << sign;
  }
}

}  // namespace
}  // namespace isonomy::test
