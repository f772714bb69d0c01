// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "decision/diagram.h"

namespace isonomy::analysis {

class Pairing;

/// In how many cases two jurisdictions answer a measure otherwise. A case is one choice of a value for each fact that is not given, where values that
/// neither ever treats differently are one (docs/decisions/0027).
struct CaseCount {
  decision::Integer all;
  decision::Integer differ;
  decision::Integer open;
  /// For each fact its values that meet a difference at all, all other facts forgotten; only of facts of which some value meets none. The same for
  /// what is open.
  std::vector<std::pair<std::string, std::string>> where_differs;
  std::vector<std::pair<std::string, std::string>> where_open;
};

/// Counted by diagrams within the given facts, without a look at the regions; `std::logic_error` if those say otherwise of whether anything differs or is
/// open. Nothing if it takes more than `most_parts`, see `decision::compared_cases`. The pairing may not have conflicts.
std::optional<CaseCount> count_cases(Pairing& pairing, std::size_t most_parts);

}  // namespace isonomy::analysis
