// SPDX-License-Identifier: Apache-2.0
#include "decision/outcome_diagrams.h"

namespace isonomy::decision {

std::optional<Diagram> OutcomeDiagrams::make(const AskedMeasures& asked) {
  const auto endings = asked.diagram(store_, endings_);
  if (!endings) return std::nullopt;
  return store_.map(*endings, [&](std::uint32_t ending) {
    conflict_ = conflict_ || endings_[ending].conflict;
    return first_.try_emplace(endings_[ending].outcome, ending).first->second;
  });
}

Verdict OutcomeDiagrams::judged(std::uint32_t a, std::uint32_t b) {
  const auto [it, fresh] = judged_.try_emplace((std::uint64_t{a} << 32U) | b, Verdict::same);
  if (fresh) it->second = judge_(endings_.outcome(a), endings_.outcome(b));
  return it->second;
}

}  // namespace isonomy::decision
