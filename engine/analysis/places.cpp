// SPDX-License-Identifier: Apache-2.0
#include "analysis/places.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace isonomy::analysis {
namespace {

using decision::AxisIndex;
using decision::Cell;
using decision::Cube;
using decision::IntervalSet;
using decision::Seat;
using decision::Space;
using model::BuiltIn;

constexpr std::uint64_t fewest_members = 3;  // two are named as briefly themselves

IntervalSet only(model::JurisdictionId id) { return id.valid() ? IntervalSet{id.index, id.index + 1} : IntervalSet{}; }

class PlaceWords {
 public:
  PlaceWords(const model::Library& library, Parties parties, model::Period during)
      : library_{library}, parties_{parties}, during_{during} {}

  std::string say(const IntervalSet& cells, const IntervalSet& all) const {
    const auto left_out = all - cells;
    if (left_out.count() >= cells.count()) return fmt::format("{}", fmt::join(names(cells), ", "));
    const auto thirds = names(left_out - only(parties_.partner));
    auto except = thirds.empty() ? std::string{} : fmt::format("other than {}", fmt::join(thirds, ", "));
    if (!parties_.partner.valid()) return except;
    const auto third = "a third jurisdiction" + (except.empty() ? "" : " " + except);
    return cells.meets(only(parties_.partner)) ? fmt::format("{}, or {}", each_other, third) : third;
  }

 private:
  // Members with their zones; those that are asked are named apart, so they are not missed here.
  IntervalSet members(model::BlocId bloc) const {
    IntervalSet out;
    for (const auto id : library_.jurisdictions.ids()) {
      const bool asked = id == parties_.self || id == parties_.partner;
      const auto periods = asked ? std::vector<model::Period>{} : library_.memberships(bloc, id);
      const auto all_along = [&](model::Period one) { return one.from <= during_.from && during_.through <= one.through; };
      if (std::any_of(periods.begin(), periods.end(), all_along)) out = out | only(id);
    }
    return out;
  }

  std::vector<std::string> names(IntervalSet left) const {
    std::vector<std::string> out;
    for (const auto bloc : blocs_by_name()) {
      const auto all = members(bloc);
      if (all.count() < fewest_members || !left.contains(all)) continue;
      out.push_back(library_.blocs[bloc].name);
      left = left - all;
    }
    std::vector<model::JurisdictionId> alone;
    for (const auto part : left.parts())
      for (Cell cell = part.low; cell < part.high; ++cell) alone.push_back(model::JurisdictionId{cell});
    std::sort(alone.begin(), alone.end(), [&](auto a, auto b) { return library_.jurisdictions[a].name < library_.jurisdictions[b].name; });
    for (const auto id : alone) out.push_back(name(id));
    return out;
  }

  std::vector<model::BlocId> blocs_by_name() const {
    auto out = library_.blocs.ids();
    std::sort(out.begin(), out.end(), [&](auto a, auto b) { return library_.blocs[a].name < library_.blocs[b].name; });
    return out;
  }

  std::string name(model::JurisdictionId id) const { return id == parties_.partner ? each_other : library_.jurisdictions[id].name; }

  const model::Library& library_;
  Parties parties_;
  model::Period during_;
};

}  // namespace

Seat open_seat(const model::Library& library, model::FlowId flow, model::End end, model::JurisdictionId self) {
  if (end == model::End::carrier) return {self, flow, end, {}, {}};
  const bool at_origin = (end == model::End::sender) == library.flows[flow].outward;
  return {self, flow, end, at_origin ? self : model::JurisdictionId{}, at_origin ? model::JurisdictionId{} : self};
}

std::vector<AxisIndex> open_places(const Space& space) {
  std::vector<AxisIndex> out;
  for (const auto place : {BuiltIn::origin, BuiltIn::destination})
    if (const auto axis = space.find(model::fact_id(place))) out.push_back(*axis);
  return out;
}

Cube abroad(const Space& space, const Seat& seat, Cube base) {
  for (const auto axis : open_places(space)) {
    const auto* side = base.side(axis);
    const auto others = (side == nullptr ? space[axis].all() : *side) - only(seat.self);
    if (!others.empty()) base.set(axis, others);
  }
  return base;
}

std::vector<std::pair<std::string, std::string>> region_words(const model::Library& library, const Space& space, const Cube& box,
                                                              const Cube& base, Parties parties, model::Period during) {
  const PlaceWords places{library, parties, during};
  std::vector<std::pair<std::string, std::string>> out;
  for (const auto& one : decision::restrictions(library, space, box, base)) {
    const bool place = one.fact == model::fact_id(BuiltIn::origin) || one.fact == model::fact_id(BuiltIn::destination);
    const auto axis = place ? *space.find(one.fact) : 0;
    const auto* all = place ? base.side(axis) : nullptr;
    out.emplace_back(library.facts[one.fact].name,
                     place ? places.say(*box.side(axis), all == nullptr ? space[axis].all() : *all) : one.words);
  }
  return out;
}

std::string in_one_line(const std::vector<std::pair<std::string, std::string>>& region) {
  std::vector<std::string> parts;
  for (const auto& [fact, words] : region) parts.push_back(fact == "on" ? words : fmt::format("{} {}", fact, words));
  return parts.empty() ? "in all cases" : fmt::format("{}", fmt::join(parts, "; "));
}

decision::Point typical_point(const model::Library& library, const Space& space, const Cube& box, Parties parties) {
  auto point = decision::point_in(space, box);
  for (const auto axis : open_places(space)) {
    const auto* side = box.side(axis);
    const auto cells = side == nullptr ? space[axis].all() : *side;
    const auto third = [&](Cell cell) {
      const model::JurisdictionId id{cell};
      return cells.contains(cell) && id != parties.self && id != parties.partner && !library.jurisdictions[id].within.valid();
    };
    const auto& by_name = space[axis].by_name;
    if (const auto first = std::find_if(by_name.begin(), by_name.end(), third); first != by_name.end()) point[axis] = *first;
  }
  return point;
}

model::Period days_of(const Space& space, const Cube& box) {
  const auto& axis = space[space.on()];
  const auto* side = box.side(space.on());
  const Cell first = side == nullptr ? 0 : side->first();
  const Cell last = side == nullptr ? axis.size() - 1 : side->last();
  const auto day = [&](Cell cut) { return static_cast<std::int32_t>(numerator(axis.cuts[cut].boundary.at)); };
  return {first > 0 ? base::Date{day(first - 1)} : base::first_date(),
          last + 1 < axis.size() ? base::Date{day(last) - 1} : base::last_date()};
}

}  // namespace isonomy::analysis
