// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "report/diff.h"
#include "report/diff_parts.h"

namespace isonomy::report {
namespace {

using analysis::DiffAnswer;
using analysis::Likeness;
using analysis::MeasureDifference;
using analysis::RegionDifference;
using analysis::RegionSide;

class DiffText : DiffParts {
 public:
  DiffText(const Desk& desk, const DiffAnswer& answer) : DiffParts{desk, answer} {}

  std::string write() const {
    return comparison_heading(desk_, desk_.say("{} and {}", a_, b_), answer_.on, answer_.given) + differing() + open() + same();
  }

 private:
  std::string title(const MeasureDifference& one) const {
    return fmt::format("{}, {}", desk_.library.measures[one.measure].name, desk_.say(analysis::position_name(one.position)));
  }

  std::string value(const RegionSide& side) const { return side.varies ? desk_.say(varying) : desk_.value(side.outcome); }

  std::string values(const RegionDifference& region) const {
    return fmt::format("{}: {}   {}: {}", a_, value(region.a), b_, value(region.b));
  }

  std::string rules(const std::string& who, const RegionSide& side) const {
    if (side.rules.empty()) return fmt::format("      {}: {}\n", who, desk_.say("no rule"));
    return fmt::format("      {}:\n{}", who, references_text(desk_, side.rules, 10, Depth::places));
  }

  // The two see the same transaction unless each is the other's partner.
  std::string witness(const RegionDifference& region) const {
    auto out =
        fmt::format("      {}\n", desk_.say("for example: {}", desk_.said(facts_text({region.a.witness.begin(), region.a.witness.end()}))));
    if (region.a.witness != region.b.witness)
      out += fmt::format("      {}\n",
                         desk_.say("and for {}: {}", b_, desk_.said(facts_text({region.b.witness.begin(), region.b.witness.end()}))));
    return out;
  }

  std::string full(const RegionDifference& region) const {
    auto out = fmt::format("    {}\n      {}\n", values(region), desk_.say("when: {}", shown(desk_.said(region.when))));
    if (const auto days = days_text(desk_, region.from, region.until); !days.empty())
      out += fmt::format("      {}\n", desk_.say("days: {}", days));
    return out + rules(a_, region.a) + rules(b_, region.b) + witness(region);
  }

  std::string differing() const {
    const auto found = those(Likeness::differs);
    if (found.empty()) return {};
    auto out = fmt::format("\n{}\n", desk_.paint.bold(desk_.say("They differ")));
    for (const auto* one : found) {
      out += fmt::format("  {}: {}\n    {}\n", desk_.paint.bold(title(*one)), desk_.question(one->measure), cases(*one));
      for (std::size_t i = 0; i < std::min(one->differs.size(), desk_.options.most); ++i) out += full(one->differs[i]);
      out += more_text(desk_, one->differs.size(), 4);
      if (!one->open.empty()) out += fmt::format("    {}\n{}", desk_.say("not known everywhere:"), brief(*one, 6));
    }
    return out;
  }

  std::string brief(const MeasureDifference& one, std::size_t indent) const {
    std::string out;
    for (std::size_t i = 0; i < std::min(one.open.size(), desk_.options.most); ++i)
      out += fmt::format("{:{}}{}  {}\n", "", indent, values(one.open[i]), desk_.say("when: {}", shown(desk_.said(one.open[i].when))));
    return out + more_text(desk_, one.open.size(), indent);
  }

  std::string open() const {
    const auto found = those(Likeness::unknown);
    if (found.empty()) return {};
    auto out = fmt::format("\n{}\n", desk_.paint.bold(desk_.say("Not known to differ, but not known to be the same")));
    for (const auto* one : found) out += fmt::format("  {}: {}\n{}", title(*one), cases(*one), brief(*one, 4));
    return out;
  }

  std::string same() const {
    const auto found = those(Likeness::same);
    std::string out;
    if (!found.empty())
      out += fmt::format("\n{}\n", desk_.paint.bold(desk_.say("They answer alike, proved for all facts that are not given")));
    for (const auto* one : found) out += fmt::format("  {}\n", title(*one));
    return out + fmt::format("\n{}\n", summary(found.size()));
  }

  std::string summary(std::size_t same) const {
    const auto differ = those(Likeness::differs).size();
    const auto unknown = those(Likeness::unknown).size();
    if (differ > 0) return desk_.say("{} differ, {} the same, {} not known", differ, same, unknown);
    if (unknown > 0) return desk_.say("No difference was found where both answers are known; {} the same, {} not known", same, unknown);
    return desk_.say("No difference: this is a proof for all facts that are not given");
  }
};

}  // namespace

std::string diff_text(const model::Library& library, const source::SourceMap& sources, const DiffAnswer& answer,
                      const TextOptions& options) {
  const Desk desk{library, sources, options};
  return DiffText{desk, answer}.write();
}

}  // namespace isonomy::report
