// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "harmonize/limits.h"
#include "harmonize/spot.h"

namespace isonomy::harmonize {
namespace {

/// For every combination of labels of a few variables, whether it is bad; the last variable runs fastest.
struct Trial {
  std::vector<Variable> variables;
  std::vector<std::size_t> sizes;
  std::vector<bool> bad;

  std::size_t stride(std::size_t of) const {
    std::size_t out = 1;
    for (auto i = of + 1; i < sizes.size(); ++i) out *= sizes[i];
    return out;
  }
};

Trial tried(const Changes& changes, const std::vector<Variable>& variables, Labels labels, const std::function<bool(const Labels&)>& bad) {
  Trial out{variables, {}, {}};
  for (const auto one : variables) out.sizes.push_back(changes.size(one)), labels[one] = 0;
  for (;;) {
    out.bad.push_back(bad(labels));
    auto i = variables.size();
    while (i > 0 && ++labels[variables[i - 1]] == out.sizes[i - 1]) labels[variables[--i]] = 0;
    if (i == 0) return out;
  }
}

// Whether the label of one variable never matters.
bool idle(const Trial& table, std::size_t which) {
  const auto stride = table.stride(which);
  for (std::size_t i = 0; i < table.bad.size(); ++i) {
    const auto label = i / stride % table.sizes[which];
    if (table.bad[i] != table.bad[i - label * stride]) return false;
  }
  return true;
}

Trial without(const Trial& table, std::size_t which) {
  Trial out = table;
  const auto stride = table.stride(which);
  out.variables.erase(out.variables.begin() + static_cast<std::ptrdiff_t>(which));
  out.sizes.erase(out.sizes.begin() + static_cast<std::ptrdiff_t>(which));
  out.bad.clear();
  for (std::size_t i = 0; i < table.bad.size(); ++i)
    if (i / stride % table.sizes[which] == 0) out.bad.push_back(table.bad[i]);
  return out;
}

// A clause for each choice of all labels but the last variable's, which are taken together.
std::vector<Clause> read(const Trial& table) {
  std::vector<Clause> out;
  if (table.variables.empty()) return table.bad[0] ? std::vector<Clause>{{}} : out;
  const auto width = table.sizes.back();
  for (std::size_t row = 0; row < table.bad.size(); row += width) {
    Choice last{table.variables.back(), {}};
    for (Label label = 0; label < width; ++label)
      if (table.bad[row + label]) last.labels.push_back(label);
    if (last.labels.empty()) continue;
    Clause clause;
    for (std::size_t i = 0; i + 1 < table.variables.size(); ++i)
      clause.push_back({table.variables[i], {static_cast<Label>(row / table.stride(i) % table.sizes[i])}});
    clause.push_back(std::move(last));
    out.push_back(std::move(clause));
  }
  return out;
}

}  // namespace

std::vector<Clause> clauses_of(const Changes& changes, const std::vector<Variable>& variables, const Labels& now,
                               const std::function<bool(const Labels&)>& bad) {
  std::size_t combinations = 1;
  for (const auto one : variables) combinations = std::min(combinations * changes.size(one), limits::plan_answers + 1);
  if (combinations > limits::plan_answers) {
    if (!bad(now)) return {};
    Clause all;
    for (const auto one : variables) all.push_back({one, {now[one]}});
    return {all};
  }
  auto table = tried(changes, variables, now, bad);
  for (auto i = table.variables.size(); i-- > 0;)
    if (idle(table, i)) table = without(table, i);
  return read(table);
}

}  // namespace isonomy::harmonize
