// SPDX-License-Identifier: Apache-2.0
#include "decision/compared_diagrams.h"

#include <algorithm>
#include <unordered_map>

#include "decision/asked.h"
#include "decision/axis_orders.h"
#include "decision/excerpt.h"

namespace isonomy::decision {
namespace {

// What a rule of a tariff takes, both decisions and their join together. Where more rules would take more, their boxes are not even made.
constexpr std::size_t parts_a_rule = 10;

std::uint32_t terminal_of(Verdict verdict) { return static_cast<std::uint32_t>(verdict); }

// The first cell of each class of cells that no node of a level treats differently; nothing if that takes too many steps.
std::optional<IntervalSet> told_apart(const Diagrams& store, const std::vector<Diagram>& nodes, std::size_t& steps_left) {
  std::vector<Cell> ends;
  for (const auto node : nodes)
    for (const auto& edge : store.edges(node)) ends.push_back(edge.end);
  std::sort(ends.begin(), ends.end());
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
  std::vector<std::uint32_t> class_of(ends.size(), 0);
  std::size_t classes = 1;
  for (auto node = nodes.begin(); node != nodes.end() && classes < ends.size(); ++node) {
    if (steps_left < ends.size()) return std::nullopt;
    steps_left -= ends.size();
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> known;
    auto edge = store.edges(*node).begin();
    for (std::size_t run = 0; run < ends.size(); ++run) {
      if (edge->end < ends[run]) ++edge;
      const auto next = static_cast<std::uint32_t>(known.size());
      class_of[run] = known.try_emplace({class_of[run], edge->child.code}, next).first->second;
    }
    classes = known.size();
  }
  std::vector<Interval> first;
  std::vector<bool> seen(classes, false);
  for (std::size_t run = 0; run < ends.size(); ++run) {
    const Cell begin = run == 0 ? 0 : ends[run - 1];
    if (!seen[class_of[run]]) first.push_back({begin, begin + 1});
    seen[class_of[run]] = true;
  }
  return IntervalSet::of(std::move(first));
}

/// Two decisions as diagrams in one store, in one order of the axes.
class Joined {
 public:
  Joined(const model::Library& library, const Excerpt& excerpt, const std::vector<AxisIndex>& order, const Judge& judge, std::size_t most)
      : excerpt_{excerpt}, judge_{judge}, store_{excerpt.sizes(), order, most}, endings_{library} {}

  std::optional<ComparedCases> compare(const AskedMeasures& a, const AskedMeasures& b) {
    const auto left = outcomes(a);
    const auto right = left ? outcomes(b) : std::nullopt;
    if (!right) return std::nullopt;
    const auto verdicts = store_.combine(*left, *right, [&](std::uint32_t x, std::uint32_t y) { return terminal_of(judged(x, y)); });
    const auto cases = verdicts ? distinct_cases(*left, *right) : std::nullopt;
    if (!cases) return std::nullopt;
    ComparedCases out;
    out.one_function = *left == *right;
    out.all = 1;
    for (const auto& [axis, cells] : cases->sides()) out.all *= cells.count();
    auto counts = store_.count(*verdicts, *cases);
    out.differ = counts[terminal_of(Verdict::differs)];
    out.open = counts[terminal_of(Verdict::open)];
    out.where_differs = where(*verdicts, Verdict::differs);
    out.where_open = where(*verdicts, Verdict::open);
    return out;
  }

 private:
  // By outcome alone: each by the first of its endings, whatever rules make it.
  std::optional<Diagram> outcomes(const AskedMeasures& asked) {
    const auto endings = asked.diagram(store_, endings_);
    if (!endings) return std::nullopt;
    return store_.map(*endings, [&](std::uint32_t ending) { return first_.try_emplace(endings_[ending].outcome, ending).first->second; });
  }

  Verdict judged(std::uint32_t a, std::uint32_t b) {
    const auto [it, fresh] = judged_.try_emplace((std::uint64_t{a} << 32U) | b, Verdict::same);
    if (fresh) it->second = judge_(endings_.outcome(a), endings_.outcome(b));
    return it->second;
  }

  // One cell of each class on each axis.
  std::optional<Cube> distinct_cases(Diagram a, Diagram b) const {
    std::vector<std::vector<Diagram>> of_level(store_.levels());
    for (const auto root : {a, b})
      for (const auto node : store_.nodes(root)) of_level[store_.level(node)].push_back(node);
    auto steps_left = store_.most() * Diagrams::most_steps;
    Cube out;
    for (std::uint32_t level = 0; level < store_.levels(); ++level) {
      auto cells = of_level[level].empty() ? IntervalSet{0, 1} : told_apart(store_, of_level[level], steps_left);
      if (!cells) return std::nullopt;
      out.set(store_.axis(level), std::move(*cells));
    }
    return out;
  }

  std::optional<Cube> where(Diagram verdicts, Verdict wanted) const {
    const auto shadows = store_.shadows(verdicts, [&](std::uint32_t verdict) { return verdict == terminal_of(wanted); });
    Cube out;
    for (AxisIndex axis = 0; axis < shadows.size(); ++axis) {
      if (shadows[axis].empty()) return std::nullopt;
      if (shadows[axis].count() < excerpt_.sizes()[axis]) out.set(axis, excerpt_.in_space(axis, shadows[axis]));
    }
    return out;
  }

  const Excerpt& excerpt_;
  const Judge& judge_;
  Diagrams store_;
  Endings endings_;
  std::unordered_map<std::uint32_t, std::uint32_t> first_;  ///< outcome to ending
  std::unordered_map<std::uint64_t, Verdict> judged_;
};

Cube called(const Cube& cube, const ComparedSeats& seats) {
  auto out = cube;
  for (const auto axis : seats.places)
    if (const auto* side = cube.side(axis)) out.set(axis, exchanged(*side, seats.a.self.index, seats.b.self.index));
  return out;
}

}  // namespace

std::optional<ComparedCases> compared_cases(const model::Library& library, const Space& space, const ComparedSeats& seats,
                                            const Judge& judge, std::size_t most_parts) {
  const auto rules =
      binding_rules(library, seats.a.self, seats.measure).size() + binding_rules(library, seats.b.self, seats.measure).size();
  if (most_parts == 0 || rules > most_parts / parts_a_rule) return std::nullopt;
  const Excerpt excerpt{space.sizes(), seats.base};
  try {
    const AskedMeasures a{library, space, seats.a, seats.measure, [&](const Cube& box) { return excerpt.of(box); }};
    const AskedMeasures b{library, space, seats.b, seats.measure, [&](const Cube& box) { return excerpt.of(called(box, seats)); }};
    for (const auto& order : axis_orders(space, excerpt.sizes()))
      if (auto found = Joined{library, excerpt, order, judge, most_parts}.compare(a, b)) return found;
  } catch (const TooLarge&) {}
  return std::nullopt;
}

}  // namespace isonomy::decision
