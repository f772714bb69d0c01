// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "base/rational.h"

/// How far apart jurisdictions are, what makes them so, and the least that must change.
namespace isonomy::harmonize {

using Cost = std::int64_t;
using Label = std::uint32_t;
using Variable = std::uint32_t;

/// Holds where the variable has one of the labels.
struct Choice {
  Variable variable = 0;
  std::vector<Label> labels;  ///< sorted

  friend bool operator==(const Choice&, const Choice&) = default;
};

/// These may not hold all at once. Each variable occurs once at most.
using Clause = std::vector<Choice>;

/// A price on two labels being far apart: `price` for each step of |a - b| beyond `slack`.
struct Friction {
  Variable a = 0;
  Variable b = 0;
  Label slack = 0;
  Cost price = 0;
};

/// A number for every combination of labels of a few variables, one or more; the last variable runs fastest.
struct Amount {
  std::vector<Variable> variables;
  std::vector<base::Rational> of;
};

/// All these amounts together may not exceed the most.
struct Ceiling {
  std::vector<Amount> amounts;
  base::Rational most;
};

/// Give every variable one label, as cheaply as possible, so that no clause is broken and no ceiling exceeded. Labels are numbered along the order of the
/// answers where there is one. Costs and prices are at least 0; all of them together must stay below 2^61.
struct Problem {
  std::vector<std::vector<Cost>> costs;  ///< of each label of each variable
  std::vector<Clause> forbidden;
  std::vector<Friction> frictions;
  std::vector<Ceiling> ceilings{};
};

using Labels = std::vector<Label>;

/// What a choice of labels costs.
Cost cost_of(const Problem& problem, const Labels& labels);
/// What an amount comes to under the labels.
const base::Rational& amount_of(const Amount& amount, const Problem& problem, const Labels& labels);
/// Whether the labels do not exceed it; exact.
bool keeps(const Ceiling& ceiling, const Problem& problem, const Labels& labels);
/// Whether it breaks no clause and exceeds no ceiling.
bool allowed(const Problem& problem, const Labels& labels);

/// Goes through every combination of labels of some variables, the last fastest, and writes each into `labels`.
void for_each_choice(const std::vector<Variable>& variables, const std::function<std::size_t(Variable)>& size, Labels labels,
                     const std::function<void(const Labels&)>& each);

struct Solution {
  Labels labels;
  Cost cost = 0;
  Cost bound = 0;  ///< no solution costs less

  bool proved() const { return cost == bound; }
};

/// Parts of problems that were solved, as numbers, with their solutions; a plan that is made in rounds meets most of them again.
using Memory = std::map<std::vector<std::int64_t>, std::optional<Solution>>;

/// The cheapest labels; nothing if no choice is allowed. Clauses and ceilings are called in as solutions break them, so that what nobody comes near costs
/// nothing. Each part of the problem that hangs together is solved by itself: by
/// minimum cut where it has no ceiling and its clauses join two variables and follow an order of the labels (Ishikawa, IEEE PAMI 25(10), 2003, and Hochbaum,
/// J. ACM 48(4), 2001), else by an integer program, whose bound is kept if it stops early. Solutions are checked against `allowed` and
/// `cost_of`. Cost: near-linear for a cut; exponential at worst for a program.
/// `memory`, if given, keeps what integer programs found.
std::optional<Solution> solve(const Problem& problem, Memory* memory = nullptr);

}  // namespace isonomy::harmonize
