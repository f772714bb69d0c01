// SPDX-License-Identifier: Apache-2.0
#include <Cbc_C_Interface.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "base/limits.h"
#include "decision/budget.h"
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

/// Columns: one 0/1 unknown per variable and label, then one distance per friction.
class Program {
 public:
  explicit Program(const Problem& problem) : problem_{problem} {
    for (const auto& costs : problem.costs) add_variable(costs);
    for (const auto& clause : problem.forbidden) add_clause(clause);
    for (const auto& friction : problem.frictions) add_friction(friction);
  }

  std::optional<Solution> solve(Cost known) const {
    const std::unique_ptr<void, void (*)(void*)> model{Cbc_newModel(), &Cbc_deleteModel};
    load(model.get());
    Cbc_setLogLevel(model.get(), 0);
    Cbc_setMaximumNodes(model.get(), static_cast<int>(base::limits::program_nodes));
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
};

}  // namespace

std::optional<Solution> solve_by_program(const Problem& problem, Cost known) { return Program{problem}.solve(known); }

}  // namespace isonomy::harmonize
