// SPDX-License-Identifier: Apache-2.0
// Whatever the bytes, the parser ends, and every place it speaks of lies in the text.
#include <cstdlib>

#include "syntax/parse.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace isonomy;
  source::SourceMap sources;
  source::Diagnostics diagnostics;
  const auto file = sources.add("fuzz.law", std::string(data, data + size));
  syntax::parse_file(sources, file, diagnostics);
  for (const auto& one : diagnostics.sorted())
    if (one.span.file != file || one.span.begin > one.span.end || one.span.end > size || one.message.empty()) std::abort();
  return 0;
}
