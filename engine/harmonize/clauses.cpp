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
  for (const auto one : variables) out.sizes.push_back(changes.size(one));
  for_each_choice(
      variables, [&](Variable one) { return changes.size(one); }, std::move(labels),
      [&](const Labels& choice) { out.bad.push_back(bad(choice)); });
  return out;
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

/// Boxes of labels in which all is bad, each grown around the same labels, one variable after the other, while trials last.
class Boxes {
 public:
  Boxes(const Changes& changes, const Labels& now, const std::function<bool(const Labels&)>& bad)
      : changes_{changes}, now_{now}, bad_{bad} {}

  /// One box for each variable that is grown first.
  std::vector<Clause> grow(std::vector<Variable> variables) {
    std::vector<Clause> out;
    for (std::size_t i = 0; i < variables.size(); ++i) {
      trials_ = limits::plan_answers / variables.size();
      out.push_back(box(variables));
      std::rotate(variables.begin(), variables.begin() + 1, variables.end());
    }
    return out;
  }

 private:
  Clause box(const std::vector<Variable>& variables) {
    Clause all;
    for (const auto one : variables) all.push_back({one, {now_[one]}});
    for (auto& choice : all) {
      for (Label label = 0; label < changes_.size(choice.variable); ++label)
        if (label != now_[choice.variable] && bad_throughout(all, choice.variable, label)) choice.labels.push_back(label);
      std::sort(choice.labels.begin(), choice.labels.end());
    }
    all.erase(std::remove_if(all.begin(), all.end(), [&](const Choice& one) { return one.labels.size() == changes_.size(one.variable); }),
              all.end());
    return all;
  }

  // Whether all is bad that is in the box but for one variable, which has a label beyond it.
  bool bad_throughout(const Clause& box, Variable beyond, Label label) {
    std::size_t size = 1;
    for (const auto& one : box) size *= one.variable == beyond ? 1 : one.labels.size();
    if (size > trials_) return false;
    auto labels = now_;
    for (std::size_t number = 0; number < size; ++number, --trials_) {
      auto rest = number;
      for (const auto& one : box) {
        if (one.variable == beyond) continue;
        labels[one.variable] = one.labels[rest % one.labels.size()];
        rest /= one.labels.size();
      }
      labels[beyond] = label;
      if (!bad_(labels)) return false;
    }
    return true;
  }

  const Changes& changes_;
  const Labels& now_;
  const std::function<bool(const Labels&)>& bad_;
  std::size_t trials_ = 0;
};

}  // namespace

std::vector<Clause> clauses_of(const Changes& changes, const std::vector<Variable>& variables, const Labels& now,
                               const std::function<bool(const Labels&)>& bad) {
  std::size_t combinations = 1;
  for (const auto one : variables) combinations = std::min(combinations * changes.size(one), limits::plan_answers + 1);
  if (combinations > limits::plan_answers) {
    return bad(now) ? Boxes{changes, now, bad}.grow(variables) : std::vector<Clause>{};
  }
  auto table = tried(changes, variables, now, bad);
  for (auto i = table.variables.size(); i-- > 0;)
    if (idle(table, i)) table = without(table, i);
  return read(table);
}

}  // namespace isonomy::harmonize
