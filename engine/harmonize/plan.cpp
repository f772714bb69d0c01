// SPDX-License-Identifier: Apache-2.0
#include "harmonize/plan.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <stdexcept>

#include "decision/budget.h"
#include "harmonize/frontier.h"
#include "harmonize/limits.h"
#include "source/codes.h"

namespace isonomy::harmonize {
namespace {

class Planner {
 public:
  Planner(const model::Library& library, const PlanQuestion& question)
      : library_{library}, question_{question}, changes_{library, question_.costs}, frontier_{library, question_, changes_} {}

  Plan run() {
    auto left = compare({}, true);
    out_.found = left;
    Labels labels;
    while (!left.empty() && !out_.diagnostics.has_errors() && out_.rounds <= limits::plan_rounds) {
      const auto solution = solve(problem());
      if (!solution && set_aside(left)) continue;
      if (!solution) return impossible();
      if (solution->labels == labels) throw std::logic_error{"a plan leaves what it was made to remove"};
      labels = solution->labels;
      out_.cost = solution->cost;
      out_.bound = solution->bound;
      left = possible(compare(labels, false));
    }
    out_.remaining = std::move(left);
    out_.changes = changes_of(labels);
    if (out_.proved()) find_ties(labels);
    return std::move(out_);
  }

 private:
  std::vector<Breach> compare(const Labels& labels, bool everywhere) {
    ++out_.rounds;
    return frontier_.compare(labels, everywhere, out_.diagnostics);
  }

  Problem problem(const std::string& only = {}) const {
    Problem out{changes_.costs(), {}, {}};
    for (const auto& [id, clause] : frontier_.learned())
      if (only.empty() ? !aside_.contains(id) : id == only) out.forbidden.push_back(clause);
    return out;
  }

  std::vector<Breach> possible(std::vector<Breach> all) const {
    all.erase(std::remove_if(all.begin(), all.end(), [&](const Breach& one) { return aside_.contains(one.id); }), all.end());
    return all;
  }

  // Leaves out what no change removes; says whether that is something, and something else is left.
  bool set_aside(std::vector<Breach>& left) {
    const auto before = out_.impossible.size();
    for (const auto& breach : left)
      if (!solve(problem(breach.id))) out_.impossible.push_back(breach), aside_.insert(breach.id);
    left = possible(std::move(left));
    return out_.impossible.size() > before && !left.empty();
  }

  Plan impossible() {
    std::vector<std::string> names;
    for (const auto& breach : out_.impossible) names.push_back(fmt::format("`{}`", breach.id));
    out_.diagnostics.add(
        source::Code::no_plan, {},
        fmt::format("no change of rules removes {}", names.empty() ? "all of them together" : fmt::format("{}", fmt::join(names, ", "))),
        "let more rules change with --costs, or name other routes, facts or a higher severity");
    return std::move(out_);
  }

  std::vector<Change> changes_of(const Labels& labels) const {
    std::vector<Change> out;
    for (Variable one = 0; one < labels.size(); ++one) {
      if (labels[one] == changes_.current(one)) continue;
      const auto& now = changes_.option(one, labels[one]);
      const auto& old = changes_.option(one, changes_.current(one));
      out.push_back({changes_.rule(one), now.measure, old, now, changes_.cost(one, labels[one]), {}});
      for (const auto& breach : out_.found)
        if (const auto it = frontier_.parties().find(breach.id); it != frontier_.parties().end() && it->second.contains(one))
          out.back().removes.push_back(breach.id);
    }
    std::stable_sort(out.begin(), out.end(),
                     [&](const Change& a, const Change& b) { return library_.rules[a.rule].name < library_.rules[b.rule].name; });
    return out;
  }

  // Every other plan of this cost lacks one of these changes. So each is forbidden in turn.
  void find_ties(const Labels& labels) {
    std::vector<Labels> known{labels};
    for (Variable one = 0; one < labels.size() && out_.ties.size() < limits::plan_ties; ++one) {
      if (labels[one] == changes_.current(one)) continue;
      auto other = problem();
      other.forbidden.push_back({{one, {labels[one]}}});
      const auto solution = solve(other);
      if (!solution || solution->cost != out_.cost || std::find(known.begin(), known.end(), solution->labels) != known.end()) continue;
      known.push_back(solution->labels);
      if (possible(compare(solution->labels, false)).empty()) out_.ties.push_back(changes_of(solution->labels));
    }
  }

  const model::Library& library_;
  const PlanQuestion& question_;
  Changes changes_;
  Frontier frontier_;
  std::set<std::string> aside_;
  Plan out_;
};

}  // namespace

Plan plan(const model::Library& library, const PlanQuestion& question) {
  try {
    return Planner{library, question}.run();
  } catch (const decision::TooLarge& error) {
    Plan out;
    out.diagnostics.add(error.code, {}, error.what(), "state more facts with --given, or name fewer routes");
    return out;
  }
}

}  // namespace isonomy::harmonize
