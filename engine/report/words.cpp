// SPDX-License-Identifier: Apache-2.0
#include "report/words.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace isonomy::report {
namespace {

struct Phrase {
  std::string_view english;
  std::string_view chinese;
};

constexpr auto fixed = std::to_array<Phrase>({
#define WORDS(english, chinese) {english, chinese},
#include "report/words.def"
#undef WORDS
});

// Connecting words of regions and conditions; of two that begin alike the longer stands first.
constexpr auto connecting = std::to_array<Phrase>({
    {"a third jurisdiction", "第三法域"},
    {"the other of the two", "两者中的另一方"},
    {"in all cases", "所有情形"},
    {"contradictory", "相互矛盾"},
    {"not applicable", "不适用"},
    {"shares nothing with", "不含任何"},
    {"includes all of", "包含全部"},
    {"includes any of", "包含任一"},
    {"other than", "非"},
    {"not in", "不属于"},
    {"up to", "至多"},
    {"without", "不含"},
    {"through", "截至"},
    {"unlimited", "不限"},
    {"unknown", "未知"},
    {"silent", "未作规定"},
    {"under", "低于"},
    {"over", "超过"},
    {"from", "至少"},
    {"with", "含"},
    {"and", "且"},
    {"not", "非"},
    {"all", "全部"},
    {"yes", "是"},
    {"or", "或"},
    {"to", "至"},
    {"on", "于"},
    {"in", "属于"},
    {"no", "否"},
});

bool in_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.' || c == '-'; }

bool is_day(std::string_view text) {
  constexpr std::string_view form = " 0000-00-00";
  return text.size() >= form.size() && std::equal(form.begin(), form.end(), text.begin(), [](char f, char c) {
           return f == '0' ? std::isdigit(static_cast<unsigned char>(c)) != 0 : f == c;
         });
}

const Phrase* phrase_at(std::string_view rest) {
  const auto here = [&](const Phrase& one) {
    return rest.starts_with(one.english) && (rest.size() == one.english.size() || !in_word(rest[one.english.size()]));
  };
  const auto found = std::find_if(connecting.begin(), connecting.end(), here);
  return found == connecting.end() ? nullptr : &*found;
}

}  // namespace

std::string_view words_in(std::string_view english, std::string_view lang) {
  if (lang != "zh") return english;
  const auto found = std::find_if(fixed.begin(), fixed.end(), [&](const Phrase& one) { return one.english == english; });
  return found == fixed.end() ? english : found->chinese;
}

std::string said_in(std::string_view text, std::string_view lang) {
  if (lang != "zh") return std::string{text};
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto* phrase = i > 0 && in_word(text[i - 1]) ? nullptr : phrase_at(text.substr(i));
    if (phrase == nullptr) {
      out += text[i++];
      continue;
    }
    i += phrase->english.size();
    out += phrase->english == "from" && is_day(text.substr(i)) ? std::string_view{"自"} : phrase->chinese;
  }
  return out;
}

}  // namespace isonomy::report
