// SPDX-License-Identifier: Apache-2.0
#include "analysis/sums.h"

#include <fmt/format.h>

#include "model/print.h"
#include "source/codes.h"

namespace isonomy::analysis {
namespace {

const model::Test* statement(const std::vector<model::Test>& given, model::FactId fact) {
  for (const auto& test : given)
    if (std::get<model::FactId>(test.left) == fact && test.relation == model::Relation::equal) return &test;
  return nullptr;
}

const base::Money* amount(const model::Test* test) {
  return test == nullptr ? nullptr : std::get_if<base::Money>(&std::get<model::Scalar>(test->constants[0].from));
}

std::optional<base::Money> total(const model::Library& library, const std::vector<model::FactId>& addends,
                                 const std::vector<model::Test>& given) {
  const auto* first = amount(statement(given, addends.front()));
  if (first == nullptr) return std::nullopt;
  base::Money out{0, first->currency};
  for (const auto fact : addends) {
    const auto* one = amount(statement(given, fact));
    const auto converted = one == nullptr ? std::nullopt : library.rates.convert(*one, out.currency);
    if (!converted) return std::nullopt;
    out.amount += *converted;
  }
  return out;
}

}  // namespace

void add_sums(const model::Library& library, std::vector<model::Test>& given, source::Diagnostics& diagnostics) {
  for (const auto fact : library.facts.ids()) {
    const auto& addends = library.facts[fact].addends;
    const auto sum = addends.empty() ? std::nullopt : total(library, addends, given);
    if (!sum) continue;
    const auto* stated = statement(given, fact);
    if (stated == nullptr) {
      given.push_back({fact, model::Relation::equal, {{model::Scalar{*sum}, std::nullopt}}, false, {}, {}});
    } else if (model::equal(model::Value{model::Scalar{*sum}}, model::Value{std::get<model::Scalar>(stated->constants[0].from)},
                            library.rates) == model::Truth::no) {
      diagnostics.add(source::Code::contradictory_given, stated->span,
                      fmt::format("`{}` is not the sum of its parts, {}", model::to_text(*stated, library), base::to_text(*sum)),
                      "correct one of the facts, or leave the sum out");
    }
  }
}

}  // namespace isonomy::analysis
