// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <set>

#include "analysis/validation/ground.h"
#include "source/codes.h"

namespace isonomy::analysis::validation {
namespace {

source::Diagnostic conflict_found(const Asking& asking, const decision::Conflict& conflict) {
  const auto& library = asking.library();
  const auto& first = library.rules[conflict.first];
  const auto& second = library.rules[conflict.second];
  source::Diagnostic out{source::Code::inconsistent_rules,
                         first.name_span,
                         fmt::format("`{}` and `{}` answer `{}` of {} differently for the same facts", first.name, second.name,
                                     library.measures[conflict.measure].name, asking.who()),
                         "let one of them override the other, or narrow a condition",
                         {{second.name_span, "the other rule"}},
                         {}};
  out.witness = asking.witness(asking.transaction(conflict.where), [&](const auto& facts) { return asking.verdict(facts).conflict; });
  return out;
}

}  // namespace

// E0604: two rules that apply to the same facts, neither overriding the other, give different values.
void inconsistent_rules(Ground& ground, source::Diagnostics& diagnostics) {
  std::set<std::tuple<model::RuleId, model::RuleId, model::MeasureId>> seen;
  for (const auto& asking : ground.askings())
    ground.within_limits(*asking, diagnostics, [&] {
      for (const auto& conflict : asking->decision().conflicts)
        if (seen.emplace(conflict.first, conflict.second, conflict.measure).second) diagnostics.add(conflict_found(*asking, conflict));
    });
}

}  // namespace isonomy::analysis::validation
