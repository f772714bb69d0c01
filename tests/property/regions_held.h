// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "analysis/pairing.h"

namespace isonomy::test {

/// Holds the regions in which two jurisdictions differ to what they are regions of. What returns false leaves the reason in `why`.
class RegionsHeld {
 public:
  explicit RegionsHeld(analysis::Pairing& pairing) : pairing_{pairing} {}

  /// The boxes make up their region, lie wholly in it, and none is covered by the others.
  bool complete();
  /// Within the given day, the regions are those of any day cut to it.
  bool cut_by_days();
  /// At each point of the given facts, the reference evaluator says of both what the boxes say. Only if there are at most `most` points.
  bool every_point(std::uint64_t most);

  std::uint64_t points() const { return points_; }
  const std::string& why() const { return why_; }

 private:
  const std::vector<decision::Cube>& boxes(const analysis::Contrast& contrast);
  bool complete(const analysis::Contrast& contrast);
  bool same_region(const decision::Region& a, const decision::Region& b);
  bool judge(const decision::Point& point);
  std::size_t times_in(const std::vector<analysis::Contrast>& contrasts, const decision::Point& point);
  bool say(const std::string& why);

  analysis::Pairing& pairing_;
  std::map<const analysis::Contrast*, std::vector<decision::Cube>> boxes_;
  std::uint64_t points_ = 0;
  std::string why_;
};

}  // namespace isonomy::test
