// SPDX-License-Identifier: Apache-2.0
#include "api/scope.h"

#include <algorithm>
#include <map>

namespace isonomy::api {
namespace {

struct Names {
  std::set<std::string> jurisdictions;
  std::map<std::string, std::string> within;
  std::set<std::string> stops;  ///< of the scope's route and blocs
};

void add_members(const Scope& scope, const syntax::Bloc& bloc, std::set<std::string>& to) {
  if (std::find(scope.places.begin(), scope.places.end(), bloc.name.text()) == scope.places.end()) return;
  for (const auto& member : bloc.members) to.insert(member.jurisdiction.text());
}

Names collect(const Scope& scope, const std::vector<syntax::File>& declared) {
  Names out;
  for (const auto& file : declared)
    for (const auto& declaration : file.declarations) {
      if (const auto* place = std::get_if<syntax::Jurisdiction>(&declaration)) {
        out.jurisdictions.insert(place->name.text());
        if (place->within) out.within[place->name.text()] = place->within->text();
      }
      if (const auto* bloc = std::get_if<syntax::Bloc>(&declaration)) add_members(scope, *bloc, out.stops);
      const auto* route = std::get_if<syntax::Route>(&declaration);
      if (route == nullptr || route->name.text() != scope.route) continue;
      for (const auto& stop : route->journey.stops) out.stops.insert(stop.text());
    }
  return out;
}

}  // namespace

std::set<std::string> foreign_to(const Scope& scope, const std::vector<syntax::File>& declared) {
  auto names = collect(scope, declared);
  names.stops.insert(scope.places.begin(), scope.places.end());
  auto out = std::move(names.jurisdictions);
  for (auto at : names.stops)
    // Zones that lie within each other in a circle are a mistake of their own; here the walk only has to end.
    while (out.erase(at) > 0 && names.within.contains(at)) at = names.within[at];
  return out;
}

}  // namespace isonomy::api
