// SPDX-License-Identifier: Apache-2.0
#include "api/load.h"

#include <fmt/format.h>

#include <algorithm>

#include "api/files.h"
#include "api/reading.h"
#include "api/what_if.h"
#include "base/limits.h"
#include "model/bind.h"
#include "source/codes.h"
#include "source/csv.h"
#include "syntax/owners.h"
#include "syntax/parse.h"

namespace isonomy::api {
namespace {

namespace fs = std::filesystem;
using source::Code;

void bad_rates(Loaded& loaded, source::Span span, std::string message) {
  loaded.diagnostics.add(Code::bad_rates, span, std::move(message), "write rows of `currency,units_per_usd`");
}

void read_rates(Loaded& loaded, const Shelf& shelf, const fs::path& path) {
  const auto date = base::parse_date(path.stem().string());
  const auto file = shelf.read_file(*loaded.sources, path);
  if (!file) return report_unreadable(shelf.shown(path), loaded.diagnostics);
  if (!date) return bad_rates(loaded, {*file, 0, 0}, "the name of a rate table is its day, as YYYY-MM-DD.csv");
  base::RateTable table{*date, {}, path.filename().generic_string()};
  const auto rows = source::read_csv(*loaded.sources, *file);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const auto currency = rows[i].size() == 2 ? base::parse_currency(rows[i][0].text) : std::nullopt;
    const auto rate = currency ? base::parse_decimal(rows[i][1].text) : std::nullopt;
    if (!rate || *rate <= 0) return bad_rates(loaded, rows[i][0].span, fmt::format("row {} is not a currency and a rate", i));
    table.units_per_base.emplace(*currency, *rate);
  }
  loaded.rates.push_back(std::move(table));
}

void read_all_rates(Loaded& loaded, const Shelf& shelf, const std::vector<fs::path>& roots) {
  for (const auto& root : roots) {
    const auto folder = root / "reference" / "fx";
    if (!shelf.has_folder(folder)) continue;
    for (const auto& path : shelf.files_under(folder, ".csv", loaded.diagnostics)) read_rates(loaded, shelf, path);
  }
  std::sort(loaded.rates.begin(), loaded.rates.end(), [](const auto& a, const auto& b) { return a.date < b.date; });
}

void read_nomenclature(Loaded& loaded, const Shelf& shelf, const std::vector<fs::path>& roots) {
  for (const auto& root : roots) {
    const auto folder = root / "reference" / "hs";
    if (!shelf.has_folder(folder)) continue;
    const auto paths = shelf.files_under(folder, ".csv", loaded.diagnostics);
    const auto file = paths.empty() ? std::nullopt : shelf.read_file(*loaded.sources, paths.back());
    if (!file) continue;
    for (const auto& row : source::read_csv(*loaded.sources, *file)) loaded.hs_codes.insert(row.empty() ? std::string{} : row[0].text);
  }
}

std::vector<fs::path> rule_files(Loaded& loaded, const Shelf& shelf, const std::vector<fs::path>& roots, const std::string& where = {}) {
  auto paths = files_under(shelf, roots, ".law", loaded.diagnostics);
  if (paths.empty() && !loaded.diagnostics.has_errors())
    loaded.diagnostics.add(Code::no_rule_files, {}, "no rule file was found" + where, "name a folder that holds `.law` files");
  return paths;
}

std::vector<source::FileId> read_all(Loaded& loaded, const Shelf& shelf, const std::vector<fs::path>& paths) {
  std::vector<source::FileId> out;
  for (const auto& path : paths) {
    if (const auto file = shelf.read_file(*loaded.sources, path)) out.push_back(*file);
    else report_unreadable(shelf.shown(path), loaded.diagnostics);
  }
  return out;
}

// Files that hold law only wait until all places are known; then those that no place on the way needs stay unread.
std::vector<syntax::File> parse_all(Loaded& loaded, const std::vector<source::FileId>& files, const std::optional<Scope>& scope) {
  std::vector<syntax::File> parsed(files.size());
  std::vector<std::pair<std::size_t, std::set<std::string>>> waiting;
  const auto parse = [&](std::size_t i) { parsed[i] = syntax::parse_file(*loaded.sources, files[i], loaded.diagnostics); };
  for (std::size_t i = 0; i < files.size(); ++i) {
    const auto& text = (*loaded.sources)[files[i]].text;
    const auto owners = scope && text.size() <= base::limits::file_bytes ? syntax::owners_only(text) : std::nullopt;
    if (owners) waiting.emplace_back(i, *owners);
    else parse(i);
  }
  const auto foreign = scope ? foreign_to(*scope, parsed) : std::set<std::string>{};
  for (const auto& [i, owners] : waiting)
    if (!std::includes(foreign.begin(), foreign.end(), owners.begin(), owners.end())) parse(i);
  return parsed;
}

// What lies beside the rules; then the rules as bound. The newest rates count until a question says its day.
void finish(Reading& reading, bool whole) {
  auto& loaded = reading.loaded;
  read_all_rates(loaded, *reading.shelf, loaded.roots);
  if (whole) read_nomenclature(loaded, *reading.shelf, loaded.roots);
  if (!reading.files.empty()) loaded.library = bind_again(reading, reading.files, loaded.diagnostics);
  if (!loaded.rates.empty()) loaded.library.rates = loaded.rates.back();
}

}  // namespace

model::Library bind_again(Reading& reading, const std::vector<syntax::File>& files, source::Diagnostics& diagnostics) {
  auto& sources = *reading.loaded.sources;
  const auto read_table = [&](source::FileId beside, const std::string& name) {
    const auto path = reading.shelf->path_of(sources[beside].path).parent_path() / name;
    const auto [it, fresh] = reading.tables.try_emplace(path.generic_string());
    if (fresh) it->second = reading.shelf->read_file(sources, path);
    return it->second;
  };
  auto out = model::bind(files, sources, read_table, diagnostics);
  out.rates = reading.loaded.library.rates;
  return out;
}

Reading read(const Shelf& shelf, const std::vector<fs::path>& paths, const std::shared_ptr<source::SourceMap>& sources) {
  Reading out;
  out.shelf = &shelf;
  out.loaded.sources = sources;
  out.loaded.roots = paths;
  const auto where = fmt::format(" in `{}`", shelf.shown(paths.front()));
  out.files = parse_all(out.loaded, read_all(out.loaded, shelf, rule_files(out.loaded, shelf, paths, where)), std::nullopt);
  finish(out, true);
  return out;
}

Loaded load(const std::vector<fs::path>& paths, const std::optional<Scope>& scope, const std::vector<fs::path>& what_if) {
  Reading reading;
  reading.shelf = &disk();
  auto& loaded = reading.loaded;
  loaded.roots = paths;
  // What is tried may change any law, also that of which the places of a scope know nothing.
  reading.files = parse_all(loaded, read_all(loaded, disk(), rule_files(loaded, disk(), paths)), what_if.empty() ? scope : std::nullopt);
  if (!what_if.empty())
    try_out(parse_all(loaded, read_all(loaded, disk(), files_under(what_if, ".law", loaded.diagnostics)), std::nullopt), reading.files,
            loaded.diagnostics);
  finish(reading, !scope);
  return std::move(reading.loaded);
}

base::RateTable newest_rates(const std::vector<fs::path>& roots) {
  Loaded scratch;
  read_all_rates(scratch, disk(), roots);
  return scratch.rates.empty() ? base::RateTable{} : std::move(scratch.rates.back());
}

void use_rates(Loaded& loaded, base::Date day) {
  if (loaded.rates.empty()) return;
  auto best = loaded.rates.begin();
  for (auto it = loaded.rates.begin(); it != loaded.rates.end(); ++it)
    if (it->date <= day) best = it;
  loaded.library.rates = *best;
}

}  // namespace isonomy::api
