// SPDX-License-Identifier: Apache-2.0
#include "api/harmonize_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "api/files.h"
#include "api/question.h"
#include "harmonize/limits.h"
#include "source/codes.h"
#include "source/csv.h"

namespace isonomy::api {
namespace {

namespace fs = std::filesystem;
using source::Code;

std::optional<base::Rational> fraction(const std::string& text) {
  const auto slash = text.find('/');
  auto top = base::parse_decimal(text.substr(0, slash));
  if (slash == std::string::npos) return top;
  const auto bottom = base::parse_decimal(text.substr(slash + 1));
  if (!top || !bottom || *bottom == 0) return std::nullopt;
  return base::Rational{*top / *bottom};
}

std::optional<std::int64_t> whole(const std::string& text) {
  std::int64_t out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return out;
}

/// The rows below the header; nothing, and a report, if the header is not as it should be.
std::optional<std::vector<source::Row>> rows(Loaded& loaded, const std::string& path, const std::vector<std::string>& header,
                                             source::Diagnostics& diagnostics) {
  const auto file = read_file(*loaded.sources, path);
  if (!file) {
    report_unreadable(path, diagnostics);
    return std::nullopt;
  }
  auto out = source::read_csv(*loaded.sources, *file);
  const bool fits =
      !out.empty() && out[0].size() >= header.size() &&
      std::equal(header.begin(), header.end(), out[0].begin(), [](const auto& name, const auto& field) { return name == field.text; });
  if (!fits) {
    diagnostics.add(Code::bad_weights, {*file, 0, 0}, fmt::format("the columns do not begin with `{}`", fmt::join(header, ",")),
                    "write the header first");
    return std::nullopt;
  }
  for (const auto& row : out)
    if (row.size() != out[0].size()) {
      diagnostics.add(Code::bad_weights, row[0].span, fmt::format("this row has {} cells, the header {}", row.size(), out[0].size()),
                      "write one cell per column");
      return std::nullopt;
    }
  return out;
}

std::string beside_rules(const Loaded& loaded, const fs::path& name) {
  std::error_code error;
  for (const auto& root : loaded.roots)
    if (fs::is_regular_file(root / name, error)) return (root / name).generic_string();
  return {};
}

/// Reads one cell of a profile as the fact of its column.
void read_fact(Loaded& loaded, const source::Field& column, const source::Field& cell, harmonize::Deal& deal,
               source::Diagnostics& diagnostics) {
  if (cell.text.empty()) return;
  const auto fact = loaded.library.fact_names.find(column.text);
  const bool elsewhere = cell.text == "elsewhere" && fact != loaded.library.fact_names.end() &&
                         loaded.library.facts[fact->second].type.kind == model::Kind::jurisdiction;
  if (elsewhere) {
    deal.facts[fact->second] = model::Scalar{model::Elsewhere{}};
    return;
  }
  const auto test = bind_fact(loaded, column.text, fmt::format("{} = {}", column.text, cell.text), diagnostics);
  if (!test) return;
  const auto id = std::get<model::FactId>(test->left);
  if (loaded.library.facts[id].type.set) {
    model::SetOf set{test->all, {}};
    for (const auto& item : test->constants) set.items.push_back(std::get<model::Scalar>(item.from));
    deal.facts[id] = std::move(set);
  } else if (test->constants.size() == 1) {
    deal.facts[id] = std::get<model::Scalar>(test->constants[0].from);
  }
}

void read_deal(Loaded& loaded, const source::Row& header, const source::Row& row, harmonize::Profile& profile,
               source::Diagnostics& diagnostics) {
  harmonize::Deal deal{row[0].text, whole(row[1].text).value_or(0), {}, model::Elsewhere{}};
  if (deal.weight < 1 || deal.weight > harmonize::limits::profile_weight)
    diagnostics.add(Code::bad_weights, row[1].span,
                    fmt::format("`{}` is not a whole number from 1 to {}", row[1].text, harmonize::limits::profile_weight),
                    "write how many of all transactions are like this");
  for (std::size_t i = 2; i < header.size(); ++i) {
    if (header[i].text != "other_end") {
      read_fact(loaded, header[i], row[i], deal, diagnostics);
    } else if (!row[i].text.empty() && row[i].text != "elsewhere") {
      if (const auto end = find_jurisdiction(loaded, row[i].text, diagnostics)) deal.other_end = *end;
    }
  }
  profile.deals.push_back(std::move(deal));
}

}  // namespace

harmonize::Weights read_weights(Loaded& loaded, const std::string& path, const std::vector<model::MeasureId>& compared,
                                source::Diagnostics& diagnostics) {
  harmonize::Weights out;
  const auto table = rows(loaded, path, {"measure", "weight"}, diagnostics);
  if (!table) return out;
  for (std::size_t i = 1; i < table->size(); ++i) {
    const auto& row = (*table)[i];
    const auto measure = find_measure(loaded, row[0].text, diagnostics);
    const auto weight = fraction(row[1].text);
    if (!weight || *weight < 0)
      diagnostics.add(Code::bad_weights, row[1].span, fmt::format("`{}` is not a weight", row[1].text),
                      "write a decimal or a fraction of at least 0");
    else if (measure) out[*measure] = *weight;
  }
  if (std::all_of(compared.begin(), compared.end(), [&](auto one) { return out.contains(one) && out.at(one) == 0; }))
    diagnostics.add(Code::bad_weights, (*table)[0][0].span, "no measure that is compared has a weight above 0",
                    "give one of them a weight, or leave it out so that it counts by its importance");
  return out;
}

harmonize::Costs read_costs(Loaded& loaded, const std::string& path, source::Diagnostics& diagnostics) {
  harmonize::Costs out;
  const auto table = rows(loaded, path, {"owner", "measure", "cost"}, diagnostics);
  if (!table) return out;
  for (std::size_t i = 1; i < table->size(); ++i) {
    const auto& row = (*table)[i];
    const auto& owner = row[0].text;
    if (!owner.empty() && !loaded.library.bloc_names.contains(owner)) find_jurisdiction(loaded, owner, diagnostics);
    if (!row[1].text.empty()) find_measure(loaded, row[1].text, diagnostics);
    const auto cost = whole(row[2].text);
    const bool never = row[2].text == "never";
    if (!never && (!cost || *cost < 0 || *cost > harmonize::limits::change_cost))
      diagnostics.add(Code::bad_weights, row[2].span, fmt::format("`{}` is not a cost", row[2].text),
                      fmt::format("write a whole number from 0 to {}, or `never`", harmonize::limits::change_cost));
    out[{owner, row[1].text}] = never ? std::nullopt : cost;
  }
  return out;
}

harmonize::Profile read_profile(Loaded& loaded, const std::string& path, source::Diagnostics& diagnostics) {
  harmonize::Profile out;
  out.origin = path.empty() ? beside_rules(loaded, "reference/transactions.csv") : path;
  const auto table = out.origin.empty() ? std::nullopt : rows(loaded, out.origin, {"name", "weight"}, diagnostics);
  if (table && table->size() > harmonize::limits::profile_rows + 1)
    diagnostics.add(Code::bad_weights, (*table)[harmonize::limits::profile_rows + 1][0].span,
                    fmt::format("there are {} transactions", table->size() - 1),
                    fmt::format("let each stand for many, so that {} are enough", harmonize::limits::profile_rows));
  else if (table)
    for (std::size_t i = 1; i < table->size(); ++i) read_deal(loaded, (*table)[0], (*table)[i], out, diagnostics);
  if (out.deals.empty()) out.deals.push_back({"any", 1, {}, model::Elsewhere{}});
  return out;
}

harmonize::Trade read_trade(Loaded& loaded, source::Diagnostics& diagnostics) {
  harmonize::Trade out;
  std::error_code error;
  fs::path newest;
  for (const auto& root : loaded.roots)
    for (fs::directory_iterator it{root / "reference" / "trade", error}, end; !error && it != end; it.increment(error))
      if (it->path().extension() == ".csv" && it->path().stem() > newest.stem()) newest = it->path();
  const auto table = newest.empty() ? std::nullopt : rows(loaded, newest.generic_string(), {"exporter", "importer", "usd"}, diagnostics);
  if (!table) return out;
  out.year = newest.stem().string();
  const auto& names = loaded.library.jurisdiction_names;
  for (std::size_t i = 1; i < table->size(); ++i) {
    const auto& row = (*table)[i];
    const auto from = names.find(row[0].text);
    const auto to = names.find(row[1].text);
    if (from != names.end() && to != names.end()) out.exports[{from->second, to->second}] = whole(row[2].text).value_or(0);
  }
  return out;
}

}  // namespace isonomy::api
