// SPDX-License-Identifier: Apache-2.0
#include "property/regions_held.h"

#include <fmt/format.h>

#include <algorithm>

#include "decision/reference.h"

namespace isonomy::test {
namespace {

using analysis::Contrast;
using decision::Cube;
using decision::Outcome;
using decision::Region;
using When = analysis::Pairing::When;

/// Names regions by the two answers they are between. Equal answers have one name, in whatever words rules give them: 3 days, 72 hours.
class Names {
 public:
  explicit Names(const model::Library& library) : library_{library} {}

  std::map<std::string, Region> regions(const analysis::Difference& difference, const Cube& within) {
    std::map<std::string, Region> out;
    for (const auto& contrast : difference.differs)
      add(out[name(contrast.a.front()->outcome) + " | " + name(contrast.b.front()->outcome)], contrast, within);
    for (const auto& contrast : difference.open) add(out["open"], contrast, within);
    return out;
  }

 private:
  static void add(Region& to, const Contrast& contrast, const Cube& within) {
    to = unite(std::move(to), intersect(contrast.region, within));
  }

  std::string name(const Outcome& outcome) {
    const auto same = [&](const Outcome& other) { return analysis::same_outcome(library_, outcome, other); };
    const auto it = std::find_if(known_.begin(), known_.end(), same);
    if (it != known_.end()) return analysis::to_text(library_, *it);
    known_.push_back(outcome);
    return analysis::to_text(library_, outcome);
  }

  const model::Library& library_;
  std::vector<Outcome> known_;
};

}  // namespace

const std::vector<Cube>& RegionsHeld::boxes(const Contrast& contrast) {
  const auto [it, made] = boxes_.try_emplace(&contrast);
  if (made) it->second = boxes_of(contrast, pairing_.coverage(), pairing_.space(), pairing_.base(When::now));
  return it->second;
}

bool RegionsHeld::complete() {
  const auto& difference = pairing_.difference(When::now);
  for (const auto* list : {&difference.differs, &difference.open})
    for (const auto& contrast : *list)
      if (!complete(contrast)) return false;
  return true;
}

bool RegionsHeld::complete(const Contrast& contrast) {
  const auto& all = boxes(contrast);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (pairing_.coverage().uncovered(all[i], contrast.region)) return say("a box reaches beyond its region");
    auto others = all;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
    if (!pairing_.coverage().uncovered(all[i], others)) return say("a box is covered by the others");
  }
  return pairing_.coverage().empty(subtract(contrast.region, decision::region_of(all))) || say("boxes do not make up their region");
}

bool RegionsHeld::same_region(const Region& a, const Region& b) {
  return pairing_.coverage().empty(subtract(a, b)) && pairing_.coverage().empty(subtract(b, a));
}

bool RegionsHeld::cut_by_days() {
  const auto& within = pairing_.base(When::now);
  Names names{pairing_.library()};
  auto now = names.regions(pairing_.difference(When::now), within);
  auto ever = names.regions(pairing_.difference(When::ever), within);
  for (const auto& [name, region] : ever) now.try_emplace(name);
  for (const auto& [name, region] : now)
    if (!same_region(region, ever[name])) return say("on its day this is another region than on any: " + name);
  return true;
}

bool RegionsHeld::every_point(std::uint64_t most) {
  std::uint64_t count = 1;
  std::vector<std::vector<decision::Cell>> cells;
  for (decision::AxisIndex axis = 0; axis < pairing_.space().axes().size(); ++axis) {
    const auto* side = pairing_.base(When::now).side(axis);
    cells.emplace_back();
    for (decision::Cell cell = 0; cell < pairing_.space()[axis].size(); ++cell)
      if (side == nullptr || side->contains(cell)) cells.back().push_back(cell);
    count *= cells.back().size();
    if (count > most) return true;
  }
  for (std::uint64_t i = 0; i < count; ++i) {
    decision::Point point;
    auto left = i;
    for (const auto& axis : cells) {
      point.push_back(axis[left % axis.size()]);
      left /= axis.size();
    }
    if (!judge(point)) return false;
  }
  points_ += count;
  return true;
}

bool RegionsHeld::judge(const decision::Point& point) {
  const auto& library = pairing_.library();
  const auto decide = [&](const decision::Seat& seat, const decision::Transaction& facts) {
    return decision::reference::decide(library, seat, pairing_.measure(), facts).outcome;
  };
  const auto a = decide(pairing_.seat_a(), pairing_.transaction_a(point));
  const auto b = decide(pairing_.seat_b(), pairing_.transaction_b(point));
  const auto alike = known(a) && known(b) ? analysis::same_in(library)(a, b) : model::Truth::unknown;
  const auto& difference = pairing_.difference(When::now);
  const auto differing = times_in(difference.differs, point);
  const auto open = times_in(difference.open, point);
  if (differing == (alike == model::Truth::no ? 1U : 0U) && open == (alike == model::Truth::unknown ? 1U : 0U)) return true;
  return say(fmt::format("{} differing and {} open regions hold a point where one says {}, the other {}", differing, open,
                         analysis::to_text(library, a), analysis::to_text(library, b)));
}

std::size_t RegionsHeld::times_in(const std::vector<Contrast>& contrasts, const decision::Point& point) {
  return static_cast<std::size_t>(std::count_if(contrasts.begin(), contrasts.end(), [&](const Contrast& contrast) {
    const auto& all = boxes(contrast);
    return std::any_of(all.begin(), all.end(), [&](const Cube& box) { return contains(box, point); });
  }));
}

bool RegionsHeld::say(const std::string& why) {
  why_ = why;
  return false;
}

}  // namespace isonomy::test
