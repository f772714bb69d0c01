// SPDX-License-Identifier: Apache-2.0
#include "property/told.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace isonomy::test {
namespace {

using analysis::RegionDifference;

std::string place_of(std::vector<std::pair<std::string, std::string>> region) {
  std::sort(region.begin(), region.end());
  std::vector<std::string> out;
  for (const auto& [fact, words] : region) out.push_back(fact + " " + words);
  return fmt::format("[{}]", fmt::join(out, "; "));
}

std::string names(const model::Library& library, const std::vector<model::RuleId>& rules) {
  std::vector<std::string> out;
  for (const auto rule : rules) out.push_back(library.rules[rule].name);
  std::sort(out.begin(), out.end());
  return fmt::format("{}", fmt::join(out, ","));
}

std::string side_of(const model::Library& library, const analysis::RegionSide& side) {
  std::string out =
      fmt::format("{}{} by {} at", analysis::to_text(library, side.outcome), side.varies ? " varying" : "", names(library, side.rules));
  for (const auto& [fact, value] : side.witness) out += fmt::format(" {}={}", fact, value);
  return out;
}

std::string day(const std::optional<base::Date>& date) { return date ? base::to_text(*date) : "ever"; }

std::string line_of(const model::Library& library, const char* kind, const RegionDifference& one, bool turned) {
  return fmt::format("{} {} | {} | {} | {} to {}", kind, place_of(one.region), side_of(library, turned ? one.b : one.a),
                     side_of(library, turned ? one.a : one.b), day(one.from), day(one.until));
}

}  // namespace

std::vector<std::string> told(const model::Library& library, const analysis::DiffAnswer& answer, bool turned) {
  std::vector<std::string> out;
  for (const auto& measure : answer.measures) {
    out.push_back(fmt::format("{} {}", library.measures[measure.measure].name, static_cast<int>(measure.position)));
    for (const auto& one : measure.differs) out.push_back(line_of(library, "differs", one, turned));
    for (const auto& one : measure.open) out.push_back(line_of(library, "open", one, turned));
  }
  return out;
}

std::vector<std::string> told(const model::Library& library, const std::vector<analysis::RegionAnswer>& regions) {
  std::vector<std::string> out;
  for (const auto& one : regions)
    out.push_back(fmt::format("{} {} by {}", place_of(one.region), analysis::to_text(library, one.outcome), names(library, one.rules)));
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace isonomy::test
