// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <set>

#include "analysis/validation/ground.h"
#include "source/codes.h"

namespace isonomy::analysis::validation {
namespace {

using decision::AxisIndex;
using decision::Cell;
using decision::Region;
using model::Kind;

// The region at one cell of an axis, as a region of the other axes.
Region slice(const Region& region, AxisIndex axis, Cell cell) {
  Region out;
  for (const auto& term : region) {
    const auto* side = term.box.side(axis);
    if (side != nullptr && !side->contains(cell)) continue;
    Region holes;
    for (const auto& hole : term.holes) holes.push_back(*hole);
    decision::Term flat{term.box, decision::holes_of(slice(holes, axis, cell))};
    flat.box.drop(axis);
    out.push_back(std::move(flat));
  }
  return out;
}

// The widest gap between two thresholds that is taken for a slip: a cent, one of what is counted, a day.
base::Rational slip(Kind kind) {
  return kind == Kind::money ? base::Rational{1, 100} : base::Rational{kind == Kind::mass || kind == Kind::rate ? 0 : 1};
}

bool narrow(const decision::Axis& axis, Cell cell) {
  if (!axis.ordered() || axis.kind == Kind::hs || cell == 0 || cell + 1 >= axis.size()) return false;
  return axis.cuts[cell].boundary.at - axis.cuts[cell - 1].boundary.at <= slip(axis.kind);
}

class Holes {
 public:
  Holes(Asking& asking, source::Diagnostics& diagnostics) : asking_{asking}, diagnostics_{diagnostics}, gap_{asking.unanswered()} {
    for (const auto& piece : asking.decision().pieces)
      if (piece.outcome.state == decision::State::decided) decided_ = unite(std::move(decided_), piece.region);
  }

  void find() {
    if (gap_.empty()) return;
    for (AxisIndex axis = 0; axis < asking_.space().axes().size(); ++axis)
      for (Cell cell = 0; cell < asking_.space()[axis].size(); ++cell)
        if (narrow(asking_.space()[axis], cell)) find(axis, cell);
  }

 private:
  // A hole: no answer in the cell, for facts for which both neighbours have a value.
  void find(AxisIndex axis, Cell cell) {
    auto hole = intersect(slice(gap_, axis, cell), slice({{asking_.base(), {}}}, axis, cell));
    for (const auto beside : {cell - 1, cell + 1}) hole = asking_.coverage().pruned(intersect(hole, slice(decided_, axis, beside)));
    if (hole.empty()) return;
    auto where = *asking_.coverage().uncovered(hole[0].box, hole[0].holes);
    where.set(axis, {cell, cell + 1});
    report(axis, where);
  }

  void report(AxisIndex axis, const decision::Cube& where) {
    const auto& library = asking_.library();
    decision::Cube only;
    only.set(axis, *where.side(axis));
    const auto rule = rule_beside(axis, where);
    auto& out =
        diagnostics_.add(source::Code::threshold_hole, rule ? library.rules[*rule].name_span : library.measures[asking_.measure()].span,
                         fmt::format("`{}` of {} has a value on both sides of {}, and none there", library.measures[asking_.measure()].name,
                                     asking_.who(), decision::describe(library, asking_.space(), only, {})),
                         "let one of the comparisons include the threshold");
    const auto id = asking_.space()[axis].fact;
    out.witness = asking_.witness(asking_.transaction(where), [&](const auto& facts) {
      const auto verdict = asking_.verdict(facts);
      return facts.contains(id) && verdict.outcome.state == decision::State::unknown && verdict.rules.empty();
    });
  }

  // A rule that answers just below.
  std::optional<model::RuleId> rule_beside(AxisIndex axis, decision::Cube where) const {
    const auto cell = where.side(axis)->first();
    where.set(axis, {cell - 1, cell});
    const auto rules = asking_.verdict(asking_.transaction(where)).rules;
    return rules.empty() ? std::nullopt : std::optional{rules[0]};
  }

  Asking& asking_;
  source::Diagnostics& diagnostics_;
  Region gap_;
  Region decided_;
};

}  // namespace

// W0806: `value < 150 EUR` beside `value > 150 EUR`: facts between two thresholds, no wider than a slip, that no rule answers.
void threshold_holes(Ground& ground, source::Diagnostics& diagnostics) {
  std::set<std::pair<source::Span, std::string>> seen;
  for (const auto& asking : ground.askings())
    ground.within_limits(*asking, diagnostics, [&] {
      source::Diagnostics found;
      Holes{*asking, found}.find();
      for (const auto& one : found.items())
        if (seen.emplace(one.span, asking->library().measures[asking->measure()].name).second) diagnostics.add(one);
    });
}

}  // namespace isonomy::analysis::validation
