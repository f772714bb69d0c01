// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

namespace isonomy::report {

/// A page of `docs/diagnostics`, as Markdown.
struct Page {
  std::string_view name;  ///< `E0304`
  std::string_view text;
};

/// One page a code of `codes.def`, by name.
const std::vector<Page>& all_pages();

/// The page of that name; empty if there is none.
std::string_view page_of(std::string_view name);

}  // namespace isonomy::report
