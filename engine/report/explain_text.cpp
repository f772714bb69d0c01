// SPDX-License-Identifier: Apache-2.0
#include "report/explain.h"

#include <fmt/format.h>

#include "report/pieces.h"

namespace isonomy::report {
namespace {

using model::Truth;

std::string change_text(const analysis::Flip& flip) {
  std::string out;
  for (const auto& [fact, words] : flip.change) out += fmt::format("{}{} {}", out.empty() ? "" : "; ", fact, words);
  return out;
}

std::string regions_text(const Context& context, const analysis::DecisionAnswer& decision) {
  if (!decision.depends()) return {};
  std::string out = "It depends on facts left open:\n";
  for (const auto& region : decision.regions) out += fmt::format("  {}: {}\n", region.when, analysis::to_text(context.library, region.outcome));
  return out + "One case of the first of these is explained:\n";
}

std::string tick(Truth truth) { return truth == Truth::yes ? "holds" : truth == Truth::no ? "does not hold" : "unknown"; }

const decision::Outcome& outcome_of(const analysis::ExplainAnswer& answer) { return answer.decision.regions.front().outcome; }

}  // namespace

std::string explain_text(const model::Library& library, const source::SourceMap& sources, const analysis::ExplainAnswer& answer, const TextOptions& options) {
  const Context context{library, sources};
  std::string out = head_text(context, answer.stops, answer.on, answer.given) + "\n" + regions_text(context, answer.decision);
  const auto& measure = library.measures[answer.decision.measure];
  out += painted(fmt::format("{} {} = {}", library.jurisdictions[answer.decision.seat.self].name, measure.name, analysis::to_text(library, outcome_of(answer))), 1,
                 options) + "\n";
  out += fmt::format("  {}\n", label(measure.label, options.lang, measure.name));
  for (const auto rule : answer.won) out += fmt::format("\nwon: {}\n", rule_text(context, rule));
  for (const auto rule : answer.won)
    if (const auto& note = library.rules[rule].note; !note.text.empty()) out += fmt::format("  note: {}\n", label(note, options.lang, {}));
  for (const auto& condition : answer.conditions) out += fmt::format("  {}: {} (actual: {})\n", tick(condition.holds), condition.text, condition.actual);
  for (const auto rule : answer.overridden) out += fmt::format("overridden: {}\n", rule_text(context, rule));
  if (!answer.flips.empty()) out += "\nAnother answer would follow from\n";
  for (const auto& flip : answer.flips) out += fmt::format("  {}: {}\n", change_text(flip), analysis::to_text(library, flip.outcome));
  return out;
}

}  // namespace isonomy::report
