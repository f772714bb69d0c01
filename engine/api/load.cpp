// SPDX-License-Identifier: Apache-2.0
#include "api/load.h"

#include <fmt/format.h>

#include <algorithm>

#include "api/files.h"
#include "model/bind.h"
#include "source/csv.h"
#include "syntax/parse.h"

namespace isonomy::api {
namespace {

namespace fs = std::filesystem;
using source::Code;

void bad_rates(Loaded& loaded, source::Span span, std::string message) {
  loaded.diagnostics.add(Code::bad_rates, span, std::move(message), "write rows of `currency,units_per_usd`");
}

void read_rates(Loaded& loaded, const fs::path& path) {
  const auto date = base::parse_date(path.stem().string());
  const auto file = read_file(*loaded.sources, path);
  if (!file) return report_unreadable(path, loaded.diagnostics);
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

void read_all_rates(Loaded& loaded, const std::vector<fs::path>& roots) {
  std::error_code error;
  for (const auto& root : roots) {
    const auto folder = root / "reference" / "fx";
    if (!fs::is_directory(folder, error)) continue;
    for (const auto& path : files_under(folder, ".csv", loaded.diagnostics)) read_rates(loaded, path);
  }
  std::sort(loaded.rates.begin(), loaded.rates.end(), [](const auto& a, const auto& b) { return a.date < b.date; });
}

std::vector<syntax::File> parse_all(Loaded& loaded, const std::vector<fs::path>& roots) {
  const auto paths = files_under(roots, ".law", loaded.diagnostics);
  if (paths.empty() && !loaded.diagnostics.has_errors())
    loaded.diagnostics.add(Code::no_rule_files, {}, "no rule file was found", "name a folder that holds `.law` files");
  std::vector<syntax::File> out;
  for (const auto& path : paths) {
    const auto file = read_file(*loaded.sources, path);
    if (file) out.push_back(syntax::parse_file(*loaded.sources, *file, loaded.diagnostics));
    else report_unreadable(path, loaded.diagnostics);
  }
  return out;
}

}  // namespace

Loaded load(const std::vector<fs::path>& paths) {
  Loaded loaded;
  const auto files = parse_all(loaded, paths);
  read_all_rates(loaded, paths);
  const auto read_table = [&](source::FileId beside, const std::string& name) -> std::optional<source::FileId> {
    return read_file(*loaded.sources, fs::path{(*loaded.sources)[beside].path}.parent_path() / name);
  };
  if (!files.empty()) loaded.library = model::bind(files, *loaded.sources, read_table, loaded.diagnostics);
  if (!loaded.rates.empty()) loaded.library.rates = loaded.rates.back();
  return loaded;
}

void use_rates(Loaded& loaded, base::Date day) {
  if (loaded.rates.empty()) return;
  auto best = loaded.rates.begin();
  for (auto it = loaded.rates.begin(); it != loaded.rates.end(); ++it)
    if (it->date <= day) best = it;
  loaded.library.rates = *best;
}

}  // namespace isonomy::api
