// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/diagnostic.h"

/// Reading and writing files for the verbs.
namespace isonomy::api {

/// Every file below the folder with that extension, in the order of their paths; the path itself if it is a file. Links are followed, each
/// folder is read once. E0101 if nothing is there, and for each folder and file that cannot be read.
std::vector<std::filesystem::path> files_under(const std::filesystem::path& root, std::string_view extension,
                                               source::Diagnostics& diagnostics);

/// The files below all roots, each once, in the order of their paths.
std::vector<std::filesystem::path> files_under(const std::vector<std::filesystem::path>& roots, std::string_view extension,
                                               source::Diagnostics& diagnostics);

/// Adds the file's text to the sources; a file over the limit is cut one byte beyond it. Nothing if it cannot be read.
std::optional<source::FileId> read_file(source::SourceMap& sources, const std::filesystem::path& path);

/// Whether a file or folder is the root or lies below it, links followed.
bool lies_under(const std::filesystem::path& path, const std::filesystem::path& root);

void report_unreadable(const std::filesystem::path& path, source::Diagnostics& diagnostics);

/// Puts the text in the place of the file, which may be new: written beside it, brought to the disk, then renamed over it, so that at every moment the
/// old or the new text is there in full. Permissions stay; a link stays a link. Says false and E0720 if it cannot, and the file is as it was.
bool replace_file(const std::filesystem::path& path, std::string_view text, source::Diagnostics& diagnostics);

/// Makes a new file, and the folders it needs, in the same way. Says false and E0720, or E0722 if the file is there already.
bool create_file(const std::filesystem::path& path, std::string_view text, source::Diagnostics& diagnostics);

}  // namespace isonomy::api
