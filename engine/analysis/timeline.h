// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/answer.h"

namespace isonomy::analysis {

/// What is followed over time: a route, with or without the differences between its ends, or a bloc.
struct TimelineQuestion {
  std::vector<model::JurisdictionId> stops;  ///< clashes, blocks and gaps on this route; empty for a bloc
  bool differences = false;                  ///< also where the first and the last stop answer differently
  model::BlocId bloc;                        ///< gaps of its members; invalid for a route
  model::Period window;                      ///< first and last day of interest
  std::vector<model::MeasureId> measures;    ///< findings that look at none of them are left out
  std::vector<model::Test> given;            ///< without a date
};

enum class EventKind : std::uint8_t { opens, changes, closes };
enum class Topic : std::uint8_t { difference, block, clash, gap };
std::string_view name_of(EventKind kind);
std::string_view name_of(Topic topic);

/// What happens on one day to the facts of one region. An event closes on the first day on which the finding no longer holds.
struct Event {
  base::Date date;
  EventKind kind = EventKind::opens;
  Topic topic = Topic::difference;
  Finding finding;                        ///< as of that day; where it closes, as of the day before
  std::vector<decision::Outcome> before;  ///< what each side answers on the day before, and on that day
  std::vector<decision::Outcome> after;
  std::vector<model::RuleId> announced;  ///< rules not in force on which it rests; empty for law in force
};

/// A rule that is adopted or proposed, on measures that were asked about.
struct Announcement {
  model::RuleId rule;
  std::optional<base::Date> from;          ///< absent if its first day is not known
  std::vector<model::RuleId> contradicts;  ///< rules that answer otherwise for the same facts and that it does not override
};

struct TimelineAnswer {
  std::vector<model::JurisdictionId> stops;
  model::BlocId bloc;
  model::Period window;
  std::vector<std::pair<std::string, std::string>> given;
  std::vector<Event> events;        ///< by day; on one day blocks and clashes, gaps, then differences
  std::vector<Event> announced;     ///< what would happen if announced law came into force as announced; decides nothing today
  std::vector<Announcement> rules;  ///< all announced rules of those asked, whether or not they turn anything
  source::Diagnostics diagnostics;  ///< if they hold an error, there is no answer
};

/// The exact days of the window on which a difference, block, clash or gap opens, changes or closes, each with the region of facts to
/// which it happens: complete. Announced law (adopted or proposed, with a known first day) is tried in a copy of the library, and what
/// rests on it is listed apart; where it contradicts another rule it is not tried.
/// Errors in the answer's diagnostics: those of `check` and `diff`. Cost: twice the decisions of every measure asked, and one coverage
/// question for each two states that meet on a day on which a rule turns.
TimelineAnswer timeline(const model::Library& library, const TimelineQuestion& question);

/// The `most` weightiest of these events, in their order. By the severity of the finding; then blocks and clashes, gaps, differences; then the
/// importance of the measures; then the day, the earliest first.
std::vector<const Event*> weightiest(const model::Library& library, const std::vector<Event>& events, std::size_t most);

}  // namespace isonomy::analysis
