// SPDX-License-Identifier: Apache-2.0
#include "analysis/cases_count.h"

#include <stdexcept>

#include "analysis/pairing.h"
#include "decision/compared_diagrams.h"

namespace isonomy::analysis {
namespace {

std::vector<std::pair<std::string, std::string>> words_of(Pairing& pairing, const std::optional<decision::Cube>& where) {
  if (!where) return {};
  auto box = pairing.base(Pairing::When::now);
  for (const auto& [axis, cells] : where->sides()) box.set(axis, cells);
  return pairing.words(box);
}

}  // namespace

std::optional<CaseCount> count_cases(Pairing& pairing, std::size_t most_parts) {
  const auto& space = pairing.space();
  const decision::ComparedSeats seats{pairing.measure(), pairing.seat_a(), pairing.seat_b(), pairing.base(Pairing::When::now),
                                      open_places(space)};
  const auto found = decision::compared_cases(pairing.library(), space, pairing.rules(), seats, judge_in(pairing.library()), most_parts);
  if (!found) return std::nullopt;
  const auto& regions = pairing.difference(Pairing::When::now);
  if ((found->differ == 0) != regions.differs.empty() || (found->open == 0) != regions.open.empty())
    throw std::logic_error{"diagrams and regions disagree on " + pairing.library().measures[pairing.measure()].name};
  return CaseCount{found->all, found->differ, found->open, words_of(pairing, found->where_differs), words_of(pairing, found->where_open)};
}

}  // namespace isonomy::analysis
