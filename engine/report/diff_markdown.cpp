// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "report/diff.h"
#include "report/diff_parts.h"
#include "report/markdown_parts.h"
#include "report/markup.h"

namespace isonomy::report {
namespace {

using analysis::DiffAnswer;
using analysis::Likeness;
using analysis::MeasureDifference;
using analysis::RegionDifference;
using analysis::RegionSide;

class DiffMarkdown : DiffParts {
 public:
  DiffMarkdown(const Desk& desk, const DiffAnswer& answer) : DiffParts{desk, answer} {}

  std::string write() const {
    return markdown_heading(desk_, desk_.say("{} and {}", a_, b_), answer_.on, answer_.given) + differing() +
           list("Not known to differ, but not known to be the same", Likeness::unknown) +
           list("The same, proved for all facts that are not given", Likeness::same);
  }

 private:
  std::string title(const MeasureDifference& one) const { return markdown_title(desk_, one.measure, one.position); }

  std::string value(const RegionSide& one) const {
    return one.varies ? desk_.say(varying) : markdown_escaped(desk_.said(analysis::to_text(desk_.library, one.outcome)));
  }

  std::string side(const RegionSide& one) const {
    auto out = value(one);
    for (const auto id : one.rules) out += fmt::format("<br>`{}`", desk_.library.rules[id].name);
    for (const auto& reference : references(desk_.library, one.rules))
      out += "<br>" + markdown_escaped(source_text(desk_, reference.source));
    return out;
  }

  std::string table(const std::vector<RegionDifference>& regions) const {
    auto out = fmt::format("\n{}\n|---|---|---|---|\n", desk_.say("| when | {} | {} | days |", a_, b_));
    for (std::size_t i = 0; i < std::min(regions.size(), desk_.options.most); ++i) {
      const auto& one = regions[i];
      out += fmt::format("| {} | {} | {} | {} |\n", markdown_escaped(desk_.said(one.when)), side(one.a), side(one.b),
                         days_text(desk_, one.from, one.until));
    }
    return more(out, regions.size());
  }

  std::string open(const std::vector<RegionDifference>& regions, std::string_view indent) const {
    std::string out;
    for (std::size_t i = 0; i < std::min(regions.size(), desk_.options.most); ++i) {
      const auto& one = regions[i];
      out += fmt::format("{}- {}: {} {}, {} {}\n", indent, markdown_escaped(desk_.said(one.when)), a_, value(one.a), b_, value(one.b));
    }
    if (regions.size() > desk_.options.most)
      out += fmt::format("{}- {}\n", indent, desk_.say("and {} more", regions.size() - desk_.options.most));
    return out;
  }

  std::string more(const std::string& table, std::size_t count) const {
    return count > desk_.options.most ? fmt::format("{}\n{}\n", table, desk_.say("and {} more", count - desk_.options.most)) : table;
  }

  std::string differing() const {
    std::string out;
    for (const auto* one : those(Likeness::differs)) {
      out += fmt::format("\n## {}\n\n{}\n{}", title(*one), markdown_escaped(cases(*one)), table(one->differs));
      if (!one->open.empty()) out += fmt::format("\n{}\n\n{}", desk_.say("Not known everywhere:"), open(one->open, ""));
    }
    return out;
  }

  std::string list(std::string_view what, Likeness likeness) const {
    std::string out;
    for (const auto* one : those(likeness)) {
      out += fmt::format("- {}\n", title(*one));
      if (const auto count = cases(*one); !count.empty()) out += fmt::format("  - {}\n", markdown_escaped(count));
      out += open(one->open, "  ");
    }
    return out.empty() ? out : fmt::format("\n## {}\n\n{}", desk_.say(what), out);
  }
};

}  // namespace

std::string diff_markdown(const model::Library& library, const source::SourceMap& sources, const DiffAnswer& answer, TextOptions options) {
  options.colour = false;
  const Desk desk{library, sources, options};
  return DiffMarkdown{desk, answer}.write();
}

}  // namespace isonomy::report
