// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "decision/cover.h"
#include "decision/numbers.h"

namespace isonomy::decision {
namespace {

using model::Kind;

// The shortest code that begins (or, with `last`, ends) there.
std::string shortest_code(std::int64_t ten_digits, bool last) {
  int digits = 10;
  auto number = last ? ten_digits + 1 : ten_digits;
  while (digits > 2 && number % 100 == 0) {
    number /= 100;
    digits -= 2;
  }
  return to_text(model::HsCode{last ? number - 1 : number, digits});
}

std::string hs_words(std::int64_t from, std::int64_t to) {
  const auto first = shortest_code(from, false);
  const auto last = shortest_code(to - 1, true);
  for (std::int64_t width = 1; width < hs_end; width *= 100)
    if (to - from == width && from % width == 0) return first.size() > last.size() ? first : last;
  return first + " to " + last;
}

class AxisWords {
 public:
  AxisWords(const model::Library& library, const Axis& axis) : library_{library}, axis_{axis} {}

  std::string say(const IntervalSet& cells) const {
    if (!axis_.ordered()) return listed(cells);
    if (axis_.kind == Kind::hs) return codes(cells);
    std::vector<std::string> ranges;
    for (const auto part : cells.parts()) ranges.push_back(range(part));
    return fmt::format("{}", fmt::join(ranges, " or "));
  }

 private:
  std::string listed(const IntervalSet& cells) const {
    const auto others = axis_.all() - cells;
    const bool negative = others.count() < cells.count() && axis_.kind != Kind::flag;
    std::vector<std::string> names;
    for (Cell rank = 0; rank < axis_.size(); ++rank)
      if (const auto cell = axis_.ranked(rank); cells.contains(cell) != negative) names.push_back(to_text(axis_.values[cell], library_));
    return fmt::format("{}{}", negative ? "other than " : "", fmt::join(names, ", "));
  }

  std::string codes(const IntervalSet& cells) const {
    const auto others = axis_.all() - cells;
    const bool negative = others.parts().size() < cells.parts().size();
    std::vector<std::string> ranges;
    for (const auto part : (negative ? others : cells).parts())
      ranges.push_back(hs_words(part.low == 0 ? 0 : number(part.low), part.high == axis_.size() ? hs_end : number(part.high)));
    return fmt::format("{}{}", negative ? "other than " : "", fmt::join(ranges, ", "));
  }

  // The whole number at which a cell begins.
  std::int64_t number(Cell cell) const { return integer(axis_.cuts[cell - 1].boundary.at); }

  std::string range(Interval part) const {
    const bool starts = part.low == 0;
    const bool ends = part.high == axis_.size();
    if (axis_.kind == Kind::date) return days(part, starts, ends);
    if (axis_.kind == Kind::count) return counts(part, starts, ends);
    return amounts(part, starts, ends);
  }

  std::string days(Interval part, bool starts, bool ends) const {
    const auto day = [&](std::int64_t days) { return base::to_text(base::Date{static_cast<std::int32_t>(days)}); };
    if (!starts && !ends && number(part.high) - number(part.low) == 1) return "on " + day(number(part.low));
    return join(starts ? "" : "from " + day(number(part.low)), ends ? "" : "through " + day(number(part.high) - 1));
  }

  std::string counts(Interval part, bool starts, bool ends) const {
    if (!starts && !ends && number(part.high) - number(part.low) == 1) return std::to_string(number(part.low));
    return join(starts ? "" : fmt::format("from {}", number(part.low)), ends ? "" : fmt::format("up to {}", number(part.high) - 1));
  }

  std::string amounts(Interval part, bool starts, bool ends) const {
    const auto text = [&](const Cut& cut) { return to_text(cut.constant, library_); };
    const auto* low = starts ? nullptr : &axis_.cuts[part.low - 1];
    const auto* high = ends ? nullptr : &axis_.cuts[part.high - 1];
    if (low != nullptr && high != nullptr && low->boundary.at == high->boundary.at) return text(*low);
    return join(low == nullptr ? "" : (low->boundary.after ? "over " : "from ") + text(*low),
                high == nullptr ? "" : (high->boundary.after ? "up to " : "under ") + text(*high));
  }

  static std::string join(const std::string& a, const std::string& b) { return a.empty() || b.empty() ? a + b : a + " " + b; }

  const model::Library& library_;
  const Axis& axis_;
};

// `with health, without biometric` for the elements of a set fact that the cube decides.
void add_element(const model::Library& library, const Axis& axis, const IntervalSet& cells, std::vector<Restriction>& out) {
  const auto& name = library.enumerations[library.facts[axis.fact].type.enumeration].values[*axis.element];
  const auto words = fmt::format("{} {}", cells.contains(1) ? "with" : "without", name);
  const auto known = std::find_if(out.begin(), out.end(), [&](const Restriction& r) { return r.fact == axis.fact; });
  if (known == out.end()) out.push_back({axis.fact, words});
  else known->words += ", " + words;
}

}  // namespace

std::vector<Restriction> restrictions(const model::Library& library, const Space& space, const Cube& cube, const Cube& base) {
  std::vector<Restriction> out;
  for (const auto& [axis, cells] : cube.sides()) {
    const auto* given = base.side(axis);
    if (axis == space.on() || (given != nullptr && *given == cells)) continue;
    if (space[axis].element) add_element(library, space[axis], cells, out);
    else out.push_back({space[axis].fact, AxisWords{library, space[axis]}.say(cells)});
  }
  const auto* days = cube.side(space.on());
  const auto* given = base.side(space.on());
  if (days != nullptr && !(given != nullptr && *given == *days))
    out.push_back({space[space.on()].fact, AxisWords{library, space[space.on()]}.say(*days)});
  return out;
}

std::string describe(const model::Library& library, const Space& space, const Cube& cube, const Cube& base) {
  std::vector<std::string> parts;
  for (const auto& one : restrictions(library, space, cube, base))
    parts.push_back(one.fact == model::fact_id(model::BuiltIn::on) ? one.words : library.facts[one.fact].name + " " + one.words);
  return parts.empty() ? "in all cases" : fmt::format("{}", fmt::join(parts, "; "));
}

}  // namespace isonomy::decision
