// SPDX-License-Identifier: Apache-2.0
#include "analysis/audit.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>

#include "analysis/case.h"
#include "analysis/check.h"
#include "analysis/diff.h"
#include "analysis/layers.h"
#include "analysis/pairing.h"
#include "model/print.h"

namespace isonomy::analysis {
namespace {

using decision::State;
using model::Direction;
using model::Relation;
using model::Truth;

class Auditor {
 public:
  Auditor(const model::Library& library, const AuditQuestion& question, AuditAnswer& out)
      : library_{library}, question_{question}, out_{out} {}

  void run() {
    for (const auto measure : question_.measures)
      for (const auto end : ends_of(library_.measures[measure])) {
        audit(measure, end);
        if (question_.against.valid()) compare(measure, end);
      }
    contradictions();
    judge_rules();
  }

 private:
  decision::Seat seat(model::MeasureId measure, model::End end) const {
    return open_seat(library_, library_.measures[measure].flow, end, question_.who);
  }

  // --- coverage -------------------------------------------------------------------------------------

  void audit(model::MeasureId measure, model::End end) {
    const auto at = seat(measure, end);
    Case of{library_, Asked{{at, measure}}, nullptr, question_.given, out_.diagnostics, budget_};
    if (!of.valid()) return;
    out_.measures.push_back({measure, end, Extent::answered, {}, {}});
    auto& one = out_.measures.back();
    if (!consistent(of, at, measure)) {
      one.extent = Extent::contradictory;
      return;
    }
    const auto& decision = of.now().decide(at, measure);
    for (const auto& piece : decision.pieces)
      for (const auto& maker : piece.makers) deciding_.insert(maker.rule);
    for (auto& region : regions_of(of, decision)) {
      if (region.outcome.state == State::silent) one.silent.push_back(std::move(region));
      else if (region.outcome.state == State::unknown) one.unknown.push_back(std::move(region));
    }
    one.extent = extent_of(decision);
  }

  static Extent extent_of(const decision::Decision& decision) {
    const auto is = [](State state) { return [state](const decision::Piece& piece) { return piece.outcome.state == state; }; };
    const auto& pieces = decision.pieces;
    const auto open =
        std::count_if(pieces.begin(), pieces.end(), is(State::silent)) + std::count_if(pieces.begin(), pieces.end(), is(State::unknown));
    if (open == 0) return Extent::answered;
    if (open < std::ssize(pieces)) return Extent::partly;
    return std::all_of(pieces.begin(), pieces.end(), is(State::silent)) ? Extent::silent : Extent::unknown;
  }

  bool consistent(Case& of, const decision::Seat& at, model::MeasureId measure) {
    bool clean = true;
    for (const auto each : with_asked_when(library_, measure))
      for (const auto& conflict : of.now().decide(at, each).conflicts) {
        clean = false;
        if (each == measure) note(of, at, conflict);
      }
    if (!clean) contradictory_.insert(measure);
    return clean;
  }

  void note(Case& of, const decision::Seat& at, const decision::Conflict& conflict) {
    const auto point = typical_point(library_, of.space(), conflict.where, {at.self, {}});
    Inconsistency found{conflict.measure, at.end, conflict.first, conflict.second, {}};
    for (const auto& [fact, value] : decision::transaction_at(library_, of.space(), point))
      found.witness[library_.facts[fact].name] = model::to_text(value, library_);
    out_.inconsistencies.push_back(std::move(found));
    deciding_.insert(conflict.first);
    deciding_.insert(conflict.second);
  }

  // --- its own measures against each other ------------------------------------------------------------

  // A clash that looks at several measures, all of which the country is asked at one end of the route, can be held against it alone.
  void contradictions() {
    for (const auto id : library_.clashes.ids()) {
      const auto& clash = library_.clashes[id];
      if (clash.kind == model::ClashKind::block) continue;
      for (const bool origin : {true, false})
        if (hold(id, origin)) break;
    }
  }

  bool hold(model::ClashId id, bool origin) {
    const auto sides = sides_at(library_.clashes[id], question_.who, origin);
    std::set<model::MeasureId> measures;
    for (const auto& [where, measure] : sides) measures.insert(measure);
    const bool asked = std::any_of(measures.begin(), measures.end(), [&](model::MeasureId measure) {
      return std::find(question_.measures.begin(), question_.measures.end(), measure) != question_.measures.end();
    });
    const bool blurred = std::any_of(measures.begin(), measures.end(), [&](auto measure) { return contradictory_.contains(measure); });
    if (measures.size() < 2 || !asked || blurred) return false;
    auto found = clash_with_itself(library_, id, sides, question_.given, out_.diagnostics, budget_);
    const bool any = !found.empty();
    for (auto& one : found) out_.contradictions.push_back(std::move(one));
    return any;
  }

  // Nothing if one of the measures is not asked there.
  Asked sides_at(const model::Clash& clash, model::JurisdictionId who, bool origin) const {
    Asked out;
    bool all = true;
    const auto add = [&](const model::MeasureRef& ref) {
      const auto& measure = library_.measures[ref.measure];
      const auto end = library_.flows[measure.flow].outward == origin ? model::End::sender : model::End::receiver;
      const auto at = open_seat(library_, measure.flow, end, who);
      all = all && ref.place != model::Place::carrier && decision::asked_at(measure, at);
      if (std::find(out.begin(), out.end(), std::pair{at, ref.measure}) == out.end()) out.emplace_back(at, ref.measure);
    };
    visit_measures(clash.when, add);
    return all ? out : Asked{};
  }

  static void visit_measures(const model::Condition& condition, const std::function<void(const model::MeasureRef&)>& visit) {
    if (condition.kind == model::Condition::Kind::test) {
      if (const auto* left = std::get_if<model::MeasureRef>(&condition.test.left)) visit(*left);
      if (condition.test.right) visit(*condition.test.right);
    }
    for (const auto& part : condition.parts) visit_measures(part, visit);
  }

  // --- rules ------------------------------------------------------------------------------------------

  void judge_rules() {
    std::set<model::Owner> recording;
    for (const auto& rule : library_.rules)
      if (!rule.implemented_by.empty()) recording.insert(library_.rulesets[rule.ruleset].owner);
    for (const auto id : deciding_) {
      const auto& rule = library_.rules[id];
      if (rule.implemented_by.empty())
        (recording.contains(library_.rulesets[rule.ruleset].owner) ? out_.paper : out_.without_record).push_back(id);
      const auto checked = last_checked(rule);
      if (!checked) out_.unverified.push_back(id);
      else if (question_.day.days - checked->days > question_.stale_after) out_.stale.push_back(id);
    }
  }

  // --- the benchmark ----------------------------------------------------------------------------------

  void compare(model::MeasureId measure, model::End end) {
    Pairing pairing{library_, measure, end, question_.who, question_.against, question_.given, out_.diagnostics, budget_};
    if (!pairing.valid() || !pairing.conflicts().empty()) return;
    Standing out{measure, end};
    const auto& difference = pairing.difference(Pairing::When::now);
    for (const auto& contrast : difference.differs) {
      const auto& a = contrast.a[0]->outcome;
      const auto& b = contrast.b[0]->outcome;
      const auto direction = library_.measures[measure].direction;
      const bool less = below(a, b);
      const bool more = below(b, a);
      if (direction == Direction::neutral || less == more) out.otherwise = true;
      else if (less == (direction == Direction::higher)) out.behind = true;
      else out.ahead = true;
    }
    for (const auto& contrast : difference.open) {
      const auto open = [](const decision::Piece* piece) {
        return piece->outcome.state == State::silent || piece->outcome.state == State::unknown;
      };
      if (open(contrast.a[0]) && !open(contrast.b[0])) out.missing = true;
      else out.open = true;
    }
    out_.standings.push_back(out);
  }

  bool below(const decision::Outcome& a, const decision::Outcome& b) const {
    if (a.state != State::decided || b.state != State::decided) return false;
    if (std::holds_alternative<model::SetOf>(a.value)) return truth_of(library_, b, Relation::includes_all, a) == Truth::yes;
    return truth_of(library_, a, Relation::less, b) == Truth::yes;
  }

  const model::Library& library_;
  const AuditQuestion& question_;
  AuditAnswer& out_;
  std::shared_ptr<decision::Budget> budget_ = std::make_shared<decision::Budget>();
  std::set<model::RuleId> deciding_;
  std::set<model::MeasureId> contradictory_;
};

}  // namespace

std::string_view name_of(Extent extent) {
  constexpr std::array<std::string_view, 5> names{"answered", "partly", "silent", "unknown", "contradictory"};
  return names[static_cast<std::size_t>(extent)];
}

std::optional<base::Date> last_checked(const model::Rule& rule) {
  std::optional<base::Date> out;
  for (const auto& source : rule.sources)
    if (source.checked && (!out || *out < *source.checked)) out = source.checked;
  return out;
}

bool AuditAnswer::faults() const {
  const bool gaps = std::any_of(measures.begin(), measures.end(), [](const MeasureAudit& one) { return one.extent != Extent::answered; });
  return gaps || !inconsistencies.empty() || !contradictions.empty() || !paper.empty() || !unverified.empty() || !stale.empty();
}

AuditAnswer audit(const model::Library& library, const AuditQuestion& question) {
  AuditAnswer out;
  out.who = question.who;
  out.against = question.against;
  out.on = fixed_day({{}, question.given, {}});
  out.given = given_words(library, {{}, question.given, {}});
  out.stale_after = question.stale_after;
  try {
    Auditor{library, question, out}.run();
  } catch (const decision::TooLarge& error) {
    out.diagnostics.add(error.code, {}, error.what(), "give more facts, or ask for fewer measures");
  }
  return out;
}

}  // namespace isonomy::analysis
