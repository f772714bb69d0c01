// SPDX-License-Identifier: Apache-2.0
#include "harmonize/problem.h"

#include <algorithm>
#include <numeric>
#include <stdexcept>

#include "harmonize/limits.h"
#include "harmonize/solvers.h"

namespace isonomy::harmonize {
namespace {

bool holds(const Choice& choice, const Labels& labels) {
  return std::binary_search(choice.labels.begin(), choice.labels.end(), labels[choice.variable]);
}

bool broken(const Clause& clause, const Labels& labels) {
  return std::all_of(clause.begin(), clause.end(), [&](const Choice& choice) { return holds(choice, labels); });
}

/// Finds which variables hang together.
class Parts {
 public:
  explicit Parts(std::size_t variables) : parent_(variables) { std::iota(parent_.begin(), parent_.end(), 0); }

  Variable root(Variable one) {
    while (parent_[one] != one) one = parent_[one] = parent_[parent_[one]];
    return one;
  }
  void join(Variable a, Variable b) { parent_[root(a)] = root(b); }

 private:
  std::vector<Variable> parent_;
};

/// A part of a problem, with its variables' numbers in the whole.
struct Part {
  Problem problem;
  std::vector<Variable> variables;
};

std::vector<Part> parts_of(const Problem& problem) {
  const auto count = problem.costs.size();
  Parts joined{count};
  for (const auto& clause : problem.forbidden)
    for (const auto& choice : clause) joined.join(clause[0].variable, choice.variable);
  for (const auto& friction : problem.frictions) joined.join(friction.a, friction.b);
  for (const auto& ceiling : problem.ceilings)
    for (const auto& amount : ceiling.amounts)
      for (const auto v : amount.variables) joined.join(ceiling.amounts[0].variables[0], v);
  std::vector<Part> out;
  std::vector<std::size_t> part(count, SIZE_MAX);
  std::vector<Variable> inside(count);
  for (Variable v = 0; v < count; ++v) {
    auto& at = part[joined.root(v)];
    if (at == SIZE_MAX) at = out.size(), out.emplace_back();
    inside[v] = static_cast<Variable>(out[at].variables.size());
    out[at].variables.push_back(v);
    out[at].problem.costs.push_back(problem.costs[v]);
  }
  const auto home = [&](Variable v) -> Problem& { return out[part[joined.root(v)]].problem; };
  for (auto clause : problem.forbidden) {
    auto& to = home(clause[0].variable);
    for (auto& choice : clause) choice.variable = inside[choice.variable];
    to.forbidden.push_back(std::move(clause));
  }
  for (const auto& friction : problem.frictions)
    home(friction.a).frictions.push_back({inside[friction.a], inside[friction.b], friction.slack, friction.price});
  for (auto ceiling : problem.ceilings) {
    if (ceiling.amounts.empty()) continue;
    auto& to = home(ceiling.amounts[0].variables[0]);
    for (auto& amount : ceiling.amounts)
      for (auto& v : amount.variables) v = inside[v];
    to.ceilings.push_back(std::move(ceiling));
  }
  return out;
}

// What joins more than two variables, or follows no order, left out: the cut of the rest bounds the cost from below.
Cost bound_by_cut(const Problem& problem) {
  Problem easier{problem.costs, {}, problem.frictions};
  for (const auto& clause : problem.forbidden)
    if (clause.size() == 1) easier.forbidden.push_back(clause);
  const auto answer = solve_by_cut(easier);
  return answer.solution ? answer.solution->cost : 0;
}

// All that a problem says, but for ceilings.
std::vector<std::int64_t> numbers_of(const Problem& problem) {
  std::vector<std::int64_t> out;
  const auto length = [&](std::size_t one) { out.push_back(static_cast<std::int64_t>(one)); };
  length(problem.costs.size());
  for (const auto& costs : problem.costs) {
    length(costs.size());
    out.insert(out.end(), costs.begin(), costs.end());
  }
  length(problem.forbidden.size());
  for (const auto& clause : problem.forbidden) {
    length(clause.size());
    for (const auto& choice : clause) {
      out.push_back(choice.variable);
      length(choice.labels.size());
      out.insert(out.end(), choice.labels.begin(), choice.labels.end());
    }
  }
  for (const auto& friction : problem.frictions) out.insert(out.end(), {friction.a, friction.b, friction.slack, friction.price});
  return out;
}

std::optional<Solution> solve_part(const Problem& problem, Memory* memory) {
  auto answer = solve_by_cut(problem);
  if (answer.fits) return std::move(answer.solution);
  const auto find = [&] { return solve_by_program(problem, bound_by_cut(problem)); };
  if (memory == nullptr || !problem.ceilings.empty()) return find();
  auto key = numbers_of(problem);
  const auto it = memory->find(key);
  return it != memory->end() ? it->second : memory->emplace(std::move(key), find()).first->second;
}

}  // namespace

Cost cost_of(const Problem& problem, const Labels& labels) {
  Cost out = 0;
  for (std::size_t v = 0; v < labels.size(); ++v) out += problem.costs[v][labels[v]];
  for (const auto& friction : problem.frictions) {
    const auto a = labels[friction.a];
    const auto b = labels[friction.b];
    const auto steps = a < b ? b - a : a - b;
    if (steps > friction.slack) out += friction.price * (steps - friction.slack);
  }
  return out;
}

const base::Rational& amount_of(const Amount& amount, const Problem& problem, const Labels& labels) {
  std::size_t at = 0;
  for (const auto v : amount.variables) at = at * problem.costs[v].size() + labels[v];
  return amount.of[at];
}

bool keeps(const Ceiling& ceiling, const Problem& problem, const Labels& labels) {
  base::Rational sum = 0;
  for (const auto& amount : ceiling.amounts) sum += amount_of(amount, problem, labels);
  return sum <= ceiling.most;
}

bool allowed(const Problem& problem, const Labels& labels) {
  const bool breaks =
      std::any_of(problem.forbidden.begin(), problem.forbidden.end(), [&](const Clause& clause) { return broken(clause, labels); });
  return !breaks && std::all_of(problem.ceilings.begin(), problem.ceilings.end(),
                                [&](const Ceiling& ceiling) { return keeps(ceiling, problem, labels); });
}

void for_each_choice(const std::vector<Variable>& variables, const std::function<std::size_t(Variable)>& size, Labels labels,
                     const std::function<void(const Labels&)>& each) {
  for (const auto v : variables) labels[v] = 0;
  for (;;) {
    each(labels);
    auto i = variables.size();
    while (i > 0 && ++labels[variables[i - 1]] == size(variables[i - 1])) labels[variables[--i]] = 0;
    if (i == 0) return;
  }
}

namespace {

std::optional<Solution> solve_whole(const Problem& problem, Memory* memory) {
  Solution out{Labels(problem.costs.size()), 0, 0};
  for (const auto& clause : problem.forbidden)
    if (clause.empty()) return std::nullopt;
  for (const auto& ceiling : problem.ceilings)
    if (ceiling.amounts.empty() && ceiling.most < 0) return std::nullopt;
  for (const auto& part : parts_of(problem)) {
    const auto solved = solve_part(part.problem, memory);
    if (!solved) return std::nullopt;
    for (std::size_t v = 0; v < part.variables.size(); ++v) out.labels[part.variables[v]] = solved->labels[v];
    out.bound += solved->bound;
  }
  out.cost = cost_of(problem, out.labels);
  if (!allowed(problem, out.labels) || out.bound > out.cost) throw std::logic_error{"a plan does not keep what it was asked to keep"};
  return out;
}

/// The clauses and ceilings of a problem that matter so far.
class Mattering {
 public:
  explicit Mattering(const Problem& problem)
      : problem_{problem},
        clauses_(problem.forbidden.size()),
        ceilings_(problem.ceilings.size()),
        some_{problem.costs, {}, problem.frictions, {}} {}

  const Problem& some() const { return some_; }
  /// Takes in what the labels do not keep, or all that is left.
  void take(const Labels& labels, bool all) {
    for (std::size_t i = 0; i < clauses_.size(); ++i) {
      if (clauses_[i] || !(all || broken(problem_.forbidden[i], labels))) continue;
      some_.forbidden.push_back(problem_.forbidden[i]);
      clauses_[i] = true;
    }
    for (std::size_t i = 0; i < ceilings_.size(); ++i) {
      if (ceilings_[i] || !(all || !keeps(problem_.ceilings[i], problem_, labels))) continue;
      some_.ceilings.push_back(problem_.ceilings[i]);
      ceilings_[i] = true;
    }
  }

 private:
  const Problem& problem_;
  std::vector<bool> clauses_;
  std::vector<bool> ceilings_;
  Problem some_;
};

}  // namespace

std::optional<Solution> solve(const Problem& problem, Memory* memory) {
  Mattering mattering{problem};
  for (int round = 1;; ++round) {
    auto out = solve_whole(mattering.some(), memory);
    if (!out || allowed(problem, out->labels)) return out;
    mattering.take(out->labels, round > limits::solve_rounds);
  }
}

}  // namespace isonomy::harmonize
