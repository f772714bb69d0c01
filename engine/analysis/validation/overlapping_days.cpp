// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "analysis/validation/ground.h"
#include "source/codes.h"

namespace isonomy::analysis::validation {
namespace {

using model::Period;

bool meet(Period a, Period b) { return a.from <= b.through && b.from <= a.through; }

std::string days(Period period) {
  const auto from = period.from == base::first_date() ? "" : "from " + base::to_text(period.from);
  const auto through = period.through == base::last_date() ? "" : "through " + base::to_text(period.through);
  return from.empty() || through.empty() ? from + through : from + " " + through;
}

Period common(Period a, Period b) { return {std::max(a.from, b.from), std::min(a.through, b.through)}; }

void members(const model::Library& library, source::Diagnostics& diagnostics) {
  for (const auto& bloc : library.blocs)
    for (std::size_t i = 0; i < bloc.members.size(); ++i)
      for (std::size_t j = i + 1; j < bloc.members.size(); ++j) {
        const auto& a = bloc.members[i];
        const auto& b = bloc.members[j];
        if (a.member != b.member || !meet(a.period, b.period)) continue;
        const auto when = days(common(a.period, b.period));
        diagnostics.add(source::Code::overlapping_days, bloc.span,
                        fmt::format("`{}` is a member of `{}` twice{}", library.jurisdictions[a.member].name, bloc.name,
                                    when.empty() ? "" : " " + when),
                        "correct the days, or remove one of the two");
      }
}

// Two rules that hold together for longer are no slip of one that follows the other.
constexpr int longest_slip = 31;

// Where one rule ends after its successor began, both hold for some days.
bool succeeds(const model::Rule& a, const model::Rule& b) {
  return a.period.from < b.period.from && a.period.through != base::last_date() && a.period.through < b.period.through &&
         b.period.from <= a.period.through && a.period.through.days - b.period.from.days < longest_slip;
}

bool linked(const model::Library& library, model::RuleId a, model::RuleId b, model::MeasureId measure) {
  const auto beats = [&](model::RuleId x, model::RuleId y) {
    const auto over = library.overriders(y, measure);
    return std::binary_search(over.begin(), over.end(), x);
  };
  return beats(a, b) || beats(b, a);
}

class Successors {
 public:
  Successors(Asking& asking, source::Diagnostics& diagnostics) : asking_{asking}, library_{asking.library()}, diagnostics_{diagnostics} {}

  void find() {
    for (const auto& a : asking_.rules())
      for (const auto& b : asking_.rules())
        if (overlap(a, b)) report(a.rule, b.rule);
  }

 private:
  bool overlap(const decision::BindingRule& a, const decision::BindingRule& b) const {
    if (library_.measures[asking_.measure()].type.set || !succeeds(library_.rules[a.rule], library_.rules[b.rule])) return false;
    if (linked(library_, a.rule, b.rule, asking_.measure())) return false;
    return !decision::product(asking_.applies(a), asking_.applies(b)).empty();
  }

  void report(model::RuleId a, model::RuleId b) {
    const auto& first = library_.rules[a];
    const auto& second = library_.rules[b];
    auto& out = diagnostics_.add(source::Code::overlapping_days, second.name_span,
                                 fmt::format("`{}` begins before `{}` has ended: both are in force {}", second.name, first.name,
                                             days(common(first.period, second.period))),
                                 "end the first on the day before, or let the second override it");
    out.related.push_back({first.name_span, "the rule that ends later"});
  }

  Asking& asking_;
  const model::Library& library_;
  source::Diagnostics& diagnostics_;
};

}  // namespace

// W0807: days on which a member is counted twice, or, for a month at most, two rules hold of which one was to follow the other.
void overlapping_days(Ground& ground, source::Diagnostics& diagnostics) {
  members(ground.library(), diagnostics);
  for (const auto& asking : ground.askings())
    if (ground.few(*asking)) ground.within_limits(*asking, diagnostics, [&] { Successors{*asking, diagnostics}.find(); });
}

}  // namespace isonomy::analysis::validation
