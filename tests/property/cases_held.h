// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "analysis/cases_count.h"
#include "analysis/pairing.h"

namespace isonomy::test {

/// Holds a count of cases to what the reference evaluator says at every point of the given facts. What returns false leaves the reason in `why`.
class CasesHeld {
 public:
  explicit CasesHeld(analysis::Pairing& pairing) : pairing_{pairing} {}

  /// The numbers and the projections are those of the points, values that neither law ever treats differently counted once. Only if there are at
  /// most `most` points.
  bool every_point(std::uint64_t most);
  /// A few parts are either enough for the same count, or there is none.
  bool few_parts();

  std::uint64_t counted() const { return counted_; }
  const std::string& why() const { return why_; }

 private:
  struct Numbers {
    std::uint64_t all = 0;
    std::uint64_t differ = 0;
    std::uint64_t open = 0;
  };
  using Cells = std::vector<decision::Cell>;

  bool fill(std::uint64_t most);
  decision::Point point(std::uint64_t number) const;
  std::uint32_t number_of(const decision::Outcome& outcome);
  model::Truth alike(std::uint64_t number) const;
  std::vector<bool> first_of_its_kind(std::size_t axis, std::uint64_t stride) const;
  Numbers numbers() const;
  std::vector<std::pair<std::string, std::string>> where(model::Truth wanted);
  bool say(const std::string& why);

  analysis::Pairing& pairing_;
  std::vector<Cells> cells_;                                      ///< per axis those within the given facts
  std::vector<decision::Outcome> outcomes_;                       ///< different ones
  std::vector<std::pair<std::uint32_t, std::uint32_t>> answers_;  ///< of each point, what the two say
  std::uint64_t counted_ = 0;
  std::string why_;
};

}  // namespace isonomy::test
