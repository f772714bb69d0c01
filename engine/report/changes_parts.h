// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "report/changes.h"
#include "report/phrases.h"

namespace isonomy::report {

/// Those whose answer changed.
inline std::vector<std::string> names_affected(const VersionsCompared& compared, const analysis::Change& change) {
  std::vector<std::string> out;
  for (const auto& one : change.affected) out.push_back(compared.now.jurisdictions[one.jurisdiction].name);
  return out;
}

/// What the texts about two versions share.
class ChangesParts {
 protected:
  ChangesParts(const VersionsCompared& compared, const TextOptions& options)
      : compared_{compared},
        options_{options},
        base_{compared.base, compared.sources, options},
        now_{compared.now, compared.sources, options} {}

  /// Nothing to print.
  bool empty() const { return compared_.answer.changes.empty() && compared_.answer.declarations.empty(); }

  /// That there was nothing before, where that is so.
  std::string all_new() const {
    return compared_.all_new ? now_.say("Everything is new: `{}` has no rules there", shown(compared_.base_name)) : std::string{};
  }

  /// What `write` makes of the changes of each measure at each end, in order.
  template <class Write>
  std::string by_measure(Write write) const {
    const auto& changes = compared_.answer.changes;
    std::string out;
    for (auto it = changes.begin(); it != changes.end();) {
      const auto end = std::find_if(
          it, changes.end(), [&](const analysis::Change& one) { return one.measure != it->measure || one.position != it->position; });
      out += write(std::vector<analysis::Change>{it, end});
      it = end;
    }
    return out;
  }

  std::vector<std::string> who(const analysis::Change& change) const { return names_affected(compared_, change); }

  const VersionsCompared& compared_;
  const TextOptions& options_;
  Desk base_;
  Desk now_;
};

}  // namespace isonomy::report
