// SPDX-License-Identifier: Apache-2.0
#include "report/diff_parts.h"

#include "analysis/places.h"
#include "report/number.h"

namespace isonomy::report {
namespace {

using analysis::Likeness;

std::string count_words(const Desk& desk, const analysis::CaseCount& cases, Likeness likeness) {
  if (likeness == Likeness::unknown && cases.open == cases.all) return desk.say("not known in any case");
  if (likeness == Likeness::unknown) return desk.say("not known in {} of {} cases", grouped(cases.open), grouped(cases.all));
  if (cases.differ == cases.all) return desk.say("in all cases");
  const auto out = desk.say("in {} of {} cases", grouped(cases.differ), grouped(cases.all));
  return cases.open == 0 ? out : out + desk.say(", not known in {}", grouped(cases.open));
}

}  // namespace

std::string DiffParts::cases(const analysis::MeasureDifference& one) const {
  const auto likeness = one.likeness();
  if (likeness == Likeness::same) return {};
  if (!one.cases) return desk_.say("cases not counted: that may take more than {} parts", grouped(answer_.most_parts));
  auto out = count_words(desk_, *one.cases, likeness);
  const bool differs = likeness == Likeness::differs;
  const auto& where = differs ? one.cases->where_differs : one.cases->where_open;
  const auto regions = differs ? one.differs.size() : one.open.size();
  if (regions < 2 || where.empty()) return out;
  return out + desk_.say("; only for {}", shown(desk_.said(analysis::in_one_line(where))));
}

}  // namespace isonomy::report
