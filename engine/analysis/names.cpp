// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "analysis/answer.h"

namespace isonomy::analysis {

std::string position_name(model::End end) {
  constexpr std::array<std::string_view, 4> names{"sender", "receiver", "both", "carrier"};
  return std::string{names[static_cast<std::size_t>(end)]};
}

std::string_view name_of(FindingKind kind) {
  constexpr std::array<std::string_view, 7> names{"block", "contradiction", "cumulation", "divergence", "gap", "silence", "unknown"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view name_of(model::Severity severity) {
  constexpr std::array<std::string_view, 4> names{"note", "minor", "major", "blocking"};
  return names[static_cast<std::size_t>(severity)];
}

std::string_view name_of(model::Status status) {
  constexpr std::array<std::string_view, 3> names{"in_force", "adopted", "proposed"};
  return names[static_cast<std::size_t>(status)];
}

std::string_view name_of(decision::State state) {
  constexpr std::array<std::string_view, 4> names{"decided", "not_applicable", "silent", "unknown"};
  return names[static_cast<std::size_t>(state)];
}

std::string to_text(const model::Library& library, const decision::Outcome& outcome) {
  using decision::State;
  if (outcome.state == State::decided) return model::to_text(outcome.value, library);
  return outcome.state == State::not_applicable ? "not applicable" : std::string{name_of(outcome.state)};
}

}  // namespace isonomy::analysis
