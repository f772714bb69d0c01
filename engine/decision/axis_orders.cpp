// SPDX-License-Identifier: Apache-2.0
#include "decision/axis_orders.h"

#include <algorithm>
#include <numeric>

namespace isonomy::decision {

std::vector<std::vector<AxisIndex>> axis_orders(const Space& space, const std::vector<Cell>& sizes) {
  std::vector<AxisIndex> declared(space.axes().size());
  std::iota(declared.begin(), declared.end(), 0U);
  auto fewest = declared;
  std::stable_sort(fewest.begin(), fewest.end(), [&](AxisIndex a, AxisIndex b) { return sizes[a] < sizes[b]; });
  auto prefixes = fewest;
  std::stable_partition(prefixes.begin(), prefixes.end(), [&](AxisIndex axis) { return space[axis].kind == model::Kind::hs; });
  std::vector<std::vector<AxisIndex>> out{prefixes};
  for (const auto& order : {fewest, declared})
    if (std::find(out.begin(), out.end(), order) == out.end()) out.push_back(order);
  return out;
}

}  // namespace isonomy::decision
