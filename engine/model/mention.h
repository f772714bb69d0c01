// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "source/source_map.h"

namespace isonomy::model {

/// What a name in a rule file stands for.
enum class Named : std::uint8_t { domain, flow, type, value, fact, measure, jurisdiction, bloc, rule, commitment, clash, route };

/// One place where a name stands, found while it was bound. The span covers the last part of a dotted name; the parts before it are
/// mentions of their own (`EU`, `customs` and `low_value_relief` in `EU.customs.low_value_relief`).
struct Mention {
  source::Span span;
  Named what = Named::fact;
  std::string name;  ///< full: `customs.duty`, `Duty.flat`, `EU.customs.low_value_relief`
  bool declares = false;
};

using Mentions = std::vector<Mention>;

}  // namespace isonomy::model
