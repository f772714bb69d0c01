// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <span>

#include "decision/coverage.h"

namespace isonomy::decision {

/// Which pairs are worth asking about; called once or more for pairs whose boxes meet.
using Asked = std::function<bool(std::size_t a, std::size_t b)>;
/// A pair that shares a point, with a place that lies in both.
using OnMeeting = std::function<void(std::size_t a, std::size_t b, const Cube& place)>;

/// Finds which terms of one list share a point with which of another: all of them, each with a place, in the order of `a`.
/// A pair may be met more than once where a term has several parts; `asked` can say no then.
/// Cost: an index over `b`, then one coverage question a pair that meets; near-linear where some axis tells the terms apart.
/// Error: `TooLarge` with E0602, see `Coverage`.
void meetings(const Coverage& coverage, std::span<const Term* const> a, std::span<const Term* const> b, const Asked& asked,
              const OnMeeting& on_meeting);

}  // namespace isonomy::decision
