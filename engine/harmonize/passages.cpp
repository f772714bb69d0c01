// SPDX-License-Identifier: Apache-2.0
#include "harmonize/passages.h"

#include <algorithm>

namespace isonomy::harmonize {

Variable Passages::number(std::size_t way, model::JurisdictionId carrier) {
  return numbers_.emplace(std::pair{way, carrier}, static_cast<Variable>(numbers_.size())).first->second;
}

bool Passages::through(const Labels& labels, std::size_t first, std::optional<std::size_t> only) {
  const auto before = learned_.size();
  for (std::size_t way = 0; way < ways_.size(); ++way) {
    const auto& [stops, given, hops] = ways_[way];
    if (hops.empty() || (only && *only != way)) continue;
    std::set<model::JurisdictionId> closed;
    for (const auto& [at, variable] : numbers_)
      if (at.first == way && labels[first + variable] == 0) closed.insert(at.second);
    for (const auto& front : network::fronts(hops, stops.front(), stops.back(), closed)) {
      auto& [of, variables] = learned_.emplace_back(way, std::vector<Variable>{});
      for (const auto one : front) variables.push_back(numbers_.at({way, one}));
    }
  }
  return learned_.size() == before;
}

std::optional<std::vector<model::JurisdictionId>> Passages::open(std::size_t way, const std::vector<Met>& met) const {
  std::set<model::JurisdictionId> closed;
  for (const auto& one : met) {
    if (one.way != way) continue;
    if (!one.carrier.valid()) return std::nullopt;
    closed.insert(one.carrier);
  }
  return network::fewest_hops(ways_[way].hops, ways_[way].stops.front(), ways_[way].stops.back(), closed);
}

}  // namespace isonomy::harmonize
