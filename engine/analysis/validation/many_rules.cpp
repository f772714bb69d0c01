// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <set>

#include "analysis/validation/ground.h"
#include "source/codes.h"

namespace isonomy::analysis::validation {

// N0812: measures with so many rules that W0804 and W0807, which try each, are left out there.
void many_rules(Ground& ground, source::Diagnostics& diagnostics) {
  std::set<model::MeasureId> seen;
  for (const auto& asking : ground.askings()) {
    if (ground.few(*asking) || !seen.insert(asking->measure()).second) continue;
    const auto& measure = ground.library().measures[asking->measure()];
    diagnostics.add(
        source::Code::not_tried, measure.span,
        fmt::format("`{}` of {} has {} rules, so none was tried for W0804 and W0807", measure.name, asking->who(), asking->rules().size()),
        fmt::format("keep tables of more than {} rows apart from rules that are still being written", tried_rules));
  }
}

}  // namespace isonomy::analysis::validation
