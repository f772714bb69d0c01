// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "api/question.h"
#include "harmonize/answer.h"

namespace isonomy::api {

/// What a user wants to see harmonized.
struct HarmonizeRequest {
  std::vector<std::string> scope;     ///< one bloc, or jurisdictions
  std::vector<std::string> routes;    ///< names of declared routes, or files of them; their stops are the scope
  std::vector<std::string> domains;   ///< only measures of these; empty for all
  std::vector<std::string> measures;  ///< only these; empty for all
  std::string weights;                ///< a file `measure,weight`
  std::string profile;                ///< a file of transactions; empty for that of the rules
  std::string on;                     ///< YYYY-MM-DD; empty for today
  bool plan = false;                  ///< the cheapest changes too, on the routes or between every two of the scope
  std::vector<std::string> given;     ///< for a plan: `value = 90 EUR`, one fact each
  std::string at_least = "minor";     ///< for a plan: the least severity of what is to go
  std::string costs;                  ///< for a plan: a file `owner,measure,cost`
  std::string within;                 ///< for a plan: the distance that no two of the scope are to exceed, instead of what is to go
  bool open = false;  ///< for a plan: a way without clashes from each of the scope to each other, or from end to end of each route, instead
  std::vector<std::string> modes;  ///< for such ways: means of transport
};

/// Distances, benchmark and needs: see `harmonize::study`; and, if asked for, `harmonize::plan`. Files are described in docs/methods.md.
/// Errors: E0306, E0310 for unknown names; E0901 for a file that cannot be used; E0904 if no route was named; E0905 for ends
/// that no chain of links joins; E0908 for fewer than two jurisdictions; E0940 for a distance that is none; those of `harmonize::plan`.
harmonize::Answer harmonize(Loaded& loaded, const HarmonizeRequest& request);

}  // namespace isonomy::api
