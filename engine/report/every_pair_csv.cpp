// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "report/every_pair.h"

namespace isonomy::report {

// Names of rule files hold no sign that CSV would have to quote.
std::string every_pair_csv(const model::Library& library, const analysis::EveryPairAnswer& answer) {
  std::string out = "measure,position,a,b,state\n";
  for (const auto& of : answer.measures)
    for (const auto& one : of.pairs)
      out += fmt::format("{},{},{},{},{}\n", library.measures[of.measure].name, analysis::position_name(of.position),
                         library.jurisdictions[one.a].name, library.jurisdictions[one.b].name, analysis::name_of(one.likeness()));
  return out;
}

}  // namespace isonomy::report
