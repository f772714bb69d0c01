// SPDX-License-Identifier: Apache-2.0
#include "api/routes.h"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/check.h"
#include "analysis/examples.h"
#include "source/codes.h"

namespace isonomy::api {
namespace {

void avoid(Loaded& loaded, const std::string& name, network::Wanted& wanted, source::Diagnostics& diagnostics) {
  if (const auto bloc = loaded.library.bloc_names.find(name); bloc != loaded.library.bloc_names.end()) {
    for (const auto& membership : loaded.library.blocs[bloc->second].members)
      if (membership.period.holds(wanted.day)) wanted.avoided.insert(membership.member);
  } else if (const auto id = find_jurisdiction(loaded, name, diagnostics)) {
    wanted.avoided.insert(*id);
  }
}

}  // namespace

void check_modes(const model::Library& library, const std::vector<std::string>& modes, source::Diagnostics& diagnostics) {
  std::set<std::string> known;
  for (const auto& link : library.links) known.insert(link.modes.begin(), link.modes.end());
  for (const auto& mode : modes)
    if (known.count(mode) == 0)
      diagnostics.add(source::Code::unknown_word, {}, fmt::format("no link is served by `{}`", mode),
                      source::suggest(mode, {known.begin(), known.end()}, "name a mode that the links have"));
}

network::WaysAnswer find_ways(Loaded& loaded, const WaysRequest& request) {
  network::WaysAnswer out;
  auto diagnostics = loaded.diagnostics;
  if (loaded.usable()) {
    auto question = bind_question(loaded, request.request, diagnostics);
    network::Wanted wanted;
    check_modes(loaded.library, request.modes, diagnostics);
    if (question) {
      analysis::add_modes(loaded.library, {question->stops, request.modes}, question->given);
      wanted = {question->stops.front(),
                question->stops.back(),
                question->given,
                analysis::fixed_day(*question).value_or(base::today()),
                {request.modes.begin(), request.modes.end()},
                {},
                request.best,
                request.pareto};
    }
    for (const auto& name : request.avoided) avoid(loaded, name, wanted, diagnostics);
    if (question && !diagnostics.has_errors()) return network::find_ways(loaded.library, wanted);
  }
  out.diagnostics = std::move(diagnostics);
  return out;
}

}  // namespace isonomy::api
