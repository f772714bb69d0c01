// SPDX-License-Identifier: Apache-2.0
#include "analysis/changes.h"

#include <algorithm>

#include "analysis/case.h"
#include "analysis/check.h"
#include "analysis/diff.h"
#include "analysis/difference.h"
#include "analysis/meaning.h"
#include "analysis/places.h"
#include "analysis/witness.h"

namespace isonomy::analysis {
namespace {

using decision::Cube;

// Where a membership was another one, the days on which it turned cut the facts too.
std::vector<model::Period> former_memberships(const Versions& versions) {
  std::vector<model::Period> out;
  for (const auto id : versions.base.blocs.ids()) {
    const auto& was = versions.base.blocs[id];
    if (members_text(versions.base, was) == members_text(versions.now, versions.now.blocs[id])) continue;
    for (const auto& one : was.members) out.push_back(one.period);
  }
  return out;
}

decision::Region made_by(const decision::Decision& decision, model::RuleId rule) {
  decision::Region out;
  for (const auto& piece : decision.pieces)
    for (const auto& maker : piece.makers)
      if (maker.rule == rule) out = unite(std::move(out), maker.region);
  return out;
}

// Where rules disagree on which the answer rests, with those rules.
decision::Piece contradiction_in(decision::Compiler& compiler, const decision::Seat& seat, model::MeasureId measure) {
  decision::Piece out;
  for (const auto each : with_asked_when(compiler.library(), measure)) {
    const auto& decision = compiler.decide(seat, each);
    for (const auto& [first, second, of, where] : decision.conflicts) {
      const auto region = compiler.coverage().pruned(intersect(made_by(decision, first), made_by(decision, second)));
      out.makers.push_back({first, region});
      out.makers.push_back({second, region});
      out.region = unite(std::move(out.region), region);
    }
  }
  return out;
}

/// One measure put to one jurisdiction under both versions, over one space of facts.
class TwoDecisions {
 public:
  TwoDecisions(const Versions& versions, model::MeasureId measure, model::End end, model::JurisdictionId who,
               const std::vector<model::Period>& former, const ChangesQuestion& question, source::Diagnostics& diagnostics,
               const std::shared_ptr<decision::Budget>& budget)
      : versions_{versions}, measure_{measure}, seat_{open_seat(versions.now, versions.now.measures[measure].flow, end, who)} {
    decision::SpaceBuilder builder{versions.now};
    for (const auto* library : {&versions.now, &versions.base}) collect_measure(*library, seat_, measure, builder);
    for (const auto& fact : question.given) builder.add(fact);
    for (const auto period : former) builder.add(period);
    decision::collect_open_ends(seat_, builder);
    space_ = builder.build();
    const auto given = given_box(versions.now, space_, seat_, question.given, true, diagnostics);
    if (!given) return;
    base_ = std::make_unique<decision::Compiler>(versions.base, space_, abroad(space_, seat_, *given), budget);
    now_ = std::make_unique<decision::Compiler>(versions.now, space_, abroad(space_, seat_, *given), budget);
  }

  bool valid() const { return now_ != nullptr; }

  /// Rules of the version now that disagree are mistakes.
  bool consistent(source::Diagnostics& diagnostics) {
    bool clean = true;
    for (const auto each : with_asked_when(versions_.now, measure_)) {
      const auto& conflicts = now_->decide(seat_, each).conflicts;
      report_conflicts(versions_.now, space_, conflicts, diagnostics);
      clean = clean && conflicts.empty();
    }
    return clean;
  }

  std::vector<Change> changes() {
    std::vector<Change> out;
    contradiction_ = contradiction_in(*base_, seat_, measure_);
    const auto base = without(base_->decide(seat_, measure_).pieces, contradiction_.region);
    for (const auto& contrast : contrasts(base, now_->decide(seat_, measure_).pieces))
      for (const auto& box : boxes_of(contrast, now_->coverage(), space_, now_->base())) out.push_back(change(contrast, box));
    return out;
  }

 private:
  Pieces without(Pieces pieces, const decision::Region& region) const {
    if (region.empty()) return pieces;
    for (auto& piece : pieces) piece.region = now_->coverage().pruned(subtract(piece.region, region));
    std::erase_if(pieces, [](const decision::Piece& piece) { return piece.region.empty(); });
    return pieces;
  }

  // Silence and the unknown are answers here: what was not known and is now has changed, and what nobody knew before or after has not.
  std::vector<Contrast> contrasts(const Pieces& base, const Pieces& now) const {
    auto found = difference(now_->coverage(), base, now, same_in(versions_.now));
    auto out = std::move(found.differs);
    for (const auto& open : found.open)
      for (const auto* was : open.a)
        for (const auto* is : open.b) {
          if (same_outcome(versions_.now, was->outcome, is->outcome)) continue;
          auto region = now_->coverage().pruned(intersect(open.region, intersect(was->region, is->region)));
          if (!region.empty()) out.push_back({{was}, {is}, std::move(region)});
        }
    for (const auto& is : now) {
      auto mended = now_->coverage().pruned(intersect(contradiction_.region, is.region));
      if (!mended.empty()) out.push_back({{&contradiction_}, {&is}, std::move(mended)});
    }
    return out;
  }

  Change change(const Contrast& contrast, const Cube& box) const {
    const Parties who{seat_.self, {}};
    Change out{measure_, seat_.end, {}, {}, region_words(versions_.now, space_, box, now_->base(), who, days_of(space_, box)), {}, {}};
    out.when = in_one_line(out.region);
    out.base = side(*contrast.a.front(), box);
    out.now = side(*contrast.b.front(), box);
    const auto transaction = decision::transaction_at(versions_.now, space_, typical_point(versions_.now, space_, box, who));
    auto facts = facts_of(contrast, box);
    if (out.base.contradictory) hold(transaction, facts, versions_.base.measures[measure_].name, disagreement());
    else replay(versions_.base, seat_, measure_, out.base.outcome, transaction, facts);
    replay(versions_.now, seat_, measure_, out.now.outcome, transaction, facts);
    out.affected.push_back({seat_.self, facts_in_words(versions_.now, transaction, facts)});
    return out;
  }

  VersionSide side(const decision::Piece& piece, const Cube& box) const {
    VersionSide out{piece.outcome, {}, &piece == &contradiction_};
    for (const auto& maker : piece.makers)
      if (!now_->coverage().apart(box, maker.region)) out.rules.push_back(maker.rule);
    std::sort(out.rules.begin(), out.rules.end());
    out.rules.erase(std::unique(out.rules.begin(), out.rules.end()), out.rules.end());
    return out;
  }

  Shows disagreement() const {
    return [this](const decision::Transaction& told) {
      const auto measures = with_asked_when(versions_.base, measure_);
      return std::any_of(measures.begin(), measures.end(),
                         [&](model::MeasureId each) { return decision::reference::decide(versions_.base, seat_, each, told).conflict; });
    };
  }

  // The facts that the region and the two answers look at.
  Facts facts_of(const Contrast& contrast, const Cube& box) const {
    Facts out{model::fact_id(model::BuiltIn::on)};
    add_facts(space_, box, out);
    add_facts(space_, *contrast.a.front(), out);
    add_facts(space_, *contrast.b.front(), out);
    return out;
  }

  const Versions& versions_;
  model::MeasureId measure_;
  decision::Seat seat_;
  decision::Space space_;
  std::unique_ptr<decision::Compiler> base_;
  std::unique_ptr<decision::Compiler> now_;
  decision::Piece contradiction_;  ///< where the base has no answer
};

bool alike(const model::Library& library, const Change& a, const Change& b) {
  const auto same = [&](const VersionSide& one, const VersionSide& other) {
    return one.rules == other.rules && to_text(library, one) == to_text(library, other);
  };
  return a.measure == b.measure && a.position == b.position && a.when == b.when && same(a.base, b.base) && same(a.now, b.now);
}

// A bloc's rule changes many answers alike; they are told once.
void add_change(const model::Library& library, std::vector<Change>& changes, Change change) {
  const auto it = std::find_if(changes.begin(), changes.end(), [&](const Change& known) { return alike(library, known, change); });
  if (it == changes.end()) changes.push_back(std::move(change));
  else it->affected.push_back(std::move(change.affected.front()));
}

std::vector<model::JurisdictionId> by_name(const model::Library& library) {
  auto out = library.jurisdictions.ids();
  std::sort(out.begin(), out.end(), [&](auto a, auto b) { return library.jurisdictions[a].name < library.jurisdictions[b].name; });
  return out;
}

void compare_versions(const Versions& versions, const ChangesQuestion& question, ChangesAnswer& out) {
  SameRules same{versions};
  const auto budget = std::make_shared<decision::Budget>();
  const auto former = former_memberships(versions);
  const auto jurisdictions = by_name(versions.now);
  for (const auto measure : question.measures)
    for (const auto end : ends_of(versions.now.measures[measure])) {
      std::vector<Change> here;
      for (const auto who : jurisdictions) {
        if (same(who, measure)) continue;
        TwoDecisions both{versions, measure, end, who, former, question, out.diagnostics, budget};
        if (!both.valid()) return;
        if (!both.consistent(out.diagnostics)) continue;
        for (auto& change : both.changes()) add_change(versions.now, here, std::move(change));
      }
      std::move(here.begin(), here.end(), std::back_inserter(out.changes));
    }
}

}  // namespace

std::string to_text(const model::Library& library, const VersionSide& side) {
  return side.contradictory ? std::string{state_of(side)} : to_text(library, side.outcome);
}

std::string_view state_of(const VersionSide& side) { return side.contradictory ? "contradictory" : name_of(side.outcome.state); }

ChangesAnswer changes(const Versions& versions, const ChangesQuestion& question) {
  ChangesAnswer out;
  out.on = fixed_day({{}, question.given, {}});
  out.given = given_words(versions.now, {{}, question.given, {}});
  try {
    compare_versions(versions, question, out);
  } catch (const decision::TooLarge& error) {
    out.diagnostics.add(error.code, {}, error.what(), "give more facts, or ask for fewer measures");
  }
  return out;
}

}  // namespace isonomy::analysis
