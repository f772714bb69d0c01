// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdlib>
#include <map>

#include "harmonize/solvers.h"
#include "network/minimum_cut.h"

namespace isonomy::harmonize {
namespace {

using network::Arc;
using network::Node;

/// Which labels of two variables go together: `good[a * width + b]`.
struct Table {
  std::vector<bool> good;
  Label height = 0;
  Label width = 0;
};

/// A table read along or against the order of either variable, and from either side.
struct View {
  const Table& table;
  bool turn_a = false;
  bool turn_b = false;
  bool swapped = false;

  Label height() const { return swapped ? table.width : table.height; }
  Label width() const { return swapped ? table.height : table.width; }
  bool good(Label mine, Label theirs) const {
    const auto a = swapped ? theirs : mine;
    const auto b = swapped ? mine : theirs;
    return table.good[(turn_a ? table.height - 1 - a : a) * table.width + (turn_b ? table.width - 1 - b : b)];
  }
  View other_side() const { return {table, turn_a, turn_b, !swapped}; }
};

/// "If mine has label `of` or more, theirs has label `least` or more."
struct Step {
  Label of = 0;
  Label least = 0;
};

std::vector<Step> steps(const View& view) {
  std::vector<Step> out;
  auto least = view.width();
  for (Label mine = view.height(); mine-- > 0;) {
    for (Label theirs = 0; theirs < least; ++theirs)
      if (view.good(mine, theirs)) least = theirs;
    out.push_back({mine, least});
  }
  return out;
}

// Whether the steps of both sides, and nothing else, make the table: it is a lattice, and a cut can hold it.
bool ordered(const View& view) {
  const auto up = steps(view);
  const auto down = steps(view.other_side());
  const auto keeps = [](const std::vector<Step>& all, Label mine, Label theirs) {
    return std::all_of(all.begin(), all.end(), [&](const Step& step) { return mine < step.of || theirs >= step.least; });
  };
  for (Label a = 0; a < view.height(); ++a)
    for (Label b = 0; b < view.width(); ++b)
      if (view.good(a, b) != (keeps(up, a, b) && keeps(down, b, a))) return false;
  return true;
}

/// The problem as one node per variable and label above the lowest: the node is on the source's side if the label is at least that.
class CutMaker {
 public:
  explicit CutMaker(const Problem& problem) : problem_{problem}, usable_(problem.costs.size()), flip_(problem.costs.size(), 0) {}

  CutAnswer solve() {
    if (!problem_.ceilings.empty() || !read_clauses() || !orient()) return {};
    number();
    for (Variable v = 0; v < problem_.costs.size(); ++v) add_variable(v);
    for (const auto& friction : problem_.frictions) add_friction(friction);
    for (const auto& [pair, table] : tables_) add_table(pair.first, pair.second, table);
    const auto cut = network::minimum_cut(next_, arcs_, source, sink);
    const auto cost = cut.capacity + constant_;
    if (cut.capacity >= never_) return {true, std::nullopt};
    return {true, Solution{labels(cut), cost, cost}};
  }

 private:
  static constexpr Node source = 0;
  static constexpr Node sink = 1;

  bool read_clauses() {
    for (Variable v = 0; v < usable_.size(); ++v) usable_[v].assign(problem_.costs[v].size(), true);
    for (const auto& clause : problem_.forbidden) {
      if (clause.size() > 2) return false;
      if (clause.size() == 1)
        for (const auto label : clause[0].labels) usable_[clause[0].variable][label] = false;
      else forbid(clause[0], clause[1]);
    }
    return true;
  }

  void forbid(const Choice& one, const Choice& other) {
    const auto& a = one.variable < other.variable ? one : other;
    const auto& b = one.variable < other.variable ? other : one;
    auto& table = tables_[{a.variable, b.variable}];
    if (table.good.empty()) {
      table.height = static_cast<Label>(usable_[a.variable].size());
      table.width = static_cast<Label>(usable_[b.variable].size());
      table.good.assign(std::size_t{table.height} * table.width, true);
    }
    for (const auto x : a.labels)
      for (const auto y : b.labels) table.good[x * table.width + y] = false;
  }

  // Two variables follow one order, or opposite ones. `flip_` must suit every pair: a colouring with two colours.
  bool orient() {
    std::vector<std::vector<std::pair<Variable, bool>>> beside(usable_.size());
    const auto tie = [&](Variable a, Variable b, bool opposite) {
      beside[a].emplace_back(b, opposite);
      beside[b].emplace_back(a, opposite);
    };
    for (auto& [pair, table] : tables_) {
      drop_unusable(pair, table);
      const bool same = ordered({table});
      const bool opposite = ordered({table, false, true});
      if (!same && !opposite) return false;
      if (same != opposite) tie(pair.first, pair.second, opposite);
    }
    for (const auto& friction : problem_.frictions) tie(friction.a, friction.b, false);
    std::vector<bool> seen(usable_.size(), false);
    for (Variable v = 0; v < usable_.size(); ++v)
      if (!seen[v] && !colour(v, beside, seen)) return false;
    return true;
  }

  bool colour(Variable first, const std::vector<std::vector<std::pair<Variable, bool>>>& beside, std::vector<bool>& seen) {
    std::vector<Variable> open{first};
    seen[first] = true;
    while (!open.empty()) {
      const auto v = open.back();
      open.pop_back();
      for (const auto& [other, opposite] : beside[v]) {
        const char wanted = static_cast<char>(flip_[v] ^ (opposite ? 1 : 0));
        if (seen[other] && flip_[other] != wanted) return false;
        if (seen[other]) continue;
        seen[other] = true;
        flip_[other] = wanted;
        open.push_back(other);
      }
    }
    return true;
  }

  void drop_unusable(const std::pair<Variable, Variable>& pair, Table& table) const {
    for (Label a = 0; a < table.height; ++a)
      for (Label b = 0; b < table.width; ++b)
        if (!usable_[pair.first][a] || !usable_[pair.second][b]) table.good[a * table.width + b] = false;
  }

  // `never_` is more than all steps together, so that no cheapest cut takes what is forbidden.
  void number() {
    for (const auto& costs : problem_.costs) {
      first_.push_back(next_);
      next_ += static_cast<Node>(costs.size() - 1);
    }
    for (const auto& costs : problem_.costs)
      for (std::size_t label = 1; label < costs.size(); ++label) never_ += std::abs(costs[label] - costs[label - 1]);
    for (const auto& friction : problem_.frictions) never_ += friction.price * std::max(size(friction.a), size(friction.b));
  }

  Label size(Variable v) const { return static_cast<Label>(problem_.costs[v].size()); }
  Label flipped(Variable v, Label label) const { return flip_[v] != 0 ? size(v) - 1 - label : label; }

  // "The label of v, in v's direction, is `label` or more"; the ends of the range are the source and the sink.
  Node at_least(Variable v, std::int64_t label) const {
    if (label <= 0) return source;
    return label >= size(v) ? sink : first_[v] + static_cast<Node>(label) - 1;
  }

  void arc(Node from, Node to, Cost capacity, Cost back = 0) {
    if (from != to && from != sink && to != source) arcs_.push_back({from, to, capacity, back});
  }

  // Costs are sums of steps along the order. Whoever reaches an unusable label must go on to the next.
  void add_variable(Variable v) {
    const auto last = size(v) - 1;
    constant_ += problem_.costs[v][flipped(v, 0)];
    for (Label at = 1; at <= last; ++at) {
      const auto step = problem_.costs[v][flipped(v, at)] - problem_.costs[v][flipped(v, at - 1)];
      if (step > 0) arc(at_least(v, at), sink, step);
      if (step < 0) arc(source, at_least(v, at), -step), constant_ += step;
      if (at > 1) arc(at_least(v, at), at_least(v, at - 1), never_);
    }
    for (Label at = 0; at <= last; ++at)
      if (!usable_[v][flipped(v, at)]) arc(at_least(v, at), at_least(v, at + 1), never_);
  }

  // The pair pays for each step at which one label is reached and the other, `slack` below, is not. Against the order of their
  // labels the two change places, and their numbers of labels shift the slack.
  void add_friction(const Friction& friction) {
    const auto far = [&](Variable high, Variable low, std::int64_t slack) {
      for (auto at = std::min<std::int64_t>(slack + 1, 1); at < size(high); ++at) {
        if (at <= slack) continue;
        arc(at_least(high, at), at_least(low, at - slack), friction.price);
      }
    };
    const std::int64_t slack = friction.slack;
    const auto shift = flip_[friction.a] != 0 ? std::int64_t{size(friction.a)} - size(friction.b) : 0;
    far(friction.a, friction.b, slack + shift);
    far(friction.b, friction.a, slack - shift);
  }

  void add_table(Variable a, Variable b, const Table& table) {
    const View view{table, flip_[a] != 0, flip_[b] != 0};
    for (const auto& step : steps(view)) arc(at_least(a, step.of), at_least(b, step.least), never_);
    for (const auto& step : steps(view.other_side())) arc(at_least(b, step.of), at_least(a, step.least), never_);
  }

  Labels labels(const network::Cut& cut) const {
    Labels out;
    for (Variable v = 0; v < problem_.costs.size(); ++v) {
      Label at = 0;
      while (at + 1 < size(v) && cut.at_source[at_least(v, at + 1)]) ++at;
      out.push_back(flipped(v, at));
    }
    return out;
  }

  const Problem& problem_;
  std::vector<std::vector<bool>> usable_;
  std::vector<char> flip_;
  std::map<std::pair<Variable, Variable>, Table> tables_;
  std::vector<Node> first_;
  Node next_ = 2;
  std::vector<Arc> arcs_;
  Cost constant_ = 0;
  Cost never_ = 1;
};

}  // namespace

CutAnswer solve_by_cut(const Problem& problem) { return CutMaker{problem}.solve(); }

}  // namespace isonomy::harmonize
