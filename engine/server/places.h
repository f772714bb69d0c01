// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "server/json.h"
#include "source/source_map.h"

/// Places as the protocol counts them: lines and UTF-16 units from 0, files as URIs.
namespace isonomy::server {

/// The byte that the position points at; a position beyond its line or the text means the end of it.
std::uint32_t offset_at(const source::File& file, const Json& position);
Json position_of(const source::File& file, std::uint32_t offset);
Json range_of(const source::SourceMap& sources, source::Span span);
/// UTF-16 units of the text.
std::uint32_t units(std::string_view text);

/// The path of a `file:` URI; other URIs stay as they are.
std::string path_of(const std::string& uri);
std::string uri_of(const std::string& path);

Json location_of(const source::SourceMap& sources, source::Span span);

}  // namespace isonomy::server
