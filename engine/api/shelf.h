// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/diagnostic.h"

namespace isonomy::api {

/// Where rule files are read from: the disk, or one version that a repository keeps. Paths are the shelf's own; people see them as `shown`.
class Shelf {
 public:
  Shelf() = default;
  Shelf(const Shelf&) = delete;
  Shelf& operator=(const Shelf&) = delete;
  virtual ~Shelf() = default;

  virtual bool has_folder(const std::filesystem::path& path) const = 0;
  /// Every file below the folder with that extension, in the order of their paths; the path itself if it is a file. Links are followed, each
  /// folder is read once. E0101 for each folder and file that cannot be read; on the disk also if nothing is there.
  virtual std::vector<std::filesystem::path> files_under(const std::filesystem::path& root, std::string_view extension,
                                                         source::Diagnostics& diagnostics) const = 0;
  /// Adds the file's text to the sources; a file over the limit is cut one byte beyond it. Nothing if it cannot be read.
  virtual std::optional<source::FileId> read_file(source::SourceMap& sources, const std::filesystem::path& path) const = 0;
  virtual std::string shown(const std::filesystem::path& path) const = 0;
  /// The path that is shown so.
  virtual std::filesystem::path path_of(const std::string& shown) const = 0;
};

/// The files below all roots, each once, in the order of their paths.
std::vector<std::filesystem::path> files_under(const Shelf& shelf, const std::vector<std::filesystem::path>& roots,
                                               std::string_view extension, source::Diagnostics& diagnostics);

/// The files of this machine.
const Shelf& disk();

}  // namespace isonomy::api
