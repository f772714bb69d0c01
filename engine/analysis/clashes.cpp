// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "analysis/case.h"
#include "analysis/layers.h"

namespace isonomy::analysis {
namespace {

using decision::Seat;
using Sides = Asked;

void collect_sides(const model::Condition& condition, const decision::Compiler::SeatOf& seat_of, Sides& out) {
  const auto add = [&](const model::MeasureRef& ref) {
    const std::pair side{seat_of(ref), ref.measure};
    if (std::find(out.begin(), out.end(), side) == out.end()) out.push_back(side);
  };
  if (condition.kind == model::Condition::Kind::test) {
    if (const auto* left = std::get_if<model::MeasureRef>(&condition.test.left)) add(*left);
    if (condition.test.right) add(*condition.test.right);
  }
  for (const auto& part : condition.parts) collect_sides(part, seat_of, out);
}

std::string id_of(const model::Library& library, const std::string& name, const Sides& sides, std::size_t number, std::size_t count) {
  std::string out = name;
  std::vector<model::JurisdictionId> seen;
  for (const auto& [seat, measure] : sides) {
    if (std::find(seen.begin(), seen.end(), seat.self) != seen.end()) continue;
    seen.push_back(seat.self);
    out += fmt::format("{}{}", seen.size() == 1 ? ":" : "-", library.jurisdictions[seat.self].name);
  }
  return count > 1 ? fmt::format("{}#{}", out, number) : out;
}

class ClashFinder {
 public:
  ClashFinder(Case& of, model::ClashId clash, model::JurisdictionId carrier)
      : case_{of}, clash_{of.library().clashes[clash]}, seat_{of.seats().front()} {
    seat_of_ = [&of, this, carrier](model::MeasureRef ref) { return of.seat_for(clash_.flow, ref, carrier); };
    seat_ = decision::seat_at(of.library(), clash_.flow, model::End::sender, seat_.origin, seat_.destination);
    collect_sides(clash_.when, seat_of_, sides_);
  }

  /// All sides are the same jurisdiction, and each measure is asked at one seat.
  ClashFinder(Case& of, model::ClashId clash, const Asked& sides)
      : case_{of}, clash_{of.library().clashes[clash]}, seat_{of.seats().front()}, sides_{sides} {
    seat_of_ = [sides](model::MeasureRef ref) {
      return std::find_if(sides.begin(), sides.end(), [&](const auto& side) { return side.second == ref.measure; })->first;
    };
  }

  void find(std::vector<Finding>& out) {
    const auto now = case_.now().truth(clash_.when, seat_, seat_of_);
    if (!now.yes.empty()) report(now.yes, false, out);
    if (!now.unknown.empty()) report(now.unknown, true, out);
  }

 private:
  void report(const decision::Region& where, bool possible, std::vector<Finding>& out) {
    const auto boxes = decision::cover(case_.now().coverage(), case_.space(), case_.now().base(), where);
    const auto ever = case_.ever().truth(clash_.when, seat_, seat_of_);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      auto finding = finding_of(clash_, id_of(case_.library(), clash_.name, sides_, i + 1, boxes.size()));
      finding.possible = possible;
      fill_region(case_, finding, boxes[i], sides_);
      fill_days(case_, finding, boxes[i], possible ? ever.unknown : ever.yes);
      out.push_back(std::move(finding));
    }
  }

  Case& case_;
  const model::Clash& clash_;
  Seat seat_;
  Sides sides_;
  decision::Compiler::SeatOf seat_of_;
};

}  // namespace

std::vector<Finding> clash_with_itself(const model::Library& library, model::ClashId clash, const Asked& sides,
                                       const std::vector<model::Test>& given, source::Diagnostics& diagnostics,
                                       const std::shared_ptr<decision::Budget>& budget) {
  std::vector<Finding> out;
  Case of{library, sides, &library.clashes[clash].when, given, diagnostics, budget};
  if (!of.valid()) return out;
  ClashFinder{of, clash, sides}.find(out);
  std::erase_if(out, [](const Finding& one) { return one.possible; });
  return out;
}

std::vector<ClashAt> clashes_on(Case& of) {
  std::vector<ClashAt> out;
  const auto add = [&](model::ClashId id, model::JurisdictionId carrier) {
    const auto& clash = of.library().clashes[id];
    ClashAt one{id, carrier, {}, {}};
    collect_sides(
        clash.when, [&](model::MeasureRef ref) { return of.seat_for(clash.flow, ref, carrier); }, one.sides);
    one.id = id_of(of.library(), clash.name, one.sides, 1, 1);
    out.push_back(std::move(one));
  };
  for (const auto id : of.library().clashes.ids()) {
    const auto& clash = of.library().clashes[id];
    if (!looks_at_carrier(clash.when)) add(id, {});
    else
      for (const auto carrier : of.carriers(clash.flow)) add(id, carrier);
  }
  return out;
}

std::vector<Layer> layers_of(Case& of, decision::Compiler& compiler, const ClashAt& clash) {
  const auto& declared = of.library().clashes[clash.clash];
  const auto& first = of.seats().front();
  const auto seat = decision::seat_at(of.library(), declared.flow, model::End::sender, first.origin, first.destination);
  const auto seat_of = [&](model::MeasureRef ref) { return of.seat_for(declared.flow, ref, clash.carrier); };
  std::vector<Layer> out{{{}, compiler.truth(declared.when, seat, seat_of).yes}};
  for (const auto& [where, measure] : clash.sides) {
    std::vector<Layer> finer;
    for (const auto& layer : out)
      for (const auto& piece : compiler.decide(where, measure).pieces) {
        auto region = compiler.coverage().pruned(intersect(layer.region, piece.region));
        if (region.empty()) continue;
        finer.push_back({layer.outcomes, std::move(region)});
        finer.back().outcomes.push_back(piece.outcome);
      }
    out = std::move(finer);
  }
  return out;
}

bool looks_at_carrier(const model::Condition& condition) {
  const auto carrier = [](const model::MeasureRef& ref) { return ref.place == model::Place::carrier; };
  if (condition.kind == model::Condition::Kind::test) {
    const auto* left = std::get_if<model::MeasureRef>(&condition.test.left);
    return (left != nullptr && carrier(*left)) || (condition.test.right && carrier(*condition.test.right));
  }
  return std::any_of(condition.parts.begin(), condition.parts.end(), looks_at_carrier);
}

std::vector<Finding> clashes(Case& of) {
  std::vector<Finding> out;
  for (const auto id : of.library().clashes.ids()) {
    const auto& clash = of.library().clashes[id];
    if (!looks_at_carrier(clash.when)) ClashFinder{of, id, model::JurisdictionId{}}.find(out);
    else
      for (const auto carrier : of.carriers(clash.flow)) ClashFinder{of, id, carrier}.find(out);
  }
  return out;
}

}  // namespace isonomy::analysis
