// SPDX-License-Identifier: Apache-2.0
#include "harmonize/plan.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <stdexcept>

#include "decision/budget.h"
#include "harmonize/frontier.h"
#include "harmonize/limits.h"
#include "harmonize/passages.h"
#include "source/codes.h"

namespace isonomy::harmonize {
namespace {

/// Which part of what a plan must keep: that of one breach, way or pair; all of it without any.
struct Share {
  std::string breach;
  std::optional<std::size_t> way;
  std::optional<std::size_t> pair;

  bool whole() const { return breach.empty() && !way && !pair; }
};

class Planner {
 public:
  Planner(const model::Library& library, const PlanQuestion& question)
      : library_{library},
        question_{question},
        changes_{library, question_.costs},
        frontier_{library, question_, changes_},
        passages_{question_.ways},
        to_open_{std::any_of(question_.ways.begin(), question_.ways.end(), [](const Way& way) { return !way.hops.empty(); })} {}

  Plan run() {
    auto left = look_around();
    Labels labels;
    while ((!left.empty() || !near()) && !out_.diagnostics.has_errors() && out_.rounds <= limits::plan_rounds) {
      auto solution = cheapest();
      if (!solution && set_aside(left)) continue;
      if (!solution) return impossible();
      if (target_ && target_->loose()) solution->bound = least_cost(solution->bound);
      if (solution->labels == labels) throw std::logic_error{"a plan leaves what it was made to remove"};
      labels = solution->labels;
      out_.cost = solution->cost;
      out_.bound = solution->bound;
      left = compare(labels, false);
      measure(labels);
    }
    finish(labels, std::move(left));
    return std::move(out_);
  }

 private:
  // The law as it is: what is found in it, how far it is apart, and what ways are open.
  std::vector<Breach> look_around() {
    auto left = compare({}, true);
    out_.found = left;
    for (std::size_t way = 0; way < question_.ways.size() && to_open_; ++way)
      out_.openings.push_back({question_.ways[way].stops.front(), question_.ways[way].stops.back(), stops(way), {}});
    if (!question_.nearness || out_.diagnostics.has_errors()) return left;
    for (const auto& one : left) aside_.insert(one.id);
    out_.found.clear();
    out_.most = question_.nearness->most;
    target_.emplace(library_, *question_.nearness, changes_);
    const auto& scope = question_.nearness->comparison.scope;
    for (const auto& [a, b] : target_->pairs()) out_.approaches.push_back({scope[a], scope[b], {}, {}, {}});
    measure({});
    for (auto& one : out_.approaches) one.before = one.after;
    name_unknown();
    return {};
  }

  // What is found and matters: a way that may go elsewhere minds nothing while it is open.
  std::vector<Breach> compare(const Labels& labels, bool everywhere) {
    ++out_.rounds;
    auto out = frontier_.compare(labels, everywhere, out_.diagnostics);
    std::set<std::string> matters;
    for (const auto& met : frontier_.met())
      if (question_.ways[met.way].hops.empty() || stops(met.way).empty()) matters.insert(met.breach.id);
    const auto idle = [&](const Breach& one) { return !matters.contains(one.id) || aside_.contains(one.id); };
    out.erase(std::remove_if(out.begin(), out.end(), idle), out.end());
    for (const auto& one : frontier_.learned())
      if (one.carrier.valid()) passages_.number(one.way, one.carrier);
    return out;
  }

  std::vector<model::JurisdictionId> stops(std::size_t way) const {
    return passages_.open(way, frontier_.met()).value_or(std::vector<model::JurisdictionId>{});
  }

  void measure(const Labels& labels) {
    if (!target_) return;
    const auto edited = changes_.edited(labels);
    const auto distances = target_->measured(edited);
    const Distances by_new_scale{edited, question_.nearness->comparison};
    for (std::size_t i = 0; i < out_.approaches.size(); ++i) {
      const auto [a, b] = target_->pairs()[i];
      auto& one = out_.approaches[i];
      one.after = distances.distance(a, b);
      one.by_new_scale = by_new_scale.distance(a, b);
      if (one.by_new_scale == one.after) one.by_new_scale.reset();
    }
  }

  bool near() const {
    return std::all_of(out_.approaches.begin(), out_.approaches.end(),
                       [&](const Approach& one) { return one.after && *one.after <= question_.nearness->most; });
  }

  std::string pair_text(const Approach& one) const {
    return fmt::format("{} and {}", library_.jurisdictions[one.a].name, library_.jurisdictions[one.b].name);
  }

  void name_unknown() {
    constexpr std::size_t most = 3;
    std::vector<std::string> names;
    for (const auto& one : out_.approaches)
      if (!one.before) names.push_back(pair_text(one));
    if (names.empty()) return;
    const auto all = names.size();
    names.resize(std::min(all, most));
    out_.diagnostics.add(source::Code::nothing_known, {},
                         fmt::format("nothing is known of both {}{}", fmt::join(names, ", nor of both "),
                                     all > most ? fmt::format(", nor of {} other pairs", all - most) : ""),
                         "compare other measures or jurisdictions, or add the law that is missing");
  }

  // Variables are those of the rules, then those of the passages.
  Problem problem(const Share& part, bool hopeful) const {
    Problem out{changes_.costs(), {}, {}, {}};
    const auto first = static_cast<Variable>(changes_.count());
    out.costs.resize(first + passages_.count(), {0, 0});
    for (const auto& one : frontier_.learned()) {
      if (aside_.contains(one.id) || !(part.whole() || part.breach == one.id || (part.way == one.way))) continue;
      out.forbidden.push_back(one.clause);
      if (one.carrier.valid()) out.forbidden.back().push_back({first + passages_.at(one.way, one.carrier), {1}});
    }
    for (const auto& [way, some] : passages_.learned()) {
      if (!part.whole() && part.way != way) continue;
      auto& none = out.forbidden.emplace_back();
      for (const auto one : some) none.push_back({first + one, {0}});
    }
    if (target_ && !part.way && part.breach.empty()) target_->add_to(out, part.pair, hopeful);
    return out;
  }

  std::optional<Solution> cheapest(const Share& part = {}, const Clause& but = {}, bool hopeful = false) {
    for (;;) {
      auto whole = problem(part, hopeful);
      if (!but.empty()) whole.forbidden.push_back(but);
      auto out = solve(whole, &memory_);
      if (out && !passages_.through(out->labels, changes_.count(), part.way)) continue;
      if (out) out->labels.resize(changes_.count());
      return out;
    }
  }

  // No plan costs less, though some change what this one leaves as it is.
  Cost least_cost(Cost bound) {
    const auto hopeful = cheapest({}, {}, true);
    return hopeful ? std::min(bound, hopeful->bound) : bound;
  }

  // Leaves out what no change removes; says whether that is something, and something else is left.
  bool set_aside(std::vector<Breach>& left) {
    if (to_open_ || target_) return false;
    const auto before = out_.impossible.size();
    for (const auto& breach : left)
      if (!cheapest({breach.id, {}, {}})) out_.impossible.push_back(breach), aside_.insert(breach.id);
    left.erase(std::remove_if(left.begin(), left.end(), [&](const Breach& one) { return aside_.contains(one.id); }), left.end());
    return out_.impossible.size() > before && !left.empty();
  }

  Plan impossible() {
    if (target_ && target_->loose() && cheapest({}, {}, true))
      throw decision::TooLarge{source::Code::question_too_large,
                               "too many rules decide together to say whether the distance can be reached"};
    std::vector<std::string> names;
    for (const auto& breach : out_.impossible) names.push_back(fmt::format("`{}`", breach.id));
    auto what = fmt::format("removes {}", names.empty() ? "all of them together" : fmt::format("{}", fmt::join(names, ", ")));
    if (to_open_) what = fmt::format("opens a way {}", closed_text());
    if (target_) what = fmt::format("brings {}", far_text());
    out_.diagnostics.add(source::Code::no_plan, {}, fmt::format("no change of rules {}", what),
                         target_ ? "allow a greater distance, let more rules change with --costs, or compare fewer measures"
                                 : "let more rules change with --costs, or name other routes, facts or a higher severity");
    return std::move(out_);
  }

  std::string closed_text() {
    std::vector<std::string> out;
    for (std::size_t way = 0; way < question_.ways.size(); ++way)
      if (!cheapest({{}, way, {}}))
        out.push_back(fmt::format("from {} to {}", library_.jurisdictions[question_.ways[way].stops.front()].name,
                                  library_.jurisdictions[question_.ways[way].stops.back()].name));
    return out.empty() ? "between all of them together" : fmt::format("{}", fmt::join(out, ", or "));
  }

  std::string far_text() {
    std::vector<std::string> out;
    for (std::size_t pair = 0; pair < target_->pairs().size(); ++pair)
      if (!cheapest({{}, {}, pair})) out.push_back(pair_text(out_.approaches[pair]));
    return fmt::format("{} within {} of each other", out.empty() ? "all of them together" : fmt::format("{}", fmt::join(out, ", or ")),
                       base::to_text(question_.nearness->most));
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

  void finish(const Labels& labels, std::vector<Breach> left) {
    out_.remaining = std::move(left);
    for (std::size_t way = 0; way < out_.openings.size(); ++way) out_.openings[way].after = stops(way);
    out_.changes = changes_of(labels);
    if (out_.proved() && !out_.diagnostics.has_errors()) find_ties(labels);
  }

  // Every other plan of this cost lacks one of these changes. So each is forbidden in turn.
  void find_ties(const Labels& labels) {
    const auto approaches = out_.approaches;
    std::vector<Labels> known{labels};
    for (Variable one = 0; one < labels.size() && out_.ties.size() < limits::plan_ties; ++one) {
      if (labels[one] == changes_.current(one)) continue;
      const auto solution = cheapest({}, {{one, {labels[one]}}});
      if (!solution || solution->cost != out_.cost || std::find(known.begin(), known.end(), solution->labels) != known.end()) continue;
      known.push_back(solution->labels);
      const bool clean = compare(solution->labels, false).empty();
      measure(solution->labels);
      if (clean && near()) out_.ties.push_back(changes_of(solution->labels));
    }
    out_.approaches = approaches;
  }

  const model::Library& library_;
  const PlanQuestion& question_;
  Changes changes_;
  Frontier frontier_;
  Passages passages_;
  bool to_open_;
  Memory memory_;
  std::optional<Target> target_;
  std::set<std::string> aside_;
  Plan out_;
};

}  // namespace

Plan plan(const model::Library& library, const PlanQuestion& question) {
  try {
    return Planner{library, question}.run();
  } catch (const decision::TooLarge& error) {
    Plan out;
    out.diagnostics.add(
        error.code, {}, error.what(),
        question.nearness ? "compare fewer measures or jurisdictions" : "state more facts with --given, or name fewer routes");
    return out;
  }
}

}  // namespace isonomy::harmonize
