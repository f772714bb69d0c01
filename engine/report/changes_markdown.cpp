// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "report/changes_parts.h"
#include "report/markup.h"

namespace isonomy::report {
namespace {

using analysis::Change;
using analysis::VersionSide;

class ChangesMarkdown : ChangesParts {
 public:
  ChangesMarkdown(const VersionsCompared& compared, const TextOptions& options) : ChangesParts{compared, options} {}

  std::string write() const {
    if (empty()) return {};
    return heading() + by_measure([this](const auto& changes) { return measure(changes); }) + declarations();
  }

 private:
  std::string heading() const {
    const auto& given = compared_.answer.given;
    auto out =
        fmt::format("## {}\n\n{}{}\n", now_.say("What this edit of rules means"), compared_.all_new ? all_new() + "\n\n" : "", summary());
    return given.empty() ? out : out + fmt::format("\n{}\n", now_.say("Given: {}", markdown_escaped(now_.said(facts_text(given)))));
  }

  std::string summary() const {
    const auto count = compared_.answer.changes.size();
    if (count == 0) return now_.say("No answer changes; this is proved for all facts that are not given.");
    return now_.say(count == 1 ? "{} region with another answer than in `{}`." : "{} regions with another answer than in `{}`.", count,
                    shown(compared_.base_name));
  }

  std::string measure(const std::vector<Change>& changes) const {
    const auto& first = changes.front();
    const auto& of = compared_.now.measures[first.measure];
    const auto label = now_.label(of.label);
    auto out = fmt::format("\n### `{}`, {}{}\n\n", of.name, now_.say(analysis::position_name(first.position)),
                           label.empty() ? "" : ": " + markdown_escaped(label));
    out += now_.say("| where | when | before | now |") + "\n|---|---|---|---|\n";
    for (std::size_t i = 0; i < std::min(changes.size(), options_.most); ++i) out += row(changes[i]);
    return changes.size() > options_.most ? out + fmt::format("\n{}\n", now_.say("and {} more", changes.size() - options_.most)) : out;
  }

  std::string row(const Change& change) const {
    const auto& witness = change.affected.front().witness;
    const auto facts = markdown_escaped(now_.said(facts_text({witness.begin(), witness.end()})));
    return fmt::format("| {} | {}<br>{} | {} | {} |\n", fmt::join(who(change), ", "), markdown_escaped(now_.said(change.when)),
                       now_.say("for example: {}", facts), side(base_, change.base), side(now_, change.now));
  }

  static std::string side(const Desk& desk, const VersionSide& one) {
    auto out = fmt::format("**{}**", markdown_escaped(desk.said(analysis::to_text(desk.library, one))));
    for (const auto id : one.rules) out += fmt::format("<br>`{}`", desk.library.rules[id].name);
    for (const auto& reference : references(desk.library, one.rules)) out += "<br>" + markdown_escaped(source_text(desk, reference.source));
    return out;
  }

  std::string declarations() const {
    const auto& changes = compared_.answer.declarations;
    if (changes.empty()) return {};
    auto out = fmt::format("\n### {}\n\n{}\n|---|---|---|\n", now_.say("Declarations"), now_.say("| what | before | now |"));
    for (const auto& one : changes)
      out += fmt::format("| {} `{}` | {} | {} |\n", now_.say(one.kind), one.name, markdown_escaped(one.base), markdown_escaped(one.now));
    return out;
  }
};

}  // namespace

std::string changes_markdown(const VersionsCompared& compared, TextOptions options) {
  options.colour = false;
  return ChangesMarkdown{compared, options}.write();
}

}  // namespace isonomy::report
