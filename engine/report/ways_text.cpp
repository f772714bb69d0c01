// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "report/phrases.h"
#include "report/ways.h"

namespace isonomy::report {
namespace {

using network::Count;

std::vector<std::string> names(const Desk& desk, const std::vector<model::JurisdictionId>& ids) {
  std::vector<std::string> out;
  for (const auto id : ids) out.push_back(desk.library.jurisdictions[id].name);
  return out;
}

std::string listed(const Desk& desk, const std::vector<model::JurisdictionId>& ids) {
  return fmt::format("{}", fmt::join(names(desk, ids), ", "));
}

std::string borders(const Desk& desk, const network::Way& way) {
  const auto missing = way.of(Count::hours_unknown);
  const auto all = static_cast<std::int64_t>(way.links.size());
  auto out = desk.count(all, "{} border", "{} borders");
  const auto hours = desk.count(way.of(Count::hours), "{} hour", "{} hours");
  if (missing < all) out += ", " + (missing > 0 ? desk.say("{} at those recorded", hours) : hours);
  if (way.of(Count::distance_unknown) == 0) out += fmt::format(", {} km", base::to_text(base::Rational{way.of(Count::distance), 1000}));
  return out;
}

// The means of transport leg by leg, of those wanted; legs alike are said once.
std::string means(const Desk& desk, const network::WaysAnswer& answer, const network::Way& way) {
  std::vector<std::string> legs;
  for (const auto at : way.links) {
    std::vector<std::string> modes;
    for (const auto& mode : desk.library.links[at].modes)
      if (answer.wanted.modes.empty() || answer.wanted.modes.count(mode) != 0) modes.push_back(mode);
    auto leg = modes.empty() ? desk.say("any means") : fmt::format("{}", fmt::join(modes, desk.say(" or ")));
    if (legs.empty() || legs.back() != leg) legs.push_back(std::move(leg));
  }
  return desk.say("by {}", fmt::join(legs, desk.say(", then ")));
}

std::string counts(const Desk& desk, const network::WaysAnswer& answer, const network::Way& way) {
  std::vector<std::string> out{means(desk, answer, way)};
  const auto blocking = way.of(Count::blocking);
  out.push_back(blocking == 0 ? desk.paint.green(desk.say("no block")) : desk.paint.red(desk.count(blocking, "{} block", "{} blocks")));
  if (const auto n = way.of(Count::major)) out.push_back(desk.count(n, "{} major clash", "{} major clashes"));
  if (const auto n = way.of(Count::minor)) out.push_back(desk.count(n, "{} minor clash", "{} minor clashes"));
  if (const auto n = way.of(Count::duties)) out.push_back(desk.count(n, "{} duty in transit", "{} duties in transit"));
  if (const auto n = way.of(Count::unknown)) out.push_back(desk.paint.yellow(desk.count(n, "{} answer unknown", "{} answers unknown")));
  out.push_back(borders(desk, way));
  return fmt::format("{}", fmt::join(out, "; "));
}

std::string clash_text(const Desk& desk, const analysis::Finding& clash) {
  const auto label = desk.label(clash.label);
  auto out = fmt::format("{}: {}  {}", desk.say(analysis::name_of(clash.severity)), label.empty() ? clash.clash : label,
                         desk.paint.faint(clash.id));
  if (!clash.region.empty()) out += ", " + desk.say("when {}", shown(desk.said(clash.when)));
  for (const auto& side : clash.sides) out += fmt::format(" ({})", desk.rules(side.rules));
  return out;
}

std::string toll_text(const Desk& desk, model::JurisdictionId at, const network::Toll& toll) {
  std::string out;
  const auto line = [&](const std::string& text) { out += fmt::format("      {}: {}\n", desk.library.jurisdictions[at].name, text); };
  for (const auto& clash : toll.clashes) line(clash_text(desk, clash));
  for (const auto& duty : toll.duties)
    line(fmt::format("{} {} ({})", desk.library.measures[duty.measure].name, desk.value(duty.outcome), desk.rules(duty.rules)));
  for (const auto measure : toll.unknown) line(desk.say("{} unknown", desk.library.measures[measure].name));
  return out;
}

std::string way_text(const Desk& desk, const network::WaysAnswer& answer, std::size_t number) {
  const auto& way = answer.ways[number];
  auto out = fmt::format("\n{}. {}\n   {}\n", number + 1, desk.paint.bold(fmt::format("{}", fmt::join(names(desk, way.stops), " -> "))),
                         counts(desk, answer, way));
  for (const auto stop : way.stops)
    if (const auto it = answer.tolls.find(stop); it != answer.tolls.end()) out += toll_text(desk, stop, it->second);
  return out;
}

std::string blocked_text(const Desk& desk, const network::WaysAnswer& answer) {
  if (answer.to_lift.empty()) return {};
  auto out = fmt::format("\n{}\n", desk.paint.red(desk.say("No way is free of blocks.")));
  out += fmt::format("  {}\n", desk.say("The least to lift, so that one is: the blocks of {}", listed(desk, answer.to_lift)));
  return out + fmt::format("  {}\n", desk.say("What closes every way: the blocks of {}", listed(desk, answer.closed_by)));
}

std::string ends_text(const Desk& desk, const network::WaysAnswer& answer) {
  std::string out;
  for (const auto& clash : answer.at_ends)
    if (clash.severity == model::Severity::blocking) out += fmt::format("  {}\n", clash_text(desk, clash));
  if (out.empty()) return {};
  return fmt::format("\n{}\n{}", desk.paint.red(desk.say("Blocked at the ends, on every way")), out);
}

}  // namespace

std::string ways_text(const model::Library& library, const source::SourceMap& sources, const network::WaysAnswer& answer,
                      const TextOptions& options) {
  const Desk desk{library, sources, options};
  auto out = heading(desk, {answer.wanted.origin, answer.wanted.destination}, answer.on, answer.given);
  out += ends_text(desk, answer) + blocked_text(desk, answer);
  for (std::size_t i = 0; i < answer.ways.size(); ++i) out += way_text(desk, answer, i);
  return out;
}

}  // namespace isonomy::report
