// SPDX-License-Identifier: Apache-2.0
#include "api/several.h"

#include <fmt/format.h>

#include <algorithm>

#include "api/question.h"
#include "source/codes.h"

namespace isonomy::api {
namespace {

using model::JurisdictionId;
using source::Code;

std::vector<std::string> known_names(const model::Library& library) {
  std::vector<std::string> out;
  for (const auto& one : library.jurisdictions) out.push_back(one.name);
  for (const auto& one : library.blocs) out.push_back(one.name);
  std::sort(out.begin(), out.end());
  return out;
}

void add_what(Loaded& loaded, const std::string& name, const std::optional<base::Date>& day, std::vector<JurisdictionId>& to,
              source::Diagnostics& diagnostics) {
  const auto& library = loaded.library;
  if (const auto bloc = library.bloc_names.find(name); bloc != library.bloc_names.end()) {
    for (const auto& membership : library.blocs[bloc->second].members)
      if (!day || membership.period.holds(*day)) add_once(to, membership.member);
  } else if (const auto one = library.jurisdiction_names.find(name); one != library.jurisdiction_names.end()) {
    add_once(to, one->second);
  } else {
    diagnostics.add(Code::unknown_jurisdiction, argument(loaded, "<command line>", name),
                    fmt::format("there is no jurisdiction or bloc `{}`", name),
                    source::suggest(name, known_names(library), "name one that the rules declare"));
  }
}

}  // namespace

void add_named(Loaded& loaded, const std::vector<std::string>& names, const std::optional<base::Date>& day, std::vector<JurisdictionId>& to,
               source::Diagnostics& diagnostics) {
  for (const auto& name : names) add_what(loaded, name, day, to, diagnostics);
}

void add_once(std::vector<JurisdictionId>& to, JurisdictionId one) {
  if (std::find(to.begin(), to.end(), one) == to.end()) to.push_back(one);
}

void put_in_order(const Loaded& loaded, std::vector<JurisdictionId>& several, const char* help, source::Diagnostics& diagnostics) {
  const auto& all = loaded.library.jurisdictions;
  std::sort(several.begin(), several.end(), [&](auto a, auto b) { return all[a].name < all[b].name; });
  if (several.size() < 2 && !diagnostics.has_errors())
    diagnostics.add(Code::too_few_jurisdictions, {}, "fewer than two jurisdictions are named", help);
}

}  // namespace isonomy::api
