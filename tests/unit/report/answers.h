// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/answer.h"

/// A small made-up world, so that reports are tested without an engine behind them.
namespace isonomy::test {

/// Two jurisdictions, one flow, two measures and two rules: `AA.duty` with a checked source, `BB.free` with one that nobody checked.
struct World {
  source::SourceMap sources;
  model::Library library;
  model::JurisdictionId aa, bb;
  model::FlowId flow;
  model::MeasureId duty, ban;
  model::RuleId checked, unchecked;
};
World world();

decision::Outcome flag(bool value);
decision::Outcome silent();

/// BB's answer to `duty`: yes by `AA.duty` up to 150 EUR, else no by `BB.free`.
analysis::DecisionAnswer dependent(const World& world);
/// BB's answer to `ban` in a single region.
analysis::DecisionAnswer single(const World& world, decision::Outcome outcome, std::vector<model::RuleId> rules);
/// A clash of AA and BB over `ban`, found, from 2026-07-01.
analysis::Finding clash(const World& world);

}  // namespace isonomy::test
