// SPDX-License-Identifier: Apache-2.0
#include "analysis/track.h"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "decision/reference.h"

namespace isonomy::analysis {
namespace {

using decision::Cube;
using decision::Point;

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

  void answers(const Turn& turn, const Point& point, Event& event) {
    const auto day = event.date;
    for (std::size_t i = 0; i < track_.sides.size(); ++i) {
      const auto& seat = track_.sides[i].first;
      const auto& measure = track_.sides[i].second;
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

}  // namespace

void follow(const model::Library& library, const Track& track, model::Period window, std::vector<Event>& out) {
  TrackFollower{library, track, window, out}.follow();
}

}  // namespace isonomy::analysis
