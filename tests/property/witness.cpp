// SPDX-License-Identifier: Apache-2.0
#include "property/witness.h"

#include <fmt/format.h>

#include "analysis/case.h"
#include "api/question.h"
#include "decision/reference.h"

namespace isonomy::test {
namespace {

std::optional<model::Value> value_of(api::Loaded& loaded, const std::string& fact, const std::string& text) {
  const auto& library = loaded.library;
  const auto id = library.fact_names.at(fact);
  if (id.index < model::built_in_facts)
    return id == model::fact_id(model::BuiltIn::on) ? model::Scalar{*base::parse_date(text)}
                                                    : model::Scalar{library.jurisdiction_names.at(text)};
  source::Diagnostics diagnostics;
  const auto test = api::bind_fact(loaded, "witness", fmt::format("{} = {}", fact, text), diagnostics);
  if (!test) return std::nullopt;
  if (!library.facts[id].type.set) return std::get<model::Scalar>(test->constants.at(0).from);
  model::SetOf out;
  for (const auto& item : test->constants) out.items.push_back(std::get<model::Scalar>(item.from));
  return out;
}

}  // namespace

std::string wrong_with(api::Loaded& loaded, const decision::Seat& seat, model::MeasureId measure, const analysis::RegionSide& side) {
  decision::Transaction facts;
  for (const auto& [fact, text] : side.witness) {
    const auto value = value_of(loaded, fact, text);
    if (!value) return fmt::format("`{} = {}` cannot be read", fact, text);
    facts[loaded.library.fact_names.at(fact)] = *value;
  }
  const auto judged = decision::reference::decide(loaded.library, seat, measure, facts).outcome;
  if (analysis::same_outcome(loaded.library, judged, side.outcome)) return {};
  return fmt::format("a witness is said to lead to {}, but leads to {}", analysis::to_text(loaded.library, side.outcome),
                     analysis::to_text(loaded.library, judged));
}

}  // namespace isonomy::test
