// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "analysis/diff.h"
#include "report/terminal.h"

namespace isonomy::report {

/// For policy-makers: measures that differ with the number of their cases and their regions, then what is open, then what was proved the same.
std::string diff_text(const model::Library& library, const source::SourceMap& sources, const analysis::DiffAnswer& answer,
                      const TextOptions& options);

/// `isonomy/diff/1`; see docs/schema/diff.json. At most `most` regions of each list.
std::string diff_json(const model::Library& library, const source::SourceMap& sources, const analysis::DiffAnswer& answer,
                      std::size_t most);

/// One row a region (RFC 4180), and one for each measure proved the same: `measure,position,state,when,a,b,from,until,a_rules,b_rules,
/// a_sources,b_sources,a_witness,b_witness`, the state one of `differs`, `open`, `same`; rules and sources stand apart by `; `. At most
/// `most` regions of each list.
std::string diff_csv(const model::Library& library, const source::SourceMap& sources, const analysis::DiffAnswer& answer, std::size_t most);

/// For a page of a repository: a table for each measure that differs, then lists of what is open and what was proved the same. Never in colour.
std::string diff_markdown(const model::Library& library, const source::SourceMap& sources, const analysis::DiffAnswer& answer,
                          TextOptions options);

}  // namespace isonomy::report
