// SPDX-License-Identifier: Apache-2.0
#include "decision/cover.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "decision/least.h"
#include "support/library.h"

namespace isonomy::decision {
namespace {

constexpr const char* three_facts = R"(
domain d "D"
flow f from origin to destination
enum Colour { red, green, blue, white }
fact b : count
fact a : Colour
fact c : jurisdiction
measure d.m : yes/no { asked of f receiver }
jurisdiction ZZ "Z"
jurisdiction MM "M"
jurisdiction AA "A"
ruleset AA.d { rule r { m = yes when a = red and b in {2, 4, 6 to 8} and c = MM source "Act" } }
)";

class Place {
 public:
  Place() : bound_{test::bind_text(three_facts)} {
    SpaceBuilder builder{bound_.library};
    builder.add(bound_.library.rules[model::RuleId{0}].when);
    space = builder.build();
  }
  AxisIndex axis(const char* fact) const { return *space.find(bound_.library.fact_names.at(fact)); }

  Space space;

 private:
  test::Bound bound_;
};

Cube random_box(const Space& space, std::mt19937& random) {
  Cube out;
  for (AxisIndex axis = 0; axis < space.axes().size(); ++axis) {
    const auto size = space[axis].size();
    const auto low = static_cast<Cell>(random() % size);
    const IntervalSet side{low, static_cast<Cell>(low + 1 + random() % (size - low))};
    if (random() % 3 != 0 && side != space[axis].all()) out.set(axis, side);
  }
  return out;
}

// The same set of points: terms in another order, some twice, some in two halves that overlap.
Region rewritten(Region region, const Space& space, std::mt19937& random) {
  for (std::size_t i = region.size(); i-- > 0;) {
    const auto cut = random_box(space, random);
    auto inside = intersect(region[i].box, cut);
    if (!inside) continue;
    Term part{*inside, {}};
    for (const auto& hole : region[i].holes)
      if (meets(hole->box, *inside)) part.holes.push_back(hole);
    if (random() % 2 == 0) region[i].holes.push_back(std::make_shared<const Term>(Term{*inside, {}}));
    region.push_back(std::move(part));
  }
  std::shuffle(region.begin(), region.end(), random);
  return region;
}

TEST(Cover, OrderIsByNameWhateverIsDeclaredFirst) {
  const Place place;
  const auto& order = place.space.by_name();
  EXPECT_EQ((std::vector<AxisIndex>{order.end() - 3, order.end()}), (std::vector{place.axis("a"), place.axis("b"), place.axis("c")}));
  const auto& jurisdictions = place.space[place.axis("c")];
  EXPECT_EQ(jurisdictions.first_of(jurisdictions.all()), 2U);  // AA, declared last
  EXPECT_EQ(jurisdictions.ranks({1, 2}), IntervalSet(1, 2));
  EXPECT_EQ(jurisdictions.ranked({0, 2}), IntervalSet(1, 3));
}

TEST(Cover, LeastUncoveredIsTheFirstOfAllPoints) {
  const Place place;
  const auto& space = place.space;
  const Coverage coverage{space.sizes()};
  for (std::uint32_t seed = 1; seed <= 200; ++seed) {
    std::mt19937 random{seed};
    const auto cube = random_box(space, random);
    std::vector<Cube> blockers;
    for (int i = 0; i < 12; ++i) blockers.push_back(random_box(space, random));
    std::optional<Ranks> first;
    Ranks ranks(space.axes().size());
    for (bool more = true; more;) {
      const auto point = point_at(space, ranks);
      if (contains(cube, point) && !contains(region_of(blockers), point) && (!first || ranks < *first)) first = ranks;
      more = false;
      for (std::size_t i = 0; i < ranks.size() && !more; ++i) {
        more = ++ranks[i] < space[space.by_name()[i]].size();
        if (!more) ranks[i] = 0;
      }
    }
    const auto terms = region_of(blockers);
    std::vector<const Term*> pointers;
    for (const auto& term : terms) pointers.push_back(&term);
    ASSERT_EQ(least_uncovered(coverage, space, space.by_name(), cube, pointers), first) << "seed " << seed;
  }
}

TEST(Cover, DoesNotDependOnHowARegionIsWritten) {
  const Place place;
  const auto& space = place.space;
  const Coverage coverage{space.sizes()};
  std::size_t several = 0;
  for (std::uint32_t seed = 1; seed <= 100; ++seed) {
    std::mt19937 random{seed};
    Region target;
    for (int i = 0; i < 4; ++i) target.push_back({random_box(space, random), {}});
    target = coverage.pruned(subtract(std::move(target), holes_of({random_box(space, random), random_box(space, random)})));
    const auto boxes = cover(coverage, space, Cube{}, target);
    const auto again = cover(coverage, space, Cube{}, rewritten(target, space, random));
    ASSERT_EQ(boxes, again) << "seed " << seed;
    several += boxes.size() > 1 ? 1 : 0;
  }
  EXPECT_GT(several, 50U);
}

}  // namespace
}  // namespace isonomy::decision
