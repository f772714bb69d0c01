// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "analysis/case.h"

namespace isonomy::analysis {
namespace {

using decision::Cube;
using decision::Region;
using decision::Seat;

class GapFinder {
 public:
  GapFinder(Case& of, const Seat& seat, model::CommitmentId commitment)
      : case_{of},
        seat_{seat},
        commitment_{of.library().commitments[commitment]},
        measure_{std::get<model::MeasureRef>(commitment_.bound.left).measure} {}

  void find(std::vector<Finding>& out) {
    const auto now = parts(case_.now());
    const auto ever = parts(case_.ever());
    report(now.broken, unite(now.open, now.kept), ever.broken, FindingKind::gap, out);
    report(now.open, unite(now.broken, now.kept), ever.open, FindingKind::unknown, out);
  }

 private:
  /// Where the commitment binds and is broken, may be broken, or does not bind or is kept.
  struct Parts {
    Region broken;
    Region open;
    Region kept;
  };

  std::vector<Cube> days(decision::Compiler& compiler, const std::vector<model::Period>& periods) const {
    decision::IntervalSet days;
    for (const auto period : periods) days = days | compiler.space().days(period);
    return decision::on_axis(compiler.space(), compiler.space().on(), days);
  }

  std::vector<Cube> binding(decision::Compiler& compiler) const {
    const auto& library = case_.library();
    auto cubes = product({compiler.base()}, days(compiler, {commitment_.period}));
    cubes = product(cubes, days(compiler, library.memberships(commitment_.bloc, seat_.self)));
    if (commitment_.between_members) cubes = product(cubes, days(compiler, library.memberships(commitment_.bloc, other_end())));
    return product(cubes, decision::cubes_of(library, compiler.space(), seat_, commitment_.when, decision::Reading::possibly));
  }

  model::JurisdictionId other_end() const { return seat_.self == seat_.origin ? seat_.destination : seat_.origin; }

  Region excepted(decision::Compiler& compiler) const {
    const auto line = case_.library().lineage(seat_.self);
    std::vector<model::Period> periods;
    for (const auto& membership : commitment_.except)
      if (std::find(line.begin(), line.end(), membership.member) != line.end()) periods.push_back(membership.period);
    return region_of(days(compiler, periods));
  }

  Parts parts(decision::Compiler& compiler) const {
    const auto& coverage = compiler.coverage();
    const auto bound = subtract(region_of(binding(compiler)), excepted(compiler));
    Parts out;
    for (const auto& piece : compiler.decide(seat_, measure_).pieces) {
      const auto truth = piece.outcome.state == decision::State::not_applicable
                             ? model::Truth::yes
                             : decision::truth_of(case_.library(), piece.outcome, commitment_.bound);
      const auto here = coverage.pruned(intersect(piece.region, bound));
      auto& to = truth == model::Truth::yes ? out.kept : truth == model::Truth::no ? out.broken : out.open;
      to = unite(std::move(to), here);
    }
    out.kept = unite(std::move(out.kept), coverage.pruned(subtract({{compiler.base(), {}}}, bound)));
    return out;
  }

  void report(const Region& where, const Region& rest, const Region& ever, FindingKind kind, std::vector<Finding>& out) {
    if (where.empty()) return;
    const auto& library = case_.library();
    const auto boxes = decision::cover(case_.now().coverage(), case_.space(), case_.now().base(), where, rest);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      Finding finding;
      finding.id = fmt::format("{}:{}", commitment_.name, library.jurisdictions[seat_.self].name);
      if (boxes.size() > 1) finding.id += fmt::format("#{}", i + 1);
      finding.kind = kind;
      finding.severity = kind == FindingKind::gap ? commitment_.severity : model::Severity::note;
      finding.possible = kind != FindingKind::gap;
      finding.clash = commitment_.name;
      finding.label = commitment_.label;
      finding.flow = seat_.flow;
      finding.sources = commitment_.sources;
      finding.span = commitment_.span;
      fill_region(case_, finding, boxes[i], {{seat_, measure_}});
      if (finding.sides[0].outcome.state == decision::State::silent) finding.kind = FindingKind::silence;
      fill_days(case_, finding, boxes[i], ever);
      out.push_back(std::move(finding));
    }
  }

  Case& case_;
  const Seat& seat_;
  const model::Commitment& commitment_;
  model::MeasureId measure_;
};

}  // namespace

std::vector<Finding> commitment_gaps(Case& of) {
  std::vector<Finding> out;
  for (const auto& seat : of.seats())
    for (const auto id : commitments_at(of.library(), seat)) GapFinder{of, seat, id}.find(out);
  return out;
}

}  // namespace isonomy::analysis
