// SPDX-License-Identifier: Apache-2.0
#include <Cbc_C_Interface.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <set>

#include "base/limits.h"
#include "decision/budget.h"
#include "harmonize/limits.h"
#include "harmonize/solvers.h"
#include "source/codes.h"

namespace isonomy::harmonize {
namespace {

/// `low <= sum of factor * column <= high`.
struct Row {
  std::vector<std::pair<int, double>> terms;
  double low = 0;
  double high = 0;
};

/// Columns: one 0/1 unknown per variable and label, then one distance per friction, then one weight per combination of labels that an
/// amount depends on, which is 1 for the combination that holds.
class Program {
 public:
  explicit Program(const Problem& problem) : problem_{problem} {
    for (const auto& costs : problem.costs) add_variable(costs);
    for (const auto& clause : problem.forbidden) add_clause(clause);
    for (const auto& friction : problem.frictions) add_friction(friction);
    for (const auto& ceiling : problem.ceilings) add_ceiling(ceiling);
  }

  std::optional<Solution> solve(Cost known) const {
    const std::unique_ptr<void, void (*)(void*)> model{Cbc_newModel(), &Cbc_deleteModel};
    load(model.get());
    Cbc_setLogLevel(model.get(), 0);
    Cbc_setMaximumNodes(model.get(), problem_.ceilings.empty() ? static_cast<int>(base::limits::program_nodes) : limits::target_nodes);
    Cbc_solve(model.get());
    if (Cbc_bestSolution(model.get()) == nullptr) {
      if (Cbc_isNodeLimitReached(model.get()) != 0)
        throw decision::TooLarge{source::Code::question_too_large, "the integer program of the plan needs too many branches"};
      return std::nullopt;
    }
    Solution out{labels(Cbc_bestSolution(model.get())), 0, known};
    out.cost = cost_of(problem_, out.labels);
    if (Cbc_isProvenOptimal(model.get()) != 0) out.bound = out.cost;
    else out.bound = std::max(known, static_cast<Cost>(std::ceil(Cbc_getBestPossibleObjValue(model.get()) - 1e-6)));
    return out;
  }

 private:
  static constexpr double open = 1e30;

  int column(Variable v, Label label) const { return first_[v] + static_cast<int>(label); }

  void add_variable(const std::vector<Cost>& costs) {
    first_.push_back(static_cast<int>(prices_.size()));
    Row one{{}, 1, 1};
    for (const auto cost : costs) {
      one.terms.emplace_back(static_cast<int>(prices_.size()), 1);
      prices_.push_back(static_cast<double>(cost));
    }
    rows_.push_back(std::move(one));
  }

  // At least one of them does not hold.
  void add_clause(const Clause& clause) {
    Row row{{}, -open, static_cast<double>(clause.size()) - 1};
    for (const auto& choice : clause)
      for (const auto label : choice.labels) row.terms.emplace_back(column(choice.variable, label), 1);
    rows_.push_back(std::move(row));
  }

  void add_friction(const Friction& friction) {
    const auto distance = static_cast<int>(prices_.size());
    prices_.push_back(static_cast<double>(friction.price));
    for (const double sign : {1.0, -1.0}) {
      Row row{{{distance, 1}}, -static_cast<double>(friction.slack), open};
      const auto add = [&](Variable v, double factor) {
        for (Label label = 1; label < problem_.costs[v].size(); ++label) row.terms.emplace_back(column(v, label), factor * label);
      };
      add(friction.a, -sign);
      add(friction.b, sign);
      rows_.push_back(std::move(row));
    }
  }

  // The columns of all combinations of labels; of several variables, a weight each whose sums over a label are that label's column.
  int combinations(const std::vector<Variable>& variables) {
    if (variables.size() == 1) return first_[variables[0]];
    const auto [it, is_new] = combined_.emplace(variables, static_cast<int>(prices_.size()));
    if (!is_new) return it->second;
    std::map<std::pair<Variable, Label>, Row> sums;
    for_each_choice(
        variables, [&](Variable v) { return problem_.costs[v].size(); }, Labels(problem_.costs.size()),
        [&](const Labels& labels) {
          for (const auto v : variables) sums[{v, labels[v]}].terms.emplace_back(static_cast<int>(prices_.size()), 1);
          prices_.push_back(0);
        });
    for (auto& [choice, row] : sums) {
      row.terms.emplace_back(column(choice.first, choice.second), -1);
      rows_.push_back(std::move(row));
    }
    return it->second;
  }

  // Scaled so that the largest factor is 1. A little more is let through than may be, and what is too much is found exactly afterwards.
  void add_ceiling(const Ceiling& ceiling) {
    std::map<int, base::Rational> factors;
    base::Rational largest = 0;
    for (const auto& amount : ceiling.amounts) {
      const auto first = combinations(amount.variables);
      for (std::size_t i = 0; i < amount.of.size(); ++i) factors[first + static_cast<int>(i)] += amount.of[i];
    }
    for (const auto& [column, factor] : factors) largest = std::max<base::Rational>(largest, abs(factor));
    if (largest == 0) largest = 1;
    Row row{{}, -open, base::Rational{ceiling.most / largest}.convert_to<double>() + 1e-6};
    for (const auto& [column, factor] : factors)
      if (factor != 0) row.terms.emplace_back(column, base::Rational{factor / largest}.convert_to<double>());
    rows_.push_back(std::move(row));
  }

  void load(Cbc_Model* model) const {
    for (std::size_t i = 0; i < prices_.size(); ++i) {
      const bool label = i < static_cast<std::size_t>(first_.back()) + problem_.costs.back().size();
      Cbc_addCol(model, "", 0, label ? 1 : open, prices_[i], label ? 1 : 0, 0, nullptr, nullptr);
    }
    for (const auto& row : rows_) add_row(model, row);
  }

  static void add_row(Cbc_Model* model, const Row& row) {
    std::vector<int> columns;
    std::vector<double> factors;
    for (const auto& [column, factor] : row.terms) {
      columns.push_back(column);
      factors.push_back(factor);
    }
    const auto add = [&](char sense, double bound) {
      Cbc_addRow(model, "", static_cast<int>(columns.size()), columns.data(), factors.data(), sense, bound);
    };
    if (row.low == row.high) return add('E', row.low);
    if (row.low > -open) add('G', row.low);
    if (row.high < open) add('L', row.high);
  }

  Labels labels(const double* values) const {
    Labels out;
    for (std::size_t v = 0; v < first_.size(); ++v) {
      const auto* mine = values + first_[v];
      out.push_back(static_cast<Label>(std::max_element(mine, mine + problem_.costs[v].size()) - mine));
    }
    return out;
  }

  const Problem& problem_;
  std::vector<int> first_;
  std::vector<double> prices_;
  std::vector<Row> rows_;
  std::map<std::vector<Variable>, int> combined_;  ///< first columns
};

// Not these labels of the variables of a ceiling that they exceed; nothing if they exceed none.
std::optional<Clause> excess(const Problem& problem, const Labels& labels) {
  for (const auto& ceiling : problem.ceilings) {
    if (keeps(ceiling, problem, labels)) continue;
    std::set<Variable> all;
    for (const auto& amount : ceiling.amounts) all.insert(amount.variables.begin(), amount.variables.end());
    Clause out;
    for (const auto v : all) out.push_back({v, {labels[v]}});
    return out;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Solution> solve_by_program(const Problem& problem, Cost known) {
  auto tried = problem;
  for (int round = 0; round < limits::program_rounds; ++round) {
    auto found = Program{tried}.solve(known);
    auto wrong = found ? excess(problem, found->labels) : std::nullopt;
    if (!wrong) return found;
    tried.forbidden.push_back(std::move(*wrong));
  }
  throw decision::TooLarge{source::Code::question_too_large,
                           "too many plans come so near to the target that the integer program cannot tell"};
}

}  // namespace isonomy::harmonize
