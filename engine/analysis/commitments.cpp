// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "analysis/case.h"
#include "analysis/layers.h"

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

  /// False if the commitment binds nobody here.
  bool find(std::vector<Finding>& out) {
    const auto now = parts(case_.now());
    if (!now.binds) return false;
    const auto ever = parts(case_.ever());
    report(now.broken, ever.broken, FindingKind::gap, out);
    report(now.silent, ever.silent, FindingKind::silence, out);
    report(now.open, ever.open, FindingKind::unknown, out);
    return true;
  }

  Region bound_in(decision::Compiler& compiler) const { return subtract(region_of(binding(compiler)), excepted(compiler)); }

  std::vector<Layer> layers(decision::Compiler& compiler) const {
    const auto broken = parts(compiler).broken;
    std::vector<Layer> out;
    for (const auto& piece : compiler.decide(seat_, measure_).pieces)
      if (auto region = compiler.coverage().pruned(intersect(broken, piece.region)); !region.empty())
        out.push_back({{piece.outcome}, std::move(region)});
    return out;
  }

 private:
  /// Where the commitment binds and is broken, meets silence, or may be broken.
  struct Parts {
    Region broken;
    Region silent;
    Region open;
    bool binds = false;
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
    if (commitment_.between_members) cubes = product(cubes, with_members(compiler));
    return product(cubes, decision::cubes_of(library, compiler.space(), seat_, commitment_.when, decision::Reading::possibly));
  }

  std::vector<Cube> with_members(decision::Compiler& compiler) const {
    const model::Test member{model::fact_id(model::BuiltIn::other_end), model::Relation::in, {{commitment_.bloc, {}}}, false, {}, {}};
    return decision::cubes_of(case_.library(), compiler.space(), seat_, member, decision::Reading::surely);
  }

  Region excepted(decision::Compiler& compiler) const {
    const auto line = case_.library().lineage(seat_.self);
    std::vector<model::Period> periods;
    for (const auto& membership : commitment_.except)
      if (std::find(line.begin(), line.end(), membership.member) != line.end()) periods.push_back(membership.period);
    return region_of(days(compiler, periods));
  }

  Parts parts(decision::Compiler& compiler) const {
    const auto& coverage = compiler.coverage();
    const auto bound = bound_in(compiler);
    Parts out;
    out.binds = !coverage.empty(bound);
    for (const auto& piece : compiler.decide(seat_, measure_).pieces) {
      const auto truth = decision::kept(case_.library(), piece.outcome, commitment_.bound);
      if (truth == model::Truth::yes) continue;
      const bool silent = piece.outcome.state == decision::State::silent;
      auto& to = truth == model::Truth::no ? out.broken : silent ? out.silent : out.open;
      to = unite(std::move(to), coverage.pruned(intersect(piece.region, bound)));
    }
    return out;
  }

  void report(const Region& where, const Region& ever, FindingKind kind, std::vector<Finding>& out) {
    if (where.empty()) return;
    const auto& library = case_.library();
    const auto boxes = decision::cover(case_.now().coverage(), case_.space(), case_.now().base(), where);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      auto finding = finding_of(library, commitment_, seat_);
      if (boxes.size() > 1) finding.id += fmt::format("#{}", i + 1);
      finding.kind = kind;
      if (kind != FindingKind::gap) finding.severity = model::Severity::note;
      finding.possible = kind != FindingKind::gap;
      fill_region(case_, finding, boxes[i], {{seat_, measure_}});
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

std::optional<std::vector<Finding>> commitment_gaps(Case& of, const Seat& seat, model::CommitmentId commitment) {
  std::vector<Finding> out;
  return GapFinder{of, seat, commitment}.find(out) ? std::optional{std::move(out)} : std::nullopt;
}

std::vector<Layer> layers_of(Case& of, decision::Compiler& compiler, const Seat& seat, model::CommitmentId commitment) {
  return GapFinder{of, seat, commitment}.layers(compiler);
}

Region binding_at(Case& of, decision::Compiler& compiler, const Seat& seat, model::CommitmentId commitment) {
  return GapFinder{of, seat, commitment}.bound_in(compiler);
}

std::vector<Finding> commitment_gaps(Case& of) {
  std::vector<Finding> out;
  for (const auto& seat : of.seats())
    for (const auto id : commitments_at(of.library(), seat)) GapFinder{of, seat, id}.find(out);
  return out;
}

}  // namespace isonomy::analysis
