// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decision/space.h"

namespace isonomy::decision {

/// The orders of the axes in which a diagram is tried, each once: codes first, then fewest cells; fewest cells; as declared. `sizes` are the cells
/// of each axis that the diagram looks at.
std::vector<std::vector<AxisIndex>> axis_orders(const Space& space, const std::vector<Cell>& sizes);

}  // namespace isonomy::decision
