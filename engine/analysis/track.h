// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "analysis/layers.h"
#include "analysis/places.h"
#include "analysis/timeline.h"

namespace isonomy::analysis {

/// One difference, clash or gap, followed through the days.
struct Track {
  Topic topic;
  Finding like;  ///< what all its events have in common
  Asked sides;
  const decision::Space& space;
  const decision::Coverage& coverage;
  decision::Cube base;
  Parties parties;
  std::vector<Layer> layers;
  std::function<std::vector<Layer>()> ever;  ///< the same with all days, for first and last days
  std::function<decision::Transaction(std::size_t side, const decision::Point&)> transaction;
};

/// Appends what happens to the track in the window, each event replayed in the reference evaluator on the day and on the day before.
void follow(const model::Library& library, const Track& track, model::Period window, std::vector<Event>& out);

}  // namespace isonomy::analysis
