// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "analysis/check.h"
#include "analysis/example_coverage.h"
#include "analysis/explain.h"
#include "analysis/validate.h"
#include "api/load.h"
#include "api/question.h"

/// The questions a program can put to a loaded library. Each answer carries its own diagnostics; if they hold an error there is no
/// answer in it. A library with mistakes answers nothing: its mistakes are returned instead.
namespace isonomy::api {

/// What binds a consignment at each border, what blocks it and what collides: see `analysis::check`.
analysis::CheckAnswer check(Loaded& loaded, const Request& request);

/// Why one jurisdiction answers a measure as it does: see `analysis::explain`. `who` may be empty if only one position is asked.
analysis::ExplainAnswer explain(Loaded& loaded, const Request& request, const std::string& measure, const std::string& who);

/// Leaves only the examples that stand in files under the paths.
void keep_examples(Loaded& loaded, const std::vector<std::string>& paths);
/// Every example of the library: see `analysis::run_examples`. `decided` is for `coverage_of`.
std::vector<analysis::ExampleResult> run_examples(const Loaded& loaded, analysis::Decided* decided = nullptr);
analysis::ExampleCoverage coverage_of(const Loaded& loaded, const analysis::Decided& decided);

/// Everything wrong or doubtful: the mistakes of form, and, if there is no error among them, what `analysis::validate` finds.
source::Diagnostics validate(const Loaded& loaded, const analysis::ValidateOptions& options);

/// What `validate` finds by exact reasoning about the rules of one file, with the law of all others; notes left out. The library has no mistakes.
/// Cost: as `validate`, of those whom rules of the file bind and the measures these answer.
source::Diagnostics validate_file(const model::Library& library, source::FileId file);

/// The nearest folder named `rulesets` in or above `from`, else the installed one beside the program; empty if there is none.
std::string default_rules(const std::filesystem::path& from, const std::filesystem::path& program);

/// A diagnostic code by its text ("E0304"); nothing if there is no such code.
std::optional<source::Code> find_code(const std::string& text);

}  // namespace isonomy::api
