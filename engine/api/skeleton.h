// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "api/load.h"

/// First drafts of rule files: they validate, and every question in them is open.
namespace isonomy::api {

struct NewFile {
  std::filesystem::path path;
  std::string text;
};

struct NewJurisdiction {
  std::string code;      ///< ISO 3166-1 alpha-2, or a zone inside such a country: `CN.HZ`
  std::string name;      ///< in English; the code if empty
  std::string currency;  ///< three capitals; may be empty
};

/// A declaration, unless the library has one; one ruleset a domain that lists each of its measures as a comment; a file for examples.
/// Below `root/jurisdictions/CODE/`. E0721 for a code, name or currency that cannot be used, E0306 for a zone of an unknown country.
std::vector<NewFile> new_jurisdiction(Loaded& loaded, const std::filesystem::path& root, const NewJurisdiction& wanted,
                                      source::Diagnostics& diagnostics);

/// A declaration of a measure such as `customs.fee` in `root/vocabulary/`, to be filled in. E0721 for a name that cannot be used, E0301
/// for an unknown domain, E0312 if it exists.
std::vector<NewFile> new_measure(Loaded& loaded, const std::filesystem::path& root, const std::string& name,
                                 source::Diagnostics& diagnostics);

/// Writes all files, or none if one of them is there already (E0722). E0720 for what cannot be written.
void create(const std::vector<NewFile>& files, source::Diagnostics& diagnostics);

}  // namespace isonomy::api
