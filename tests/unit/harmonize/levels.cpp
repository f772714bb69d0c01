// SPDX-License-Identifier: Apache-2.0
#include "levels.h"

#include <fstream>
#include <stdexcept>

namespace isonomy::test {

harmonize::Problem read_levels(const std::string& path) {
  std::ifstream in{path};
  std::size_t rules = 0;
  std::size_t labels = 0;
  std::size_t pairs = 0;
  if (!(in >> rules >> labels >> pairs)) throw std::runtime_error{"cannot read " + path};
  harmonize::Problem out;
  for (std::size_t i = 0; i < rules; ++i) {
    std::size_t label = 0;
    harmonize::Cost weight = 0;
    in >> label >> weight;
    out.costs.emplace_back(labels, weight);
    out.costs.back().at(label) = 0;
  }
  for (std::size_t i = 0; i < pairs; ++i) {
    harmonize::Friction friction{0, 0, 1, 0};
    in >> friction.a >> friction.b >> friction.price;
    out.frictions.push_back(friction);
  }
  if (!in) throw std::runtime_error{path + " ends early"};
  return out;
}

}  // namespace isonomy::test
