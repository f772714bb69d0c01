// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/every_pair.h"
#include "report/every_pair_parts.h"

namespace isonomy::report {
namespace {

using analysis::Likeness;

class EveryPairText : EveryPairParts {
 public:
  EveryPairText(const Desk& desk, const analysis::EveryPairAnswer& answer) : EveryPairParts{desk, answer} {}

  std::string write() const {
    auto out = comparison_heading(desk_, names(answer_.who, ", "), answer_.on, answer_.given);
    if (!left_out_.empty()) out += fmt::format("  {}\n", desk_.say("open in every measure, and left out below: {}", left_out()));
    for (const auto& one : measures_)
      if (!one.summary.all() && one.summary.same > 0) out += block(one);
    out += never_alike();
    out += together("All pairs differ", Likeness::differs);
    out += together("All pairs are open: not known to differ, but not known to be the same", Likeness::unknown);
    out += together("All pairs answer alike, proved for all facts that are not given", Likeness::same);
    out += fmt::format("\n{}\n", conclusion());
    const auto shown_by = command();
    return shown_by.empty() ? out : fmt::format("{}{}\n", out, desk_.say("Regions and sources of one pair: {}", shown_by));
  }

 private:
  std::string title(const Summarized& one) const {
    return fmt::format("{}, {}", desk_.library.measures[one.measure.measure].name,
                       desk_.say(analysis::position_name(one.measure.position)));
  }

  std::string counts(const analysis::PairSummary& found) const {
    return desk_.say("of {} pairs: {} alike, {} differ, {} open", found.pairs, found.same, found.differ, found.unknown);
  }

  std::string open(const analysis::PairSummary& found) const { return desk_.say("open with every other: {}", names(found.open, " ")); }

  std::string block(const Summarized& one) const {
    const auto& found = one.summary;
    auto out = fmt::format("\n{}: {}\n  {}\n    {}\n", desk_.paint.bold(title(one)), desk_.question(one.measure.measure), counts(found),
                           desk_.say("alike: {}", groups(found)));
    return found.open.empty() ? out : fmt::format("{}    {}\n", out, open(found));
  }

  // Without groups there is little to say, so that a line is enough.
  std::string never_alike() const {
    std::string out;
    for (const auto& one : measures_) {
      const auto& found = one.summary;
      if (found.same > 0 || found.all()) continue;
      out += fmt::format("  {}: {}{}\n", title(one), counts(found), found.open.empty() ? "" : "; " + open(found));
    }
    return out.empty() ? out : fmt::format("\n{}\n{}", desk_.paint.bold(desk_.say("No two are known to answer alike")), out);
  }

  std::string together(std::string_view what, Likeness likeness) const {
    std::vector<std::string> titles;
    for (const auto& one : measures_)
      if (one.summary.all() == likeness) titles.push_back(title(one));
    return titles.empty() ? std::string{} : fmt::format("\n{}\n  {}\n", desk_.paint.bold(desk_.say(what)), fmt::join(titles, "; "));
  }
};

}  // namespace

std::string every_pair_text(const model::Library& library, const source::SourceMap& sources, const analysis::EveryPairAnswer& answer,
                            const TextOptions& options) {
  const Desk desk{library, sources, options};
  return EveryPairText{desk, answer}.write();
}

}  // namespace isonomy::report
