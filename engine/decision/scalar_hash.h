// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/value.h"

namespace isonomy::decision {

/// Enough to tell apart what large tables of rules hold; the rest is left to the comparison.
struct ScalarHash {
  std::size_t operator()(const model::Scalar& scalar) const;
};

}  // namespace isonomy::decision
