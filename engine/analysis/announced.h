// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/timeline.h"

namespace isonomy::analysis {

/// The rules that do not decide, of everybody whose law binds those asked, on measures that are asked.
std::vector<Announcement> announcements(const model::Library& library, const TimelineQuestion& question);

/// A copy in which announced rules with a known first day decide.
model::Library with_announced(model::Library library);

/// Notes with each rule those that it contradicts.
void note_contradictions(const std::vector<decision::Conflict>& conflicts, std::vector<Announcement>& rules);

/// Drops the events that rest on law in force alone; the others name what they rest on.
void keep_announced(const model::Library& library, std::vector<Event>& events);

}  // namespace isonomy::analysis
