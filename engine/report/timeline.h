// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "analysis/timeline.h"
#include "report/terminal.h"

namespace isonomy::report {

/// Day by day what opens, changes and closes, then what announced law would do; of each the `options.most` weightiest events.
std::string timeline_text(const model::Library& library, const source::SourceMap& sources, const analysis::TimelineAnswer& answer,
                          const TextOptions& options);

/// `isonomy/timeline/1`; see docs/schema/timeline.json. The `most` weightiest events of each list.
std::string timeline_json(const model::Library& library, const source::SourceMap& sources, const analysis::TimelineAnswer& answer,
                          std::size_t most);

}  // namespace isonomy::report
