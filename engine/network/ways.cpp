// SPDX-License-Identifier: Apache-2.0
#include "network/ways.h"

#include <algorithm>

#include "analysis/check.h"
#include "network/hops.h"
#include "network/tolls.h"

namespace isonomy::network {
namespace {

using model::JurisdictionId;

std::int64_t& at(Price& price, Count count) { return price[static_cast<std::size_t>(count)]; }

std::int64_t blocks(const Toll& toll) {
  return std::count_if(toll.clashes.begin(), toll.clashes.end(),
                       [](const analysis::Finding& one) { return one.severity == model::Severity::blocking; });
}

/// Jurisdictions as nodes, by their codes, so that ties are broken by name.
class Map {
 public:
  Map(const model::Library& library, const std::vector<Hop>& hops) : hops_{hops} {
    names_ = library.jurisdictions.ids();
    std::sort(names_.begin(), names_.end(), [&](auto a, auto b) { return library.jurisdictions[a].name < library.jurisdictions[b].name; });
    for (Node node = 0; node < names_.size(); ++node) nodes_[names_[node]] = node;
    for (const auto& hop : hops) steps_.push_back({node(hop.from), node(hop.to), price_of(library.links[hop.link])});
  }

  std::size_t size() const { return names_.size(); }
  Node node(JurisdictionId one) const { return nodes_.at(one); }
  JurisdictionId at_node(Node node) const { return names_[node]; }
  const std::vector<Step>& steps() const { return steps_; }
  std::size_t link(std::size_t step) const { return hops_[step].link; }

  /// Puts each jurisdiction's toll on the steps that enter it.
  void charge(const std::map<JurisdictionId, Toll>& tolls) {
    for (auto& step : steps_)
      if (const auto it = tolls.find(names_[step.to]); it != tolls.end()) add_toll(step.price, it->second);
  }

 private:
  static Price price_of(const model::Link& link) {
    Price price{};
    const auto hours = link.border ? base::hours_of(*link.border).most : std::nullopt;
    at(price, hours ? Count::hours : Count::hours_unknown) = hours.value_or(1);
    const auto distance = link.kilometres ? static_cast<std::int64_t>(*link.kilometres * 1000) : 1;
    at(price, link.kilometres ? Count::distance : Count::distance_unknown) = distance;
    return price;
  }

  static void add_toll(Price& price, const Toll& toll) {
    at(price, Count::blocking) += blocks(toll);
    for (const auto& clash : toll.clashes) {
      if (clash.severity == model::Severity::major) ++at(price, Count::major);
      if (clash.severity == model::Severity::minor) ++at(price, Count::minor);
    }
    at(price, Count::duties) += static_cast<std::int64_t>(toll.duties.size());
    at(price, Count::unknown) += static_cast<std::int64_t>(toll.unknown.size());
  }

  const std::vector<Hop>& hops_;
  std::vector<JurisdictionId> names_;
  std::map<JurisdictionId, Node> nodes_;
  std::vector<Step> steps_;
};

Way way_of(const Map& map, const Path& path) {
  Way out{{map.at_node(map.steps()[path.steps.front()].from)}, {}, path.price};
  for (const auto step : path.steps) {
    out.stops.push_back(map.at_node(map.steps()[step].to));
    out.links.push_back(map.link(step));
  }
  return out;
}

// Each jurisdiction is an arc from its entrance to its exit, as wide as it has blocks; free ones cannot be cut.
std::vector<JurisdictionId> closing(const Map& map, const WaysAnswer& answer) {
  constexpr std::int64_t never = std::int64_t{1} << 40;
  const auto exit = [&](Node node) { return static_cast<Node>(node + map.size()); };
  std::vector<Arc> arcs;
  for (Node node = 0; node < map.size(); ++node) {
    const auto it = answer.tolls.find(map.at_node(node));
    const auto width = it == answer.tolls.end() ? 0 : blocks(it->second);
    arcs.push_back({node, exit(node), width > 0 ? width : never, 0});
  }
  for (const auto& step : map.steps()) arcs.push_back({exit(step.from), step.to, never, 0});
  const auto cut = minimum_cut(2 * map.size(), arcs, map.node(answer.wanted.origin), map.node(answer.wanted.destination));
  std::vector<JurisdictionId> out;
  for (Node node = 0; node < map.size(); ++node)
    if (cut.at_source[node] && !cut.at_source[exit(node)]) out.push_back(map.at_node(node));
  return out;
}

void name_blocks(const Map& map, WaysAnswer& answer) {
  if (answer.ways.empty() || answer.ways.front().of(Count::blocking) == 0) return;
  const auto& first = answer.ways.front();
  for (const auto stop : first.stops)
    if (const auto it = answer.tolls.find(stop); it != answer.tolls.end() && blocks(it->second) > 0) answer.to_lift.push_back(stop);
  answer.closed_by = closing(map, answer);
}

void search(const model::Library& library, WaysAnswer& answer) {
  const auto hops = hops_of(library, answer.wanted);
  const auto carriers = between(library, answer.wanted, hops, answer.diagnostics);
  if (!carriers) return;
  Map map{library, hops};
  find_tolls(library, *carriers, answer);
  if (answer.diagnostics.has_errors()) return;
  map.charge(answer.tolls);
  const auto source = map.node(answer.wanted.origin);
  const auto sink = map.node(answer.wanted.destination);
  const auto paths = answer.wanted.front ? undominated_paths(map.size(), map.steps(), source, sink)
                                         : best_paths(map.size(), map.steps(), source, sink, answer.wanted.best);
  for (const auto& path : paths) answer.ways.push_back(way_of(map, path));
  name_blocks(map, answer);
}

}  // namespace

WaysAnswer find_ways(const model::Library& library, const Wanted& wanted) {
  WaysAnswer out;
  out.wanted = wanted;
  const analysis::Question question{{wanted.origin, wanted.destination}, wanted.given, {}};
  out.on = analysis::fixed_day(question);
  out.given = analysis::given_words(library, question);
  try {
    search(library, out);
  } catch (const decision::TooLarge& error) {
    out.diagnostics.add(error.code, {}, error.what(), "give more facts, or ask for the best ways instead of all");
  }
  return out;
}

}  // namespace isonomy::network
