// SPDX-License-Identifier: Apache-2.0
#include "decision/compared_diagrams.h"

#include <algorithm>

#include "decision/axis_orders.h"
#include "decision/excerpt.h"
#include "decision/outcome_diagrams.h"

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
      : excerpt_{excerpt}, diagrams_{library, excerpt.sizes(), order, most, judge} {}

  std::optional<ComparedCases> compare(const AskedMeasures& a, const AskedMeasures& b) {
    const auto left = diagrams_.make(a);
    const auto right = left ? diagrams_.make(b) : std::nullopt;
    if (!right) return std::nullopt;
    const auto verdicts =
        store().combine(*left, *right, [&](std::uint32_t x, std::uint32_t y) { return terminal_of(diagrams_.judged(x, y)); });
    const auto cases = verdicts ? distinct_cases(*left, *right) : std::nullopt;
    if (!cases) return std::nullopt;
    ComparedCases out;
    out.one_function = *left == *right;
    out.all = 1;
    for (const auto& [axis, cells] : cases->sides()) out.all *= cells.count();
    auto counts = store().count(*verdicts, *cases);
    out.differ = counts[terminal_of(Verdict::differs)];
    out.open = counts[terminal_of(Verdict::open)];
    out.where_differs = where(*verdicts, Verdict::differs);
    out.where_open = where(*verdicts, Verdict::open);
    return out;
  }

 private:
  Diagrams& store() { return diagrams_.store(); }
  const Diagrams& store() const { return diagrams_.store(); }

  // One cell of each class on each axis.
  std::optional<Cube> distinct_cases(Diagram a, Diagram b) const {
    std::vector<std::vector<Diagram>> of_level(store().levels());
    for (const auto root : {a, b})
      for (const auto node : store().nodes(root)) of_level[store().level(node)].push_back(node);
    auto steps_left = store().most() * Diagrams::most_steps;
    Cube out;
    for (std::uint32_t level = 0; level < store().levels(); ++level) {
      auto cells = of_level[level].empty() ? IntervalSet{0, 1} : told_apart(store(), of_level[level], steps_left);
      if (!cells) return std::nullopt;
      out.set(store().axis(level), std::move(*cells));
    }
    return out;
  }

  std::optional<Cube> where(Diagram verdicts, Verdict wanted) const {
    const auto shadows = store().shadows(verdicts, [&](std::uint32_t verdict) { return verdict == terminal_of(wanted); });
    Cube out;
    for (AxisIndex axis = 0; axis < shadows.size(); ++axis) {
      if (shadows[axis].empty()) return std::nullopt;
      if (shadows[axis].count() < excerpt_.sizes()[axis]) out.set(axis, excerpt_.in_space(axis, shadows[axis]));
    }
    return out;
  }

  const Excerpt& excerpt_;
  OutcomeDiagrams diagrams_;
};

}  // namespace

std::optional<ComparedCases> compared_cases(const model::Library& library, const Space& space, KnownRules& rules_of,
                                            const ComparedSeats& seats, const Judge& judge, std::size_t most_parts) {
  const auto rules =
      binding_rules(library, seats.a.self, seats.measure).size() + binding_rules(library, seats.b.self, seats.measure).size();
  if (most_parts == 0 || rules > most_parts / parts_a_rule) return std::nullopt;
  const Excerpt excerpt{space.sizes(), seats.base};
  try {
    const AskedMeasures a{library, space, rules_of, seats.a, seats.measure, [&](const Cube& box) { return excerpt.of(box); }};
    const auto called = [&](const Cube& box) { return excerpt.of(exchanged(box, seats.places, seats.a.self.index, seats.b.self.index)); };
    const AskedMeasures b{library, space, rules_of, seats.b, seats.measure, called};
    for (const auto& order : axis_orders(space, excerpt.sizes()))
      if (auto found = Joined{library, excerpt, order, judge, most_parts}.compare(a, b)) return found;
  } catch (const TooLarge&) {}
  return std::nullopt;
}

}  // namespace isonomy::decision
