// SPDX-License-Identifier: Apache-2.0
#include "property/cases_held.h"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/case.h"
#include "decision/reference.h"

namespace isonomy::test {
namespace {

using When = analysis::Pairing::When;
using model::Truth;

}  // namespace

bool CasesHeld::every_point(std::uint64_t most) {
  if (!fill(most)) return true;
  const auto found = analysis::count_cases(pairing_, base::limits::count_parts);
  if (!found) return say("a small difference was not counted");
  const auto judged = numbers();
  if (found->all != judged.all || found->differ != judged.differ || found->open != judged.open)
    return say(fmt::format("{} of {} cases differ and {} are open, but {} of {} and {} were counted", judged.differ, judged.all,
                           judged.open, found->differ.str(), found->all.str(), found->open.str()));
  if (found->where_differs != where(Truth::no)) return say("other values of a fact meet a difference");
  if (found->where_open != where(Truth::unknown)) return say("other values of a fact meet what is open");
  ++counted_;
  return true;
}

bool CasesHeld::few_parts() {
  const auto all = analysis::count_cases(pairing_, base::limits::count_parts);
  for (std::size_t parts = 0; parts < 200; parts = parts * 2 + 1) {
    const auto some = analysis::count_cases(pairing_, parts);
    if (some && parts == 0) return say("counted without any parts");
    if (some && (!all || some->differ != all->differ || some->open != all->open || some->all != all->all))
      return say("few parts, another count");
  }
  return true;
}

// What the two say at each point; false if there are too many.
bool CasesHeld::fill(std::uint64_t most) {
  std::uint64_t count = 1;
  for (decision::AxisIndex axis = 0; axis < pairing_.space().axes().size(); ++axis) {
    const auto* side = pairing_.base(When::now).side(axis);
    cells_.emplace_back();
    for (decision::Cell cell = 0; cell < pairing_.space()[axis].size(); ++cell)
      if (side == nullptr || side->contains(cell)) cells_.back().push_back(cell);
    count *= cells_.back().size();
    if (count > most) return false;
  }
  const auto decide = [&](const decision::Seat& seat, const decision::Transaction& facts) {
    return number_of(decision::reference::decide(pairing_.library(), seat, pairing_.measure(), facts).outcome);
  };
  for (std::uint64_t i = 0; i < count; ++i)
    answers_.emplace_back(decide(pairing_.seat_a(), pairing_.transaction_a(point(i))),
                          decide(pairing_.seat_b(), pairing_.transaction_b(point(i))));
  return true;
}

decision::Point CasesHeld::point(std::uint64_t number) const {
  decision::Point out;
  for (const auto& axis : cells_) {
    out.push_back(axis[number % axis.size()]);
    number /= axis.size();
  }
  return out;
}

std::uint32_t CasesHeld::number_of(const decision::Outcome& outcome) {
  const auto same = [&](const auto& other) { return analysis::same_outcome(pairing_.library(), outcome, other); };
  const auto it = std::find_if(outcomes_.begin(), outcomes_.end(), same);
  if (it == outcomes_.end()) outcomes_.push_back(outcome);
  return static_cast<std::uint32_t>(std::find_if(outcomes_.begin(), outcomes_.end(), same) - outcomes_.begin());
}

Truth CasesHeld::alike(std::uint64_t number) const {
  const auto& a = outcomes_[answers_[number].first];
  const auto& b = outcomes_[answers_[number].second];
  return known(a) && known(b) ? analysis::same_in(pairing_.library())(a, b) : Truth::unknown;
}

// Whether no cell of the axis before it is answered alike by both, whatever the other facts are.
std::vector<bool> CasesHeld::first_of_its_kind(std::size_t axis, std::uint64_t stride) const {
  std::map<std::vector<std::pair<std::uint32_t, std::uint32_t>>, std::size_t> seen;
  std::vector<bool> out;
  for (std::uint64_t cell = 0; cell < cells_[axis].size(); ++cell) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> all;
    for (std::uint64_t i = 0; i < answers_.size(); ++i)
      if (i / stride % cells_[axis].size() == cell) all.push_back(answers_[i]);
    out.push_back(seen.try_emplace(std::move(all), cell).second);
  }
  return out;
}

CasesHeld::Numbers CasesHeld::numbers() const {
  std::vector<bool> counts(answers_.size(), true);
  std::uint64_t stride = 1;
  for (std::size_t axis = 0; axis < cells_.size(); ++axis) {
    const auto first = first_of_its_kind(axis, stride);
    for (std::uint64_t i = 0; i < answers_.size(); ++i)
      if (!first[i / stride % first.size()]) counts[i] = false;
    stride *= first.size();
  }
  Numbers out;
  for (std::uint64_t i = 0; i < answers_.size(); ++i) {
    if (!counts[i]) continue;
    ++out.all;
    if (alike(i) == Truth::no) ++out.differ;
    if (alike(i) == Truth::unknown) ++out.open;
  }
  return out;
}

std::vector<std::pair<std::string, std::string>> CasesHeld::where(Truth wanted) {
  std::vector<decision::IntervalSet> met(cells_.size());
  for (std::uint64_t i = 0; i < answers_.size(); ++i) {
    if (alike(i) != wanted) continue;
    const auto at = point(i);
    for (std::size_t axis = 0; axis < met.size(); ++axis) met[axis] = met[axis] | decision::IntervalSet{at[axis], at[axis] + 1};
  }
  if (met.front().empty()) return {};
  auto box = pairing_.base(When::now);
  for (decision::AxisIndex axis = 0; axis < met.size(); ++axis)
    if (met[axis].count() < cells_[axis].size()) box.set(axis, met[axis]);
  return pairing_.words(box);
}

bool CasesHeld::say(const std::string& why) {
  why_ = why;
  return false;
}

}  // namespace isonomy::test
