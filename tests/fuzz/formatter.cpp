// SPDX-License-Identifier: Apache-2.0
// A text that can be laid out means what it meant, and is laid out for good.
#include <cstdio>
#include <cstdlib>

#include "outline.h"
#include "syntax/format.h"
#include "syntax/parse.h"

namespace {

using namespace isonomy;

struct Text {
  source::SourceMap sources;
  source::Diagnostics diagnostics;
  source::FileId file;

  explicit Text(std::string text) : file{sources.add("fuzz.law", std::move(text))} {}
  std::optional<std::string> formatted() { return syntax::format_file(sources, file, diagnostics); }
  std::string meaning() { return test::outline(syntax::parse_file(sources, file, diagnostics)); }
};

void that(bool holds, const char* wrong, const std::string& text) {
  if (holds) return;
  std::fprintf(stderr, "%s\n%s\n", wrong, text.c_str());
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Text before{std::string(data, data + size)};
  const auto once = before.formatted();
  if (!once) {
    that(!before.diagnostics.empty(), "refused without a word", "");
    return 0;
  }
  Text after{*once};
  that(after.formatted() == once, "a second time changes something", *once);
  that(before.meaning() == after.meaning(), "the meaning has changed", *once);
  return 0;
}
