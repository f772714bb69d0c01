// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <unordered_map>

#include "model/library.h"

namespace isonomy::decision {

/// Tests by what they say: two that compare one fact in the same way with the same constants have one number, from 0 on in order of first use.
/// Cost: the constants of the test.
class KnownTests {
 public:
  std::uint32_t add(const model::Test& test);
  std::optional<std::uint32_t> find(const model::Test& test) const;

 private:
  struct Hash {
    std::size_t operator()(const model::Test& test) const;
  };
  struct Same {
    bool operator()(const model::Test& a, const model::Test& b) const;
  };
  std::unordered_map<model::Test, std::uint32_t, Hash, Same> numbers_;
};

}  // namespace isonomy::decision
