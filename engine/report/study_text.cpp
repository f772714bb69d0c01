// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "report/harmonize.h"
#include "report/number.h"

namespace isonomy::report {
namespace {

using base::Rational;
using harmonize::Distances;

std::string name_of(const Desk& desk, const Distances& distances, std::size_t who) {
  return desk.library.jurisdictions[distances.comparison().scope[who]].name;
}

std::string cell(const Desk& desk, const Distances& distances, std::size_t a, std::size_t b) {
  if (a == b) return "-";
  const auto sum = distances.apart(a, b);
  return sum.known == 0 ? desk.said("unknown") : fmt::format("{} {}", decimal(sum.score / sum.known, 3), percent(sum.known));
}

std::string matrix_text(const Desk& desk, const Distances& distances) {
  const auto count = distances.comparison().scope.size();
  if (count < 3) return {};
  std::size_t head = 2;
  for (std::size_t who = 0; who < count; ++who) head = std::max(head, name_of(desk, distances, who).size());
  auto out =
      fmt::format("\n{}\n  {}", desk.paint.bold(desk.say("Distance, from 0 (the same) to 1, with the share of weight known on both sides")),
                  padded("", head));
  for (std::size_t who = 0; who < count; ++who) out += fmt::format("  {:>9}", name_of(desk, distances, who));
  out += "\n";
  for (std::size_t a = 0; a < count; ++a) {
    out += fmt::format("  {}", padded(name_of(desk, distances, a), head));
    for (std::size_t b = 0; b < count; ++b) out += fmt::format("  {:>9}", cell(desk, distances, a, b));
    out += "\n";
  }
  return out;
}

/// One line of figures: the sums over all pairs of some measures, and the weight they could have.
struct Line {
  std::string name;
  harmonize::Apart sum;
  Rational weight = 0;
};

template <class Covers>
Line line_of(const Distances& distances, std::string name, const Covers& covers) {
  Line out{std::move(name), {}, 0};
  const auto count = distances.comparison().scope.size();
  for (std::size_t measure = 0; measure < distances.weights().size(); ++measure) {
    if (!covers(distances.comparison().measures[measure])) continue;
    for (std::size_t a = 0; a < count; ++a)
      for (std::size_t b = a + 1; b < count; ++b) out.sum += distances.apart(a, b, measure), out.weight += distances.weights()[measure];
  }
  return out;
}

// Everything, each domain, then the measures that differ, those that add most first.
std::vector<Line> lines_of(const Desk& desk, const Distances& distances) {
  const auto& library = desk.library;
  std::vector<Line> out{line_of(distances, desk.said("all"), [](auto) { return true; })};
  for (const auto domain : library.domains.ids()) {
    auto one = line_of(distances, library.domains[domain].name, [&](auto id) { return library.measures[id].domain == domain; });
    if (one.weight != 0) out.push_back(std::move(one));
  }
  const auto first = out.size();
  for (const auto measure : distances.comparison().measures) {
    auto one = line_of(distances, library.measures[measure].name, [&](auto id) { return id == measure; });
    if (one.sum.answer != 0) out.push_back(std::move(one));
  }
  std::stable_sort(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(),
                   [](const Line& a, const Line& b) { return a.sum.score > b.sum.score; });
  return out;
}

std::string figures(const Desk& desk, const Line& line, bool two) {
  const auto& sum = line.sum;
  if (sum.known == 0) return fmt::format("{:>9}", desk.said("unknown"));
  auto out = fmt::format("{:>9}{:>9}", decimal(sum.answer / sum.known, 3), decimal(sum.score / sum.known, 3));
  if (two) out += fmt::format("{:>15}{:>15}", decimal(sum.forth / sum.known, 3), decimal(sum.back / sum.known, 3));
  return out + fmt::format("{:>8}", percent(sum.known / line.weight));
}

std::string breakdown_text(const Desk& desk, const Distances& distances) {
  const bool two = distances.comparison().scope.size() == 2;
  const auto lines = lines_of(desk, distances);
  std::size_t head = 0;
  for (const auto& line : lines) head = std::max(head, width_of(line.name));
  auto out =
      fmt::format("\n{}\n  {}{:>9}{:>9}", desk.paint.bold(desk.say(two ? "Distance, from 0 (the same) to 1" : "The same, over all pairs")),
                  padded("", head), desk.say("answers"), desk.say("score"));
  if (two)
    out += fmt::format("{:>15}{:>15}", desk.say("{} stricter", name_of(desk, distances, 1)),
                       desk.say("{} stricter", name_of(desk, distances, 0)));
  out += fmt::format("{:>8}\n", desk.say("known"));
  for (const auto& line : lines) out += fmt::format("  {}{}\n", padded(line.name, head), figures(desk, line, two));
  return out;
}

std::string dollars(const Desk& desk, std::int64_t amount) {
  const base::Rational value{amount};
  return amount >= 1'000'000'000 ? desk.say("{} billion", decimal(value / 1'000'000'000, 1))
                                 : desk.say("{} million", decimal(value / 1'000'000, 1));
}

std::string trade_text(const Desk& desk, const harmonize::Study& study, std::size_t who) {
  for (const auto& need : study.needs)
    if (need.who == who && need.trade)
      return "; " + desk.say("trade with the others in {}: {} USD", study.trade_year, dollars(desk, *need.trade));
  return {};
}

std::string levels_text(const Desk& desk, const harmonize::Study& study) {
  auto out =
      fmt::format("\n{}\n", desk.paint.bold(desk.say("Restrictiveness, from 0 (open) to 1, with the share of weight it is known for")));
  for (std::size_t who = 0; who < study.distances.comparison().scope.size(); ++who) {
    const auto level = study.distances.level(who);
    out += fmt::format(
        "  {}  {}{}{}\n", name_of(desk, study.distances, who),
        level.known == 0 ? desk.said("unknown") : fmt::format("{} {}", decimal(level.strict / level.known, 3), percent(level.known)),
        trade_text(desk, study, who), study.benchmark == who ? "; " + desk.say("the benchmark: nearest to all others") : "");
  }
  return out;
}

std::string need_text(const Desk& desk, const harmonize::Study& study, const harmonize::Need& need) {
  const auto& comparison = study.distances.comparison();
  auto out = fmt::format("  {:>6}  {} {}: {}", decimal(need.share * 100, 1) + "%", name_of(desk, study.distances, need.who),
                         desk.library.measures[comparison.measures[need.measure]].name, desk.value(need.own));
  if (study.benchmark && !need.at_target) out += "; " + desk.say("benchmark: {}", desk.value(need.target));
  out += "\n";
  for (const auto id : need.agreed) out += fmt::format("          {}\n", desk.say("agreed: {}", desk.library.commitments[id].name));
  return out;
}

std::string needs_text(const Desk& desk, const harmonize::Study& study) {
  if (study.needs.empty()) return fmt::format("\n{}\n", desk.say("Nothing that is known differs."));
  auto out = fmt::format("\n{}\n", desk.paint.bold(desk.say("Needs, by their share of all distance")));
  for (std::size_t i = 0; i < std::min(study.needs.size(), desk.options.most); ++i) out += need_text(desk, study, study.needs[i]);
  return out + more_text(desk, study.needs.size(), 2);
}

}  // namespace

std::string study_text(const Desk& desk, const harmonize::Study& study) {
  return matrix_text(desk, study.distances) + breakdown_text(desk, study.distances) + levels_text(desk, study) + needs_text(desk, study);
}

}  // namespace isonomy::report
