// SPDX-License-Identifier: Apache-2.0
#include "decision/same_law.h"

#include <algorithm>
#include <span>

namespace isonomy::decision {
namespace {

constexpr std::size_t most_rules = 64;  // of one stretch, for they are compared pair by pair

/// A rule of one of the two, and which codes it can touch.
struct Line {
  model::RuleId rule;
  const model::Assignment* assignment = nullptr;
  std::span<const Cube> cubes;
  Interval reach;
  bool comparable = false;  ///< it holds or not for sure, gives a value, and names no open place
};
using Lines = std::vector<const Line*>;
using Overriders = std::vector<std::vector<std::size_t>>;

bool names_place(const Space& space, const Cube& cube) {
  return std::any_of(cube.sides().begin(), cube.sides().end(), [&](const Cube::Side& side) {
    return side.first != space.on() && space[side.first].fact.index < model::built_in_facts;
  });
}

Interval reach_of(std::span<const Cube> cubes, AxisIndex axis, const Space& space) {
  Interval out{space[axis].size(), 0};
  for (const auto& cube : cubes) {
    const auto* side = cube.side(axis);
    if (side == nullptr) return {0, space[axis].size()};
    out = {std::min(out.low, side->first()), std::max(out.high, side->last() + 1)};
  }
  return out;
}

std::vector<Line> lines_of(const LawAt& of, model::MeasureId measure, const Space& space, AxisIndex axis) {
  std::vector<Line> out;
  for (const auto& rule : of.rules.of(of.seat, measure)) {
    Line line{rule.rule, of.library.rules[rule.rule].assignment(measure), rule.surely, reach_of(rule.surely, axis, space), false};
    if (!rule.possibly.empty()) line.reach = reach_of(rule.possibly, axis, space);
    line.comparable = rule.possibly.empty() && line.assignment->kind == model::Assignment::Kind::equals &&
                      std::none_of(line.cubes.begin(), line.cubes.end(), [&](const Cube& cube) { return names_place(space, cube); });
    out.push_back(line);
  }
  return out;
}

// For each rule, the places in the list of those that override it.
Overriders overriders(const model::Library& library, model::MeasureId measure, const Lines& lines) {
  Overriders out(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto by = library.overriders(lines[i]->rule, measure);
    for (std::size_t j = 0; j < lines.size(); ++j)
      if (std::binary_search(by.begin(), by.end(), lines[j]->rule)) out[i].push_back(j);
  }
  return out;
}

bool same(const Line& a, const Line& b) {
  return a.assignment->value == b.assignment->value && std::equal(a.cubes.begin(), a.cubes.end(), b.cubes.begin(), b.cubes.end());
}

bool meet(const Line& a, const Line& b) {
  return std::any_of(a.cubes.begin(), a.cubes.end(), [&](const Cube& one) {
    return std::any_of(b.cubes.begin(), b.cubes.end(), [&](const Cube& other) { return meets(one, other); });
  });
}

/// Compares the rules that touch one stretch of codes, which no rule crosses the ends of.
class Comparison {
 public:
  Comparison(const LawAt& a, const LawAt& b, model::MeasureId measure, const Coverage& coverage)
      : a_{a}, b_{b}, measure_{measure}, coverage_{coverage} {}

  bool alike(const Lines& a, const Lines& b, const Cube& stretch) const {
    if (a.size() != b.size() || a.size() > most_rules) return false;
    const auto comparable = [](const Line* line) { return line->comparable; };
    if (!std::all_of(a.begin(), a.end(), comparable) || !std::all_of(b.begin(), b.end(), comparable)) return false;
    const auto partners = partners_of(a, b);
    if (partners.empty()) return false;
    const auto over = overriders(a_.library, measure_, a);
    return same_overrides(over, overriders(b_.library, measure_, b), partners) && agree(a, over) && !open(a, stretch);
  }

 private:
  // For each rule of the one the place of the only one of the other that is the same; nothing if some has none, or several.
  static std::vector<std::size_t> partners_of(const Lines& a, const Lines& b) {
    std::vector<std::size_t> out;
    std::vector<bool> taken(b.size());
    for (const auto* one : a) {
      const auto like = [&](const Line* other) { return same(*one, *other); };
      const auto found = std::find_if(b.begin(), b.end(), like);
      if (found == b.end() || std::any_of(found + 1, b.end(), like)) return {};
      const auto place = static_cast<std::size_t>(found - b.begin());
      if (taken[place]) return {};
      taken[place] = true;
      out.push_back(place);
    }
    return out;
  }

  static bool same_overrides(const Overriders& a, const Overriders& b, const std::vector<std::size_t>& partners) {
    for (std::size_t i = 0; i < a.size(); ++i) {
      std::vector<std::size_t> expected;
      for (const auto by : a[i]) expected.push_back(partners[by]);
      std::sort(expected.begin(), expected.end());
      if (expected != b[partners[i]]) return false;
    }
    return true;
  }

  // Whether of two rules that answer differently for the same facts one overrides the other.
  static bool agree(const Lines& lines, const Overriders& over) {
    const auto overrides = [&](std::size_t by, std::size_t of) { return std::binary_search(over[of].begin(), over[of].end(), by); };
    for (std::size_t i = 0; i < lines.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        if (!overrides(i, j) && !overrides(j, i) && !(lines[i]->assignment->value == lines[j]->assignment->value) &&
            meet(*lines[i], *lines[j]))
          return false;
    return true;
  }

  bool open(const Lines& lines, const Cube& stretch) const {
    std::vector<Cube> all;
    for (const auto* line : lines) all.insert(all.end(), line->cubes.begin(), line->cubes.end());
    return coverage_.uncovered(stretch, all).has_value();
  }

  const LawAt& a_;
  const LawAt& b_;
  model::MeasureId measure_;
  const Coverage& coverage_;
};

/// Goes along an axis from stretch to stretch.
class Sweep {
 public:
  Sweep(const std::vector<Line>& a, const std::vector<Line>& b) {
    for (const auto& line : a) lines_.emplace_back(&line, true);
    for (const auto& line : b) lines_.emplace_back(&line, false);
    std::stable_sort(lines_.begin(), lines_.end(), [](const auto& x, const auto& y) { return x.first->reach.low < y.first->reach.low; });
  }

  /// Calls `visit(rules of a, rules of b, codes)` for each stretch.
  template <class Visit>
  void each(Visit visit) {
    for (std::size_t next = 0; next < lines_.size();) {
      Lines a;
      Lines b;
      auto reach = lines_[next].first->reach;
      for (; next < lines_.size() && (lines_[next].first->reach.low < reach.high); ++next) {
        const auto& [line, first] = lines_[next];
        (first ? a : b).push_back(line);
        reach.high = std::max(reach.high, line->reach.high);
      }
      visit(a, b, reach);
    }
  }

 private:
  std::vector<std::pair<const Line*, bool>> lines_;
};

std::optional<AxisIndex> axis_of_codes(const Space& space) {
  const auto codes = [&](AxisIndex axis) { return space[axis].kind == model::Kind::hs; };
  const auto found = std::find_if(space.by_name().begin(), space.by_name().end(), codes);
  return found == space.by_name().end() ? std::nullopt : std::optional{*found};
}

}  // namespace

std::optional<SameLaw> same_law(const LawAt& a, const LawAt& b, model::MeasureId measure, const Space& space, const Coverage& coverage) {
  const auto axis = axis_of_codes(space);
  const auto plain = [&](const model::Library& library) {
    const auto& of = library.measures[measure];
    return of.asked_when.kind == model::Condition::Kind::always && !of.type.set;
  };
  if (!axis || !plain(a.library) || !plain(b.library)) return std::nullopt;
  const auto mine = lines_of(a, measure, space, *axis);
  const auto theirs = lines_of(b, measure, space, *axis);
  const Comparison comparison{a, b, measure, coverage};
  std::vector<Interval> same;
  Sweep{mine, theirs}.each([&](const Lines& of_a, const Lines& of_b, Interval reach) {
    Cube stretch;
    stretch.set(*axis, {reach.low, reach.high});
    if (comparison.alike(of_a, of_b, stretch)) same.push_back(reach);
  });
  return SameLaw{*axis, IntervalSet::of(std::move(same))};
}

}  // namespace isonomy::decision
