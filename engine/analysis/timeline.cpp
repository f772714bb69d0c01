// SPDX-License-Identifier: Apache-2.0
#include "analysis/timeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "analysis/announced.h"
#include "analysis/check.h"
#include "analysis/diff.h"
#include "analysis/gaps.h"
#include "analysis/layers.h"
#include "analysis/pairing.h"
#include "analysis/track.h"

namespace isonomy::analysis {
namespace {

using decision::Point;
using When = Pairing::When;

/// All tracks of a question over one library, which may be one in which announced rules decide.
class Follower {
 public:
  Follower(const model::Library& library, const TimelineQuestion& question, source::Diagnostics& diagnostics,
           std::shared_ptr<decision::Budget> budget)
      : library_{library}, question_{question}, diagnostics_{diagnostics}, budget_{std::move(budget)}, facts_{question.given} {
    // The day before the window is looked at too, so that its first day can turn something.
    const base::Date eve{question.window.from.days - 1};
    facts_.push_back({model::fact_id(model::BuiltIn::on),
                      model::Relation::in,
                      {{model::Scalar{eve}, model::Scalar{question.window.through}}},
                      false,
                      {},
                      {}});
  }

  std::vector<Event> events() {
    if (question_.bloc.valid()) follow_bloc();
    else follow_route();
    if (question_.differences) follow_differences();
    return std::move(out_);
  }

  const std::vector<decision::Conflict>& conflicts() const { return conflicts_; }

 private:
  bool wanted(model::MeasureId measure) const {
    return std::find(question_.measures.begin(), question_.measures.end(), measure) != question_.measures.end();
  }

  void follow(const Track& track) { analysis::follow(library_, track, question_.window, out_); }

  bool consistent(Case& of, const Asked& sides) {
    bool clean = true;
    for (const auto& [seat, measure] : sides)
      for (const auto each : with_asked_when(library_, measure)) {
        const auto& conflicts = of.now().decide(seat, each).conflicts;
        report_conflicts(library_, of.space(), conflicts, diagnostics_);
        conflicts_.insert(conflicts_.end(), conflicts.begin(), conflicts.end());
        clean = clean && conflicts.empty();
      }
    return clean;
  }

  Track track_of(Case& of, Topic topic, Finding like, Asked sides) {
    return {topic,
            std::move(like),
            std::move(sides),
            of.space(),
            of.now().coverage(),
            of.now().base(),
            {of.seats().front().self, {}},
            {},
            {},
            [&of](std::size_t, const Point& point) { return decision::transaction_at(of.library(), of.space(), point); }};
  }

  // --- a route ------------------------------------------------------------------------------------

  void follow_route() {
    Case of{library_, question_.stops, facts_, diagnostics_, budget_};
    if (!of.valid()) return;
    for (const auto& clash : clashes_on(of)) follow_clash(of, clash);
    for (const auto& seat : of.seats())
      for (const auto id : commitments_at(library_, seat)) follow_commitment(of, seat, id);
  }

  void follow_clash(Case& of, const ClashAt& at) {
    const bool asked = std::any_of(at.sides.begin(), at.sides.end(), [&](const auto& side) { return wanted(side.second); });
    if (!asked || !consistent(of, at.sides)) return;
    const auto& clash = library_.clashes[at.clash];
    auto track = track_of(of, clash.kind == model::ClashKind::block ? Topic::block : Topic::clash, finding_of(clash, at.id), at.sides);
    track.layers = layers_of(of, of.now(), at);
    track.ever = [&] { return layers_of(of, of.ever(), at); };
    follow(track);
  }

  void follow_commitment(Case& of, const decision::Seat& seat, model::CommitmentId id) {
    const auto& commitment = library_.commitments[id];
    const auto measure = std::get<model::MeasureRef>(commitment.bound.left).measure;
    const Asked sides{{seat, measure}};
    if (!wanted(measure) || !consistent(of, sides)) return;
    auto like = finding_of(library_, commitment, seat);
    if (library_.measures[measure].end == model::End::both && question_.bloc.valid()) like.id += "@" + position_name(seat.end);
    auto track = track_of(of, Topic::gap, std::move(like), sides);
    track.layers = layers_of(of, of.now(), seat, id);
    track.ever = [&] { return layers_of(of, of.ever(), seat, id); };
    follow(track);
  }

  // --- a bloc -------------------------------------------------------------------------------------

  void follow_bloc() {
    for (const auto id : library_.commitments.ids()) {
      const auto& commitment = library_.commitments[id];
      const auto measure = std::get<model::MeasureRef>(commitment.bound.left).measure;
      if (commitment.bloc != question_.bloc || !wanted(measure)) continue;
      for (const auto member : members_of(library_, question_.bloc))
        for (const auto end : ends_of(library_.measures[measure])) {
          const auto seat = open_seat(library_, library_.measures[measure].flow, end, member);
          Case of{library_, Asked{{seat, measure}}, nullptr, facts_, diagnostics_, budget_};
          if (of.valid()) follow_commitment(of, seat, id);
        }
    }
  }

  // --- two ends -----------------------------------------------------------------------------------

  void follow_differences() {
    for (const auto measure : question_.measures)
      for (const auto end : ends_of(library_.measures[measure])) {
        Pairing pairing{library_, measure, end, question_.stops.front(), question_.stops.back(), facts_, diagnostics_, budget_};
        if (pairing.valid()) follow_difference(pairing);
      }
  }

  static std::vector<Layer> layers_of_difference(Pairing& pairing, When when) {
    std::vector<Layer> out;
    for (const auto& contrast : pairing.difference(when).differs)
      out.push_back({{contrast.a[0]->outcome, contrast.b[0]->outcome}, contrast.region});
    return out;
  }

  void follow_difference(Pairing& pairing) {
    const auto conflicts = pairing.conflicts();
    report_conflicts(library_, pairing.space(), conflicts, diagnostics_);
    conflicts_.insert(conflicts_.end(), conflicts.begin(), conflicts.end());
    if (!conflicts.empty()) return;
    const auto& a = pairing.seat_a();
    const auto& b = pairing.seat_b();
    const auto& measure = library_.measures[pairing.measure()];
    Finding like;
    like.id = fmt::format("difference:{}@{}:{}-{}", measure.name, position_name(a.end), library_.jurisdictions[a.self].name,
                          library_.jurisdictions[b.self].name);
    like.kind = FindingKind::divergence;
    like.severity = model::Severity::note;
    like.label = measure.label;
    like.flow = measure.flow;
    like.span = measure.span;
    const Track track{Topic::difference,
                      std::move(like),
                      {{a, pairing.measure()}, {b, pairing.measure()}},
                      pairing.space(),
                      pairing.coverage(),
                      pairing.base(When::now),
                      {a.self, b.self},
                      layers_of_difference(pairing, When::now),
                      [&pairing] { return layers_of_difference(pairing, When::ever); },
                      [&pairing](std::size_t side, const Point& point) {
                        return side == 0 ? pairing.transaction_a(point) : pairing.transaction_b(point);
                      }};
    follow(track);
  }

  const model::Library& library_;
  const TimelineQuestion& question_;
  source::Diagnostics& diagnostics_;
  std::shared_ptr<decision::Budget> budget_;
  std::vector<model::Test> facts_;
  std::vector<Event> out_;
  std::vector<decision::Conflict> conflicts_;
};

void try_announced(const model::Library& library, const TimelineQuestion& question, const std::shared_ptr<decision::Budget>& budget,
                   TimelineAnswer& out) {
  const auto assumed = with_announced(library);
  source::Diagnostics ignored;  // law that does not bind yet may contradict; that is listed with the rules
  Follower follower{assumed, question, ignored, budget};
  out.announced = follower.events();
  note_contradictions(follower.conflicts(), out.rules);
  keep_announced(library, out.announced);
}

int rank(Topic topic) { return std::array{3, 0, 1, 2}[static_cast<std::size_t>(topic)]; }

bool earlier(const Event& a, const Event& b) { return std::pair{a.date, rank(a.topic)} < std::pair{b.date, rank(b.topic)}; }

int importance(const model::Library& library, const Event& event) {
  int out = 0;
  for (const auto& side : event.finding.sides) out = std::max(out, library.measures[side.measure].importance);
  return out;
}

}  // namespace

std::string_view name_of(EventKind kind) { return kind == EventKind::opens ? "opens" : kind == EventKind::changes ? "changes" : "closes"; }

std::string_view name_of(Topic topic) {
  constexpr std::array<std::string_view, 4> names{"difference", "block", "clash", "gap"};
  return names[static_cast<std::size_t>(topic)];
}

TimelineAnswer timeline(const model::Library& library, const TimelineQuestion& question) {
  TimelineAnswer out{question.stops, question.bloc, question.window, given_words(library, {{}, question.given, {}}), {}, {}, {}, {}};
  try {
    const auto budget = std::make_shared<decision::Budget>();
    out.events = Follower{library, question, out.diagnostics, budget}.events();
    if (out.diagnostics.has_errors()) return out;
    for (auto& event : out.events) event.announced.clear();
    out.rules = announcements(library, question);
    if (!out.rules.empty()) try_announced(library, question, budget, out);
  } catch (const decision::TooLarge& error) {
    out.diagnostics.add(error.code, {}, error.what(), "give more facts, or ask for fewer measures");
  }
  std::stable_sort(out.events.begin(), out.events.end(), earlier);
  std::stable_sort(out.announced.begin(), out.announced.end(), earlier);
  return out;
}

std::vector<const Event*> weightiest(const model::Library& library, const std::vector<Event>& events, std::size_t most) {
  std::vector<const Event*> out;
  for (const auto& event : events) out.push_back(&event);
  if (out.size() <= most) return out;
  const auto weight = [&](const Event* one) {
    return std::tuple{-static_cast<int>(one->finding.severity), rank(one->topic), -importance(library, *one), one->date};
  };
  std::stable_sort(out.begin(), out.end(), [&](const Event* a, const Event* b) { return weight(a) < weight(b); });
  out.resize(most);
  std::sort(out.begin(), out.end());  // the events are in order
  return out;
}

}  // namespace isonomy::analysis
