// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <vector>

#include "api/scope.h"
#include "model/library.h"
#include "source/diagnostic.h"

namespace isonomy::api {

/// A library of rules as read from a disk, with its texts and every mistake found in them.
struct Loaded {
  std::shared_ptr<source::SourceMap> sources = std::make_shared<source::SourceMap>();
  model::Library library;
  source::Diagnostics diagnostics;
  std::vector<base::RateTable> rates;        ///< one per day, oldest first
  std::vector<std::filesystem::path> roots;  ///< what was loaded, as named
  std::set<std::string> hs_codes;            ///< of the newest nomenclature; empty if there is none

  /// Whether questions can be asked: there is no error.
  bool usable() const { return !diagnostics.has_errors(); }
};

/// Reads every `.law` file under the paths (folders or files), and the exchange rates under `reference/fx/YYYY-MM-DD.csv` of each
/// folder (columns `currency,units_per_usd`), and the newest nomenclature under `reference/hs/hsYYYY.csv` (first column `code`).
/// Files are taken in the order of their paths; the order changes no result.
/// With a scope, law that cannot bind a place of it and examples stay unread, mistakes in them included; all answers about the scope are the same.
/// The law under `what_if` is put in its place or added, as `try_out` says; then the scope is not used.
/// Errors in the result's diagnostics: E01xx to E05xx, E0910, E0114 where there is no rule file, E0703 for a rate table.
/// Cost: linear in the bytes; about 5 MB/s.
Loaded load(const std::vector<std::filesystem::path>& paths, const std::optional<Scope>& scope = std::nullopt,
            const std::vector<std::filesystem::path>& what_if = {});

/// The newest exchange rates that lie beside rules; none if there are none, or none that can be read.
base::RateTable newest_rates(const std::vector<std::filesystem::path>& roots);

/// Makes the library use the newest rates not after the day, or the oldest there are; none if there is no table.
void use_rates(Loaded& loaded, base::Date day);

}  // namespace isonomy::api
