// SPDX-License-Identifier: Apache-2.0
#include "api/harmonize.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "analysis/examples.h"
#include "api/harmonize_files.h"
#include "api/routes.h"
#include "api/several.h"
#include "source/codes.h"

namespace isonomy::api {
namespace {

using model::JurisdictionId;
using source::Code;

std::vector<JurisdictionId> scope_of(Loaded& loaded, const HarmonizeRequest& request, base::Date day, source::Diagnostics& diagnostics) {
  std::vector<JurisdictionId> out;
  add_named(loaded, request.scope, day, out, diagnostics);
  for (const auto* route : find_routes(loaded, request.routes, diagnostics))
    for (const auto stop : route->journey.stops) add_once(out, stop);
  put_in_order(loaded, out, "name a bloc with members on the day, two jurisdictions or more, or routes", diagnostics);
  return out;
}

std::vector<model::MeasureId> measures_of(Loaded& loaded, const HarmonizeRequest& request, source::Diagnostics& diagnostics) {
  if (request.domains.empty() && request.measures.empty()) return find_measures(loaded, {}, {}, diagnostics);
  std::set<model::MeasureId> out;
  for (const auto& name : request.measures)
    if (const auto id = find_measure(loaded, name, diagnostics)) out.insert(*id);
  for (const auto& name : request.domains) {
    const auto found = find_measures(loaded, name, {}, diagnostics);
    out.insert(found.begin(), found.end());
  }
  return {out.begin(), out.end()};
}

std::optional<base::Date> day_of(Loaded& loaded, const HarmonizeRequest& request, source::Diagnostics& diagnostics) {
  if (request.on.empty()) return base::today();
  const auto day = base::parse_date(request.on);
  if (!day)
    diagnostics.add(Code::malformed_date, argument(loaded, "--on", request.on), fmt::format("`{}` is not a date", request.on),
                    "write the day as YYYY-MM-DD");
  return day;
}

std::optional<model::Severity> severity_of(Loaded& loaded, const std::string& name, source::Diagnostics& diagnostics) {
  for (const auto one : {model::Severity::note, model::Severity::minor, model::Severity::major, model::Severity::blocking})
    if (analysis::name_of(one) == name) return one;
  diagnostics.add(Code::unknown_word, argument(loaded, "--at-least", name), fmt::format("there is no severity `{}`", name),
                  "write note, minor, major or blocking");
  return std::nullopt;
}

// The routes, or the way from each jurisdiction of the scope straight to each other.
std::vector<Request> ways_of(Loaded& loaded, const HarmonizeRequest& request, const std::vector<JurisdictionId>& scope,
                             source::Diagnostics& diagnostics) {
  std::vector<Request> out;
  const auto add = [&](Request way) {
    way.given = request.given;
    way.on = request.on;
    out.push_back(std::move(way));
  };
  for (const auto* route : find_routes(loaded, request.routes, diagnostics)) add({{}, {}, {}, route->name, {}, {}, {}});
  if (!request.routes.empty()) return out;
  const auto& all = loaded.library.jurisdictions;
  for (const auto from : scope)
    for (const auto to : scope)
      if (from != to) add({all[from].name, all[to].name, {}, {}, {}, {}, {}});
  return out;
}

std::optional<base::Rational> target_of(Loaded& loaded, const std::string& text, source::Diagnostics& diagnostics) {
  auto out = base::parse_decimal(text);
  if (out && *out >= 0 && *out <= 1) return out;
  diagnostics.add(Code::bad_target, argument(loaded, "--within", text), fmt::format("`{}` is not a distance", text),
                  "write a decimal from 0 to 1");
  return std::nullopt;
}

// The way may go along any links, past anyone who lies on some way.
void let_roam(const Loaded& loaded, const HarmonizeRequest& request, base::Date day, harmonize::Way& way,
              source::Diagnostics& diagnostics) {
  analysis::add_modes(loaded.library, {way.stops, request.modes}, way.given);
  const network::Wanted wanted{
      way.stops.front(), way.stops.back(), way.given, day, {request.modes.begin(), request.modes.end()}, {}, 1, false};
  way.hops = network::hops_of(loaded.library, wanted);
  const auto passed = network::between(loaded.library, wanted, way.hops, diagnostics);
  way.stops = {wanted.origin, wanted.destination};
  if (passed) way.stops.insert(way.stops.begin() + 1, passed->begin(), passed->end());
}

std::optional<harmonize::PlanQuestion> plan_question(Loaded& loaded, const HarmonizeRequest& request,
                                                     const harmonize::Comparison& comparison, source::Diagnostics& diagnostics) {
  harmonize::PlanQuestion out;
  const auto least = severity_of(loaded, request.at_least, diagnostics);
  if (!request.costs.empty()) out.costs = read_costs(loaded, request.costs, diagnostics);
  const auto most = request.within.empty() ? std::nullopt : target_of(loaded, request.within, diagnostics);
  if (most) out.nearness = harmonize::Nearness{comparison, *most};
  check_modes(loaded.library, request.modes, diagnostics);
  for (const auto& way : ways_of(loaded, request, comparison.scope, diagnostics)) {
    const auto bound = bind_question(loaded, way, diagnostics);
    if (!bound) return std::nullopt;
    out.ways.push_back({bound->stops, bound->given});
    if (request.open) let_roam(loaded, request, comparison.day, out.ways.back(), diagnostics);
  }
  if (diagnostics.has_errors()) return std::nullopt;
  out.least = *least;
  return out;
}

}  // namespace

harmonize::Answer harmonize(Loaded& loaded, const HarmonizeRequest& request) {
  harmonize::Answer out;
  out.scope = fmt::format("{}", fmt::join(request.scope.empty() ? request.routes : request.scope, " "));
  auto diagnostics = loaded.diagnostics;
  const auto day = day_of(loaded, request, diagnostics);
  if (loaded.usable() && day) {
    out.on = *day;
    use_rates(loaded, *day);
    harmonize::Comparison comparison{scope_of(loaded, request, *day, diagnostics), measures_of(loaded, request, diagnostics), {}, {}, *day};
    if (!request.weights.empty()) comparison.weights = read_weights(loaded, request.weights, comparison.measures, diagnostics);
    comparison.profile = read_profile(loaded, request.profile, diagnostics);
    const auto trade = read_trade(loaded, diagnostics);
    std::optional<harmonize::PlanQuestion> question;
    if (request.plan && !diagnostics.has_errors()) question = plan_question(loaded, request, comparison, diagnostics);
    if (question) out.plan = harmonize::plan(loaded.library, *question);
    if (out.plan)
      for (const auto& one : out.plan->diagnostics.items()) diagnostics.add(one);
    if (!diagnostics.has_errors()) out.study.emplace(harmonize::study(loaded.library, std::move(comparison), trade));
  }
  out.diagnostics = std::move(diagnostics);
  return out;
}

}  // namespace isonomy::api
