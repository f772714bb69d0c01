// SPDX-License-Identifier: Apache-2.0
#include "decision/interval_set.h"

#include <gtest/gtest.h>

#include <bitset>
#include <random>

namespace isonomy::decision {
namespace {

constexpr Cell cells = 96;
using Bits = std::bitset<cells>;

struct Both {
  IntervalSet set;
  Bits bits;
};

Both random_set(std::mt19937& random, unsigned most) {
  std::vector<Interval> parts;
  Both out;
  for (auto i = random() % (most + 1); i > 0; --i) {
    const auto low = static_cast<Cell>(random() % cells);
    const auto high = std::min<Cell>(cells, low + 1 + static_cast<Cell>(random() % 4));
    parts.push_back({low, high});
    for (Cell cell = low; cell < high; ++cell) out.bits.set(cell);
  }
  out.set = IntervalSet::of(parts);
  return out;
}

Bits bits_of(const IntervalSet& set) {
  Bits out;
  for (const auto part : set.parts())
    for (Cell cell = part.low; cell < part.high; ++cell) out.set(cell);
  return out;
}

// One interval against many is found by halving, so both sizes are tried against each other.
TEST(IntervalSet, IsWhatASetOfBitsIs) {
  std::mt19937 random{20261129};
  for (int round = 0; round < 20'000; ++round) {
    const auto a = random_set(random, round % 2 == 0 ? 1 : 30);
    const auto b = random_set(random, round % 3 == 0 ? 1 : 30);
    ASSERT_EQ(bits_of(a.set), a.bits);
    ASSERT_EQ(bits_of(a.set & b.set), a.bits & b.bits);
    ASSERT_EQ(bits_of(a.set | b.set), a.bits | b.bits);
    ASSERT_EQ(bits_of(a.set - b.set), a.bits & ~b.bits);
    ASSERT_EQ(a.set.meets(b.set), (a.bits & b.bits).any());
    ASSERT_EQ(a.set.contains(b.set), (b.bits & ~a.bits).none());
    ASSERT_EQ(a.set.count(), a.bits.count());
    ASSERT_EQ(a.set == b.set, a.bits == b.bits);
  }
}

}  // namespace
}  // namespace isonomy::decision
