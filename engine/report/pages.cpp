// SPDX-License-Identifier: Apache-2.0
#include "report/pages.h"

#include <algorithm>

namespace isonomy::report {

std::string_view page_of(std::string_view name) {
  const auto& pages = all_pages();
  const auto it = std::find_if(pages.begin(), pages.end(), [&](const Page& page) { return page.name == name; });
  return it == pages.end() ? std::string_view{} : it->text;
}

}  // namespace isonomy::report
