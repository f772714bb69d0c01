// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/diff.h"
#include "api/load.h"

namespace isonomy::test {

/// What is wrong with a printed witness: its words, read as facts, do not lead the reference evaluator to the outcome printed beside them.
/// Empty if nothing is.
std::string wrong_with(api::Loaded& loaded, const decision::Seat& seat, model::MeasureId measure, const analysis::RegionSide& side);

}  // namespace isonomy::test
