// SPDX-License-Identifier: Apache-2.0
#include "api/compare.h"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/check.h"
#include "api/question.h"
#include "api/several.h"
#include "source/codes.h"

namespace isonomy::api {

analysis::DiffAnswer diff(Loaded& loaded, const std::string& a, const std::string& b, const Narrowing& narrowing) {
  auto diagnostics = loaded.diagnostics;
  if (loaded.usable()) {
    const auto one = find_jurisdiction(loaded, a, diagnostics);
    const auto other = find_jurisdiction(loaded, b, diagnostics);
    const auto measures = find_measures(loaded, narrowing.domain, narrowing.measure, diagnostics);
    const auto given = bind_facts(loaded, narrowing.given, narrowing.on, diagnostics);
    if (!diagnostics.has_errors()) return analysis::diff(loaded.library, {*one, *other, measures, given});
  }
  analysis::DiffAnswer out;
  out.diagnostics = std::move(diagnostics);
  return out;
}

bool is_pair(const Loaded& loaded, const std::vector<std::string>& names) {
  const auto& blocs = loaded.library.bloc_names;
  return names.size() <= 2 && std::none_of(names.begin(), names.end(), [&](const auto& name) { return blocs.contains(name); });
}

analysis::EveryPairAnswer every_pair(Loaded& loaded, const std::vector<std::string>& names, const Narrowing& narrowing) {
  auto diagnostics = loaded.diagnostics;
  if (loaded.usable()) {
    const auto given = bind_facts(loaded, narrowing.given, narrowing.on, diagnostics);
    std::vector<model::JurisdictionId> who;
    add_named(loaded, names, analysis::fixed_day({{}, given, {}}), who, diagnostics);
    const auto measures = find_measures(loaded, narrowing.domain, narrowing.measure, diagnostics);
    put_in_order(loaded, who, "name two jurisdictions or more, or a bloc with members on the day", diagnostics);
    if (!diagnostics.has_errors()) return analysis::every_pair(loaded.library, {who, measures, given});
  }
  analysis::EveryPairAnswer out;
  out.diagnostics = std::move(diagnostics);
  return out;
}

namespace {

std::vector<model::JurisdictionId> find_members(Loaded& loaded, model::BlocId bloc, const std::vector<std::string>& names,
                                                source::Diagnostics& diagnostics) {
  if (names.empty()) return analysis::members_of(loaded.library, bloc);
  std::vector<model::JurisdictionId> out;
  for (const auto& name : names) {
    const auto id = find_jurisdiction(loaded, name, diagnostics);
    if (id && loaded.library.memberships(bloc, *id).empty())
      diagnostics.add(source::Code::nothing_asked, {}, fmt::format("`{}` is no member of `{}`", name, loaded.library.blocs[bloc].name),
                      "name a member with --member, or leave it out to ask all");
    if (id) out.push_back(*id);
  }
  return out;
}

base::Date day_of(Loaded& loaded, const char* option, const std::string& text, base::Date fallback, source::Diagnostics& diagnostics) {
  if (text.empty()) return fallback;
  if (const auto day = base::parse_date(text)) return *day;
  diagnostics.add(source::Code::malformed_date, argument(loaded, option, text), fmt::format("`{}` is not a date", text),
                  "write the day as YYYY-MM-DD");
  return fallback;
}

model::Period window_of(Loaded& loaded, const TimelineRequest& request, source::Diagnostics& diagnostics) {
  const auto year = std::stoi(base::to_text(base::today()).substr(0, 4));
  const auto first = *base::parse_date(fmt::format("{:04}-01-01", year));
  const auto last = *base::parse_date(fmt::format("{:04}-12-31", year + 2));
  const model::Period out{day_of(loaded, "--from", request.from, first, diagnostics),
                          day_of(loaded, "--to", request.to, last, diagnostics)};
  if (out.through < out.from)
    diagnostics.add(source::Code::empty_range, argument(loaded, "--to", base::to_text(out.through)),
                    fmt::format("the time ends on {}, before it begins on {}", base::to_text(out.through), base::to_text(out.from)),
                    "let --to be no earlier than --from");
  return out;
}

// What is followed: a bloc, or a route with its facts.
void bind_subject(Loaded& loaded, const TimelineRequest& request, analysis::TimelineQuestion& out, source::Diagnostics& diagnostics) {
  const auto& route = request.route;
  if (route.destination.empty() && route.route.empty() && route.via.empty()) {
    out.bloc = find_bloc(loaded, route.origin, diagnostics).value_or(model::BlocId{});
    out.given = bind_facts(loaded, request.narrow.given, "any", diagnostics);
    return;
  }
  auto wanted = route;
  wanted.given = request.narrow.given;
  wanted.on = "any";
  const auto question = bind_question(loaded, wanted, diagnostics);
  if (!question) return;
  out.stops = question->stops;
  out.given = question->given;
  out.differences = route.route.empty() && route.via.empty();
}

}  // namespace

analysis::TimelineAnswer timeline(Loaded& loaded, const TimelineRequest& request) {
  auto diagnostics = loaded.diagnostics;
  if (loaded.usable()) {
    analysis::TimelineQuestion question;
    bind_subject(loaded, request, question, diagnostics);
    question.window = window_of(loaded, request, diagnostics);
    question.measures = find_measures(loaded, request.narrow.domain, request.narrow.measure, diagnostics);
    if (!diagnostics.has_errors()) return analysis::timeline(loaded.library, question);
  }
  analysis::TimelineAnswer out;
  out.diagnostics = std::move(diagnostics);
  return out;
}

analysis::GapsAnswer gaps(Loaded& loaded, const std::string& bloc, const std::vector<std::string>& members, const Narrowing& narrowing) {
  auto diagnostics = loaded.diagnostics;
  if (loaded.usable()) {
    const auto of = find_bloc(loaded, bloc, diagnostics);
    const auto who = of ? find_members(loaded, *of, members, diagnostics) : std::vector<model::JurisdictionId>{};
    const auto measures = find_measures(loaded, narrowing.domain, narrowing.measure, diagnostics);
    const auto given = bind_facts(loaded, narrowing.given, narrowing.on, diagnostics);
    if (!diagnostics.has_errors()) return analysis::gaps(loaded.library, {*of, who, measures, given});
  }
  analysis::GapsAnswer out;
  out.diagnostics = std::move(diagnostics);
  return out;
}

analysis::AuditAnswer audit(Loaded& loaded, const AuditRequest& request) {
  auto diagnostics = loaded.diagnostics;
  if (loaded.usable()) {
    const auto who = find_jurisdiction(loaded, request.who, diagnostics);
    const auto against = request.against.empty()
                             ? model::JurisdictionId{}
                             : find_jurisdiction(loaded, request.against, diagnostics).value_or(model::JurisdictionId{});
    const auto measures = find_measures(loaded, request.narrow.domain, request.narrow.measure, diagnostics);
    const auto given = bind_facts(loaded, request.narrow.given, request.narrow.on, diagnostics);
    const auto day = analysis::fixed_day({{}, given, {}}).value_or(base::today());
    if (!diagnostics.has_errors()) return analysis::audit(loaded.library, {*who, against, measures, given, day, request.stale_after});
  }
  analysis::AuditAnswer out;
  out.diagnostics = std::move(diagnostics);
  return out;
}

}  // namespace isonomy::api
