// SPDX-License-Identifier: Apache-2.0
#include "network/hops.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "source/codes.h"

namespace isonomy::network {
namespace {

using model::JurisdictionId;

bool holds(const std::vector<JurisdictionId>& all, JurisdictionId one) { return std::find(all.begin(), all.end(), one) != all.end(); }

/// Reads links as hops between the places of a question.
class HopFinder {
 public:
  HopFinder(const model::Library& library, const Wanted& wanted)
      : library_{library},
        wanted_{wanted},
        around_origin_{library.lineage(wanted.origin)},
        around_end_{library.lineage(wanted.destination)} {}

  std::vector<Hop> find() {
    for (std::size_t i = 0; i < library_.links.size(); ++i) {
      const auto& link = library_.links[i];
      if (!usable(link)) continue;
      add(i, link.from, link.to);
      if (link.both_ways) add(i, link.to, link.from);
    }
    return std::move(out_);
  }

 private:
  bool usable(const model::Link& link) const {
    const auto served = [&](const std::string& mode) { return wanted_.modes.count(mode) != 0; };
    return link.period.holds(wanted_.day) && (wanted_.modes.empty() || std::any_of(link.modes.begin(), link.modes.end(), served));
  }

  // What an end lies within is that end, unless it is the other one.
  JurisdictionId place(JurisdictionId one) const {
    if (one == wanted_.origin || one == wanted_.destination) return one;
    if (holds(around_origin_, one)) return wanted_.origin;
    return holds(around_end_, one) ? wanted_.destination : one;
  }

  bool avoided(JurisdictionId one) const { return one != wanted_.origin && one != wanted_.destination && wanted_.avoided.count(one) != 0; }

  void add(std::size_t link, JurisdictionId first, JurisdictionId second) {
    const auto from = place(first);
    const auto to = place(second);
    if (from == to || to == wanted_.origin || from == wanted_.destination || avoided(to) || avoided(from)) return;
    out_.push_back({from, to, link});
  }

  const model::Library& library_;
  const Wanted& wanted_;
  std::vector<JurisdictionId> around_origin_;
  std::vector<JurisdictionId> around_end_;
  std::vector<Hop> out_;
};

std::set<JurisdictionId> reach(const std::vector<Hop>& hops, JurisdictionId start, bool forward, const std::set<JurisdictionId>& closed) {
  std::set<JurisdictionId> out{start};
  for (bool more = true; more;) {
    more = false;
    for (const auto& hop : hops) {
      const auto [from, to] = forward ? std::pair{hop.from, hop.to} : std::pair{hop.to, hop.from};
      if (out.contains(from) && !closed.contains(to)) more = out.insert(to).second || more;
    }
  }
  return out;
}

void not_connected(const model::Library& library, const Wanted& wanted, source::Diagnostics& diagnostics) {
  diagnostics.add(source::Code::not_connected, {},
                  fmt::format("no chain of links leads from {} to {}{}", library.jurisdictions[wanted.origin].name,
                              library.jurisdictions[wanted.destination].name,
                              wanted.modes.empty() && wanted.avoided.empty() ? "" : " under these limits"),
                  "lift a limit of `--by` or `--avoid`, choose another day, or add the missing link to the rules");
}

}  // namespace

std::vector<Hop> hops_of(const model::Library& library, const Wanted& wanted) { return HopFinder{library, wanted}.find(); }

std::optional<std::vector<JurisdictionId>> between(const model::Library& library, const Wanted& wanted, const std::vector<Hop>& hops,
                                                   source::Diagnostics& diagnostics) {
  const auto from = reach(hops, wanted.origin, true, {});
  const auto to = reach(hops, wanted.destination, false, {});
  if (!from.contains(wanted.destination)) {
    not_connected(library, wanted, diagnostics);
    return std::nullopt;
  }
  std::vector<JurisdictionId> out;
  for (const auto one : from)
    if (to.contains(one) && one != wanted.origin && one != wanted.destination) out.push_back(one);
  std::sort(out.begin(), out.end(), [&](auto a, auto b) { return library.jurisdictions[a].name < library.jurisdictions[b].name; });
  return out;
}

std::optional<std::vector<JurisdictionId>> fewest_hops(const std::vector<Hop>& hops, JurisdictionId origin, JurisdictionId destination,
                                                       const std::set<JurisdictionId>& closed) {
  std::map<JurisdictionId, JurisdictionId> before{{origin, origin}};
  std::vector<JurisdictionId> open{origin};
  for (std::size_t next = 0; next < open.size(); ++next)
    for (const auto& hop : hops)
      if (hop.from == open[next] && !closed.contains(hop.to) && before.emplace(hop.to, hop.from).second) open.push_back(hop.to);
  if (!before.contains(destination)) return std::nullopt;
  std::vector<JurisdictionId> out{destination};
  while (out.back() != origin) out.push_back(before.at(out.back()));
  std::reverse(out.begin(), out.end());
  return out;
}

std::vector<std::vector<JurisdictionId>> fronts(const std::vector<Hop>& hops, JurisdictionId origin, JurisdictionId destination,
                                                std::set<JurisdictionId> closed) {
  std::vector<std::vector<JurisdictionId>> out;
  for (;;) {
    const auto reached = reach(hops, origin, true, closed);
    if (reached.contains(destination)) return out;
    std::set<JurisdictionId> front;
    for (const auto& hop : hops)
      if (reached.contains(hop.from) && closed.contains(hop.to)) front.insert(hop.to);
    out.emplace_back(front.begin(), front.end());
    if (front.empty()) return out;
    for (const auto one : front) closed.erase(one);
  }
}

}  // namespace isonomy::network
