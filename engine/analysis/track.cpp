// SPDX-License-Identifier: Apache-2.0
#include "analysis/track.h"

#include <algorithm>

#include "analysis/witness.h"

namespace isonomy::analysis {
namespace {

using decision::Cube;
using decision::Point;
using decision::reference::Verdict;

bool open_ended(base::Date day) { return day == base::first_date() || day == base::last_date(); }

class TrackFollower {
 public:
  TrackFollower(const model::Library& library, const Track& track, model::Period window, std::vector<Event>& out)
      : library_{library}, track_{track}, window_{window}, out_{out} {
    facts_.insert(model::fact_id(model::BuiltIn::on));
    add_facts(track.space, track.base, facts_);
    for (const auto& layer : track.layers) each_cube(layer.region, [&](const Cube& cube) { add_facts(track.space, cube, facts_); });
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
    const base::Date eve{day.days - 1};
    auto facts = facts_;
    for (std::size_t i = 0; i < track_.sides.size(); ++i) {
      const auto before = answer(turn.before, i, transaction(i, point, eve), facts);
      const auto after = answer(turn.after, i, transaction(i, point, day), facts);
      event.before.push_back(before.outcome);
      event.after.push_back(after.outcome);
      const auto& shown = turn.after ? after : before;
      event.finding.sides.push_back({track_.sides[i].first.self, track_.sides[i].second, shown.outcome, shown.rules});
      for (const auto* verdict : {&before, &after})
        event.announced.insert(event.announced.end(), verdict->rules.begin(), verdict->rules.end());
    }
    event.finding.witness = facts_in_words(library_, transaction(0, point, turn.after ? day : eve), facts);
  }

  decision::Transaction transaction(std::size_t side, const Point& point, base::Date day) const {
    auto out = track_.transaction(side, point);
    out[model::fact_id(model::BuiltIn::on)] = model::Scalar{day};
    return out;
  }

  // What a side answers; if there is a layer, as that has it.
  Verdict answer(std::optional<std::size_t> layer, std::size_t side, const decision::Transaction& transaction, Facts& facts) const {
    const auto& [seat, measure] = track_.sides[side];
    const auto outcome =
        layer ? track_.layers[*layer].outcomes[side] : decision::reference::decide(library_, seat, measure, transaction).outcome;
    return replay(library_, seat, measure, outcome, transaction, facts);
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
  Facts facts_;
  std::optional<std::vector<Layer>> ever_;
};

}  // namespace

void follow(const model::Library& library, const Track& track, model::Period window, std::vector<Event>& out) {
  TrackFollower{library, track, window, out}.follow();
}

}  // namespace isonomy::analysis
