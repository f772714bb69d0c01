// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/check.h"
#include "report/check_parts.h"

namespace isonomy::report {

std::string check_text(const model::Library& library, const source::SourceMap& sources, const analysis::CheckAnswer& answer,
                       const TextOptions& options) {
  const Desk desk{library, sources, options};
  auto out = heading(desk, answer.stops, answer.on, answer.given);
  out += findings_text(desk, answer.findings);
  out += possible_text(desk, answer.possible);
  out += decisions_text(desk, answer.decisions);
  if (!answer.open_facts.empty())
    out += "\n" + desk.say("Facts that matter and were left open: {}", fmt::join(answer.open_facts, ", ")) + "\n";
  return out;
}

}  // namespace isonomy::report
