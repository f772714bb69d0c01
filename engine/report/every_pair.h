// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "analysis/every_pair.h"
#include "report/terminal.h"

namespace isonomy::report {

/// For policy-makers: of each measure on which some pairs are alike, how many are, differ or are open, and who is alike; then the measures on
/// which all pairs are one, in a line for each state, and how to see the regions of one pair. Who is open with
/// every other in every measure is named once and left out of the counts. At most `options.most` groups of a measure.
std::string every_pair_text(const model::Library& library, const source::SourceMap& sources, const analysis::EveryPairAnswer& answer,
                            const TextOptions& options);

/// `isonomy/diff_pairs/1`; see docs/schema/diff_pairs.json. All pairs.
std::string every_pair_json(const model::Library& library, const analysis::EveryPairAnswer& answer);

/// One row a measure, end and pair (RFC 4180): `measure,position,a,b,state`, the state one of `same`, `differs`, `unknown`.
std::string every_pair_csv(const model::Library& library, const analysis::EveryPairAnswer& answer);

/// For a page of a repository: a table with a row for each measure that is not the same for all, then those that are. Never in colour.
std::string every_pair_markdown(const model::Library& library, const source::SourceMap& sources, const analysis::EveryPairAnswer& answer,
                                TextOptions options);

}  // namespace isonomy::report
