// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace isonomy::report {

/// The text inside an XML element or attribute; signs that XML 1.0 forbids become U+FFFD.
std::string xml_escaped(std::string_view text);

/// The text inside a line of Markdown, where it can mean no markup.
std::string markdown_escaped(std::string_view text);

/// A path as a URI reference: every byte that a URI cannot hold as %XX; an absolute path begins with `file://`.
std::string uri_of(std::string_view path);

}  // namespace isonomy::report
