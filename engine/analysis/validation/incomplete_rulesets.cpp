// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "analysis/validation/ground.h"
#include "source/codes.h"

namespace isonomy::analysis::validation {
namespace {

using decision::Region;

class Completeness {
 public:
  Completeness(Ground& ground, model::RulesetId id, source::Diagnostics& diagnostics)
      : ground_{ground}, library_{ground.library()}, id_{id}, ruleset_{library_.rulesets[id]}, diagnostics_{diagnostics} {}

  void check() {
    for (const auto measure : library_.measures.ids()) {
      if (library_.measures[measure].domain != ruleset_.domain || !promises(measure)) continue;
      for (const auto jurisdiction : bound()) {
        if (check(measure, jurisdiction)) break;
      }
    }
  }

 private:
  // A country promises every measure of the domain, a bloc those its ruleset says something about.
  bool promises(model::MeasureId measure) const {
    if (std::holds_alternative<model::JurisdictionId>(ruleset_.owner)) return true;
    const auto it = library_.rules_of.find({ruleset_.owner, measure});
    if (it == library_.rules_of.end()) return false;
    return std::any_of(it->second.begin(), it->second.end(), [&](model::RuleId rule) { return library_.rules[rule].ruleset == id_; });
  }

  std::vector<model::JurisdictionId> bound() const {
    if (const auto* self = std::get_if<model::JurisdictionId>(&ruleset_.owner)) return {*self};
    std::vector<model::JurisdictionId> out;
    for (const auto id : library_.jurisdictions.ids())
      if (!days(id).empty()) out.push_back(id);
    return out;
  }

  std::vector<model::Period> days(model::JurisdictionId id) const {
    const auto* bloc = std::get_if<model::BlocId>(&ruleset_.owner);
    return bloc == nullptr ? std::vector<model::Period>{{}} : library_.memberships(*bloc, id);
  }

  bool check(model::MeasureId measure, model::JurisdictionId jurisdiction) {
    bool found = false;
    for (const auto& seat : open_seats(library_, measure, jurisdiction)) {
      Asking asking{library_, seat, measure};
      ground_.within_limits(asking, diagnostics_, [&] { found = report(asking) || found; });
    }
    return found;
  }

  // The facts the ruleset speaks of, from its first complete day on.
  std::vector<decision::Cube> promised(const Asking& asking) const {
    decision::IntervalSet on;
    for (const auto period : days(asking.seat().self)) on = on | asking.space().days(period);
    on = on & asking.space().days({*ruleset_.complete_from, base::last_date()});
    const auto applies = decision::cubes_of(library_, asking.space(), asking.seat(), ruleset_.applies, decision::Reading::surely);
    return decision::product(decision::product({asking.base()}, applies), decision::on_axis(asking.space(), asking.space().on(), on));
  }

  bool report(Asking& asking) {
    const auto gap = asking.coverage().pruned(intersect(asking.unanswered(), decision::region_of(promised(asking))));
    if (gap.empty()) return false;
    const auto boxes = decision::cover(asking.coverage(), asking.space(), asking.base(), gap);
    const auto& name = library_.measures[asking.measure()].name;
    source::Diagnostic out{
        source::Code::incomplete_ruleset,
        ruleset_.span,
        fmt::format("`{}` is complete from {}, but does not answer `{}` of {}: {}", ruleset_.name, base::to_text(*ruleset_.complete_from),
                    name, asking.who(), decision::describe(library_, asking.space(), boxes.at(0), asking.base())),
        fmt::format("add a rule for it; `{} is unknown` says that nobody established the answer", name),
        {},
        {}};
    if (boxes.size() > 1) out.message += fmt::format(" (and {} more)", boxes.size() - 1);
    out.witness = asking.witness(asking.transaction(boxes[0]), [&](const auto& facts) {
      const auto verdict = asking.verdict(facts);
      return verdict.outcome.state == decision::State::unknown && verdict.rules.empty() && dated(facts);
    });
    diagnostics_.add(std::move(out));
    return true;
  }

  static bool dated(const decision::Transaction& facts) { return facts.contains(model::fact_id(model::BuiltIn::on)); }

  Ground& ground_;
  const model::Library& library_;
  model::RulesetId id_;
  const model::Ruleset& ruleset_;
  source::Diagnostics& diagnostics_;
};

}  // namespace

// E0801: facts that a ruleset with `complete from` leaves without an answer.
void incomplete_rulesets(Ground& ground, source::Diagnostics& diagnostics) {
  const auto& library = ground.library();
  for (const auto id : library.rulesets.ids())
    if (library.rulesets[id].complete_from && ground.judges(library.rulesets[id].span)) Completeness{ground, id, diagnostics}.check();
}

}  // namespace isonomy::analysis::validation
