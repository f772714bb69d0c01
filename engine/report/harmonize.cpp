// SPDX-License-Identifier: Apache-2.0
#include "report/harmonize.h"

#include <fmt/format.h>

#include "report/parts.h"

namespace isonomy::report {

std::string harmonize_text(const model::Library& library, const source::SourceMap& sources, const harmonize::Answer& answer,
                           const TextOptions& options) {
  const Desk desk{library, sources, options};
  const auto& comparison = answer.study->distances.comparison();
  auto out = fmt::format("{}\n", desk.paint.bold(desk.say("{} on {}", shown(answer.scope), base::to_text(answer.on))));
  if (answer.plan) return out + plan_text(desk, *answer.plan);
  const auto origin = comparison.profile.origin.empty() ? desk.say("no file") : shown(comparison.profile.origin);
  out += "  " +
         desk.say("jurisdictions: {}; measures: {}; transactions: {} of {}", comparison.scope.size(), comparison.measures.size(),
                  comparison.profile.deals.size(), origin) +
         "\n";
  return out + study_text(desk, *answer.study);
}

std::string harmonize_json(const model::Library& library, const source::SourceMap& sources, const harmonize::Answer& answer) {
  Json::Object out{
      {"schema", "isonomy/harmonize/1"}, {"scope", answer.scope}, {"on", base::to_text(answer.on)}, {"rates", rates_json(library.rates)}};
  for (auto& member : study_json(library, *answer.study)) out.push_back(std::move(member));
  if (answer.plan) out.emplace_back("plan", plan_json(library, sources, *answer.plan));
  return to_text(out);
}

}  // namespace isonomy::report
