// SPDX-License-Identifier: Apache-2.0
#include "analysis/timeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <stdexcept>

#include "analysis/check.h"
#include "analysis/diff.h"
#include "analysis/gaps.h"
#include "analysis/layers.h"
#include "analysis/pairing.h"
#include "decision/reference.h"

namespace isonomy::analysis {
namespace {

using decision::Cube;
using decision::Point;
using When = Pairing::When;

/// One difference, clash or gap, followed through the days.
struct Track {
  Topic topic;
  Finding like;  ///< what all its events have in common
  Asked sides;
  const decision::Space& space;
  const decision::Coverage& coverage;
  Cube base;
  Parties parties;
  std::vector<Layer> layers;
  std::function<std::vector<Layer>()> ever;  ///< the same with all days, for first and last days
  std::function<decision::Transaction(std::size_t side, const Point&)> transaction;
};

bool open_ended(base::Date day) { return day == base::first_date() || day == base::last_date(); }

class TrackFollower {
 public:
  TrackFollower(const model::Library& library, const Track& track, model::Period window, std::vector<Event>& out)
      : library_{library}, track_{track}, window_{window}, out_{out} {
    const auto add = [&](const Cube& cube) {
      for (const auto& [axis, cells] : cube.sides()) facts_.insert(track.space[axis].fact);
    };
    add(track.base);
    facts_.insert(model::fact_id(model::BuiltIn::on));
    for (const auto& layer : track.layers) each_cube(layer.region, add);
  }

  void follow() {
    for (const auto& turn : turns(track_.coverage, track_.space, track_.base, track_.layers, window_)) add(turn);
  }

 private:
  base::Date first_day(decision::Cell cell) const {
    return {static_cast<std::int32_t>(numerator(track_.space[track_.space.on()].cuts[cell - 1].boundary.at))};
  }

  void add(const Turn& turn) {
    Event event;
    event.date = first_day(turn.cell);
    event.kind = !turn.before ? EventKind::opens : turn.after ? EventKind::changes : EventKind::closes;
    event.topic = track_.topic;
    event.finding = track_.like;
    const auto on = track_.space.on();
    const auto cell = turn.after ? turn.cell : turn.cell - 1;
    auto dated = turn.box;
    dated.set(on, {cell, cell + 1});
    auto dateless = track_.base;
    dateless.drop(on);
    event.finding.region = region_words(library_, track_.space, turn.box, dateless, track_.parties, days_of(track_.space, dated));
    event.finding.when = in_one_line(event.finding.region);
    const auto point = typical_point(library_, track_.space, dated, track_.parties);
    answers(turn, point, event);
    days(dated, point, event.finding);
    out_.push_back(std::move(event));
  }

  void answers(const Turn& turn, Point point, Event& event) {
    const auto day = event.date;
    for (std::size_t i = 0; i < track_.sides.size(); ++i) {
      const auto& [seat, measure] = track_.sides[i];
      auto facts = track_.transaction(i, point);
      const auto on = [&](base::Date when) {
        facts[model::fact_id(model::BuiltIn::on)] = model::Scalar{when};
        return decision::reference::decide(library_, seat, measure, facts);
      };
      const auto before = on({day.days - 1});
      const auto after = on(day);
      check(turn.before, i, before.outcome);
      check(turn.after, i, after.outcome);
      event.before.push_back(before.outcome);
      event.after.push_back(after.outcome);
      const auto& shown = turn.after ? after : before;
      event.finding.sides.push_back({seat.self, measure, shown.outcome, shown.rules});
      for (const auto* verdict : {&before, &after})
        event.announced.insert(event.announced.end(), verdict->rules.begin(), verdict->rules.end());
      if (i > 0) continue;
      facts[model::fact_id(model::BuiltIn::on)] = model::Scalar{turn.after ? day : base::Date{day.days - 1}};
      for (const auto fact : facts_) event.finding.witness[library_.facts[fact].name] = model::to_text(facts.at(fact), library_);
    }
  }

  void check(std::optional<std::size_t> layer, std::size_t side, const decision::Outcome& judged) const {
    if (layer && !same_outcome(library_, track_.layers[*layer].outcomes[side], judged))
      throw std::logic_error{"the witness of " + track_.like.id + " does not replay"};
  }

  void days(const Cube& dated, const Point& point, Finding& finding) {
    if (!ever_) ever_ = track_.ever();
    const auto here = std::find_if(ever_->begin(), ever_->end(), [&](const Layer& layer) { return contains(layer.region, point); });
    const auto region = here == ever_->end() ? decision::Region{} : here->region;
    const auto period = days_throughout(track_.coverage, track_.space, dated, region);
    if (!open_ended(period.from)) finding.from = period.from;
    if (!open_ended(period.through)) finding.until = period.through;
  }

  const model::Library& library_;
  const Track& track_;
  model::Period window_;
  std::vector<Event>& out_;
  std::set<model::FactId> facts_;
  std::optional<std::vector<Layer>> ever_;
};

/// All tracks of a question over one library, which may be one in which announced rules decide.
class Follower {
 public:
  Follower(const model::Library& library, const TimelineQuestion& question, source::Diagnostics& diagnostics)
      : library_{library}, question_{question}, diagnostics_{diagnostics}, facts_{question.given} {
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

  void follow(const Track& track) { TrackFollower{library_, track, question_.window, out_}.follow(); }

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
    Case of{library_, question_.stops, facts_, diagnostics_};
    if (!of.valid()) return;
    for (const auto& clash : clashes_on(of)) follow_clash(of, clash);
    for (const auto& seat : of.seats())
      for (const auto id : commitments_at(library_, seat)) follow_commitment(of, seat, id);
  }

  void follow_clash(Case& of, const ClashAt& at) {
    const bool asked = std::any_of(at.sides.begin(), at.sides.end(), [&](const auto& side) { return wanted(side.second); });
    if (!asked || !consistent(of, at.sides)) return;
    const auto& clash = library_.clashes[at.clash];
    Finding like;
    like.id = at.id;
    like.kind = clash.kind == model::ClashKind::silence ? FindingKind::silence : static_cast<FindingKind>(clash.kind);
    like.severity = clash.severity;
    like.clash = clash.name;
    like.label = clash.label;
    like.flow = clash.flow;
    like.sources = clash.sources;
    like.remedy = clash.remedy;
    like.span = clash.span;
    auto track = track_of(of, clash.kind == model::ClashKind::block ? Topic::block : Topic::clash, std::move(like), at.sides);
    track.layers = layers_of(of, of.now(), at);
    track.ever = [&] { return layers_of(of, of.ever(), at); };
    follow(track);
  }

  void follow_commitment(Case& of, const decision::Seat& seat, model::CommitmentId id) {
    const auto& commitment = library_.commitments[id];
    const auto measure = std::get<model::MeasureRef>(commitment.bound.left).measure;
    const Asked sides{{seat, measure}};
    if (!wanted(measure) || !consistent(of, sides)) return;
    Finding like;
    like.id = fmt::format("{}:{}", commitment.name, library_.jurisdictions[seat.self].name);
    if (library_.measures[measure].end == model::End::both && question_.bloc.valid()) like.id += "@" + position_name(seat.end);
    like.kind = FindingKind::gap;
    like.severity = commitment.severity;
    like.clash = commitment.name;
    like.label = commitment.label;
    like.flow = seat.flow;
    like.sources = commitment.sources;
    like.span = commitment.span;
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
          Case of{library_, seat, measure, facts_, diagnostics_};
          if (of.valid()) follow_commitment(of, seat, id);
        }
    }
  }

  // --- two ends -----------------------------------------------------------------------------------

  void follow_differences() {
    for (const auto measure : question_.measures)
      for (const auto end : ends_of(library_.measures[measure])) {
        Pairing pairing{library_, measure, end, question_.stops.front(), question_.stops.back(), facts_, diagnostics_};
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
  std::vector<model::Test> facts_;
  std::vector<Event> out_;
  std::vector<decision::Conflict> conflicts_;
};

// A copy in which announced rules with a known first day decide.
model::Library with_announced(model::Library library) {
  for (auto& rule : library.rules) rule.status = model::Status::in_force;
  return library;
}

/// The rules that do not decide, of everybody whose law binds those asked.
class Announcements {
 public:
  Announcements(const model::Library& library, const TimelineQuestion& question) : library_{library}, question_{question} {}

  std::vector<Announcement> list() {
    for (const auto who : question_.bloc.valid() ? members_of(library_, question_.bloc) : question_.stops) {
      for (const auto id : library_.lineage(who)) of(id);
      for (const auto bloc : library_.blocs.ids())
        if (library_.blocs[bloc].legislates && !library_.memberships(bloc, who).empty()) of(bloc);
    }
    std::sort(out_.begin(), out_.end(), [](const auto& a, const auto& b) { return a.rule < b.rule; });
    return std::move(out_);
  }

 private:
  void of(const model::Owner& owner) {
    for (const auto measure : question_.measures) {
      const auto it = library_.rules_of.find({owner, measure});
      if (it == library_.rules_of.end()) continue;
      for (const auto id : it->second) add(id);
    }
  }

  void add(model::RuleId id) {
    const auto& rule = library_.rules[id];
    if (rule.decides() || std::any_of(out_.begin(), out_.end(), [&](const auto& one) { return one.rule == id; })) return;
    const bool known = !rule.start_unknown && rule.period.from != base::first_date();
    out_.push_back({id, known ? std::optional{rule.period.from} : std::nullopt, {}});
  }

  const model::Library& library_;
  const TimelineQuestion& question_;
  std::vector<Announcement> out_;
};

void note_contradictions(const std::vector<decision::Conflict>& conflicts, std::vector<Announcement>& rules) {
  for (auto& one : rules)
    for (const auto& conflict : conflicts) {
      if (conflict.first != one.rule && conflict.second != one.rule) continue;
      const auto other = conflict.first == one.rule ? conflict.second : conflict.first;
      if (std::find(one.contradicts.begin(), one.contradicts.end(), other) == one.contradicts.end()) one.contradicts.push_back(other);
    }
}

// What rests on law that is not in force, and on which.
void keep_announced(const model::Library& library, std::vector<Event>& events) {
  for (auto& event : events) {
    std::erase_if(event.announced, [&](model::RuleId id) { return library.rules[id].decides(); });
    std::sort(event.announced.begin(), event.announced.end());
    event.announced.erase(std::unique(event.announced.begin(), event.announced.end()), event.announced.end());
  }
  std::erase_if(events, [](const Event& event) { return event.announced.empty(); });
}

bool earlier(const Event& a, const Event& b) {
  const auto rank = [](Topic topic) { return std::array{3, 0, 1, 2}[static_cast<std::size_t>(topic)]; };
  return std::pair{a.date, rank(a.topic)} < std::pair{b.date, rank(b.topic)};
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
    out.events = Follower{library, question, out.diagnostics}.events();
    if (out.diagnostics.has_errors()) return out;
    for (auto& event : out.events) event.announced.clear();
    out.rules = Announcements{library, question}.list();
    const auto assumed = with_announced(library);
    source::Diagnostics ignored;  // law that does not bind yet may contradict; that is listed with the rules
    Follower follower{assumed, question, ignored};
    if (!out.rules.empty()) out.announced = follower.events();
    note_contradictions(follower.conflicts(), out.rules);
    keep_announced(library, out.announced);
  } catch (const decision::TooLarge& error) {
    out.diagnostics.add(error.code, {}, error.what(), "give more facts, or ask for fewer measures");
  }
  std::stable_sort(out.events.begin(), out.events.end(), earlier);
  std::stable_sort(out.announced.begin(), out.announced.end(), earlier);
  return out;
}

}  // namespace isonomy::analysis
