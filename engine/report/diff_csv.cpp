// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "report/diff.h"
#include "report/phrases.h"

namespace isonomy::report {
namespace {

using analysis::Likeness;
using analysis::MeasureDifference;
using analysis::RegionDifference;
using analysis::RegionSide;

std::string quoted(const std::string& cell) {
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string out = "\"";
  for (const char c : cell) out += c == '"' ? std::string{"\"\""} : std::string{c};
  return out + "\"";
}

std::string row(const std::vector<std::string>& cells) {
  std::vector<std::string> out;
  for (const auto& cell : cells) out.push_back(quoted(cell));
  return fmt::format("{}\n", fmt::join(out, ","));
}

std::string day(const std::optional<base::Date>& date) { return date ? base::to_text(*date) : std::string{}; }

struct DiffCsv {
  const Desk& desk;

  std::string value(const RegionSide& side) const { return side.varies ? "varies" : analysis::to_text(desk.library, side.outcome); }

  std::string rules(const RegionSide& side) const {
    std::vector<std::string> out;
    for (const auto id : side.rules) out.push_back(desk.library.rules[id].name);
    return fmt::format("{}", fmt::join(out, "; "));
  }

  std::string sources(const RegionSide& side) const {
    std::vector<std::string> out;
    for (const auto& one : references(desk.library, side.rules)) out.push_back(source_text(desk, one.source));
    return fmt::format("{}", fmt::join(out, "; "));
  }

  static std::string witness(const RegionSide& side) { return facts_text({side.witness.begin(), side.witness.end()}); }

  std::string region(const MeasureDifference& of, std::string_view state, const RegionDifference& one) const {
    return row({desk.library.measures[of.measure].name, analysis::position_name(of.position), std::string{state}, one.when, value(one.a),
                value(one.b), day(one.from), day(one.until), rules(one.a), rules(one.b), sources(one.a), sources(one.b), witness(one.a),
                witness(one.b)});
  }

  std::string regions(const MeasureDifference& of, std::string_view state, const std::vector<RegionDifference>& list) const {
    std::string out;
    for (std::size_t i = 0; i < std::min(list.size(), desk.options.most); ++i) out += region(of, state, list[i]);
    return out;
  }

  std::string same(const MeasureDifference& of) const {
    std::vector<std::string> cells(14);
    cells[0] = desk.library.measures[of.measure].name;
    cells[1] = analysis::position_name(of.position);
    cells[2] = "same";
    cells[3] = "in all cases";
    return row(cells);
  }
};

}  // namespace

std::string diff_csv(const model::Library& library, const source::SourceMap& sources, const analysis::DiffAnswer& answer,
                     std::size_t most) {
  const TextOptions options{false, "en", most};
  const Desk desk{library, sources, options};
  const DiffCsv writer{desk};
  auto out = row({"measure", "position", "state", "when", "a", "b", "from", "until", "a_rules", "b_rules", "a_sources", "b_sources",
                  "a_witness", "b_witness"});
  for (const auto& one : answer.measures) {
    out += writer.regions(one, "differs", one.differs) + writer.regions(one, "open", one.open);
    if (one.likeness() == Likeness::same) out += writer.same(one);
  }
  return out;
}

}  // namespace isonomy::report
