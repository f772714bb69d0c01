// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "report/changes.h"
#include "report/markup.h"
#include "report/phrases.h"

namespace isonomy::report {
namespace {

using analysis::Change;
using analysis::VersionSide;

class ChangesMarkdown {
 public:
  ChangesMarkdown(const VersionsCompared& compared, const TextOptions& options)
      : compared_{compared},
        options_{options},
        base_{compared.base, compared.sources, options},
        now_{compared.now, compared.sources, options} {}

  std::string write() const {
    const auto& answer = compared_.answer;
    if (answer.changes.empty() && answer.declarations.empty()) return {};
    return heading() + answers() + declarations();
  }

 private:
  std::string heading() const {
    const auto& answer = compared_.answer;
    const auto count = answer.changes.size();
    auto out = std::string{"## What this edit of rules means\n\n"};
    if (count == 0) out += "No answer changes; this is proved for all facts that are not given.\n";
    else out += fmt::format("{} region{} with another answer than in `{}`.\n", count, count == 1 ? "" : "s", shown(compared_.base_name));
    return answer.given.empty() ? out : out + fmt::format("\nGiven: {}\n", markdown_escaped(facts_text(answer.given)));
  }

  std::string answers() const {
    const auto& changes = compared_.answer.changes;
    std::string out;
    for (auto it = changes.begin(); it != changes.end();) {
      const auto end =
          std::find_if(it, changes.end(), [&](const Change& one) { return one.measure != it->measure || one.position != it->position; });
      out += measure({it, end});
      it = end;
    }
    return out;
  }

  std::string measure(const std::vector<Change>& changes) const {
    const auto& first = changes.front();
    const auto& of = compared_.now.measures[first.measure];
    const auto label = now_.label(of.label);
    auto out = fmt::format("\n### `{}`, {}{}\n\n", of.name, analysis::position_name(first.position),
                           label.empty() ? "" : ": " + markdown_escaped(label));
    out += "| where | when | before | now |\n|---|---|---|---|\n";
    for (std::size_t i = 0; i < std::min(changes.size(), options_.most); ++i) out += row(changes[i]);
    return changes.size() > options_.most ? out + fmt::format("\nand {} more\n", changes.size() - options_.most) : out;
  }

  std::string row(const Change& change) const {
    std::vector<std::string> who;
    for (const auto& one : change.affected) who.push_back(compared_.now.jurisdictions[one.jurisdiction].name);
    const auto& witness = change.affected.front().witness;
    return fmt::format("| {} | {}<br>for example: {} | {} | {} |\n", fmt::join(who, ", "), markdown_escaped(change.when),
                       markdown_escaped(facts_text({witness.begin(), witness.end()})), side(base_, change.base), side(now_, change.now));
  }

  static std::string side(const Desk& desk, const VersionSide& one) {
    auto out = fmt::format("**{}**", markdown_escaped(analysis::to_text(desk.library, one.outcome)));
    for (const auto id : one.rules) out += fmt::format("<br>`{}`", desk.library.rules[id].name);
    for (const auto& reference : references(desk.library, one.rules)) out += "<br>" + markdown_escaped(source_text(desk, reference.source));
    return out;
  }

  std::string declarations() const {
    const auto& changes = compared_.answer.declarations;
    auto out = changes.empty() ? std::string{} : std::string{"\n### Declarations\n\n| what | before | now |\n|---|---|---|\n"};
    for (const auto& one : changes)
      out += fmt::format("| {} `{}` | {} | {} |\n", one.kind, one.name, markdown_escaped(one.base), markdown_escaped(one.now));
    return out;
  }

  const VersionsCompared& compared_;
  const TextOptions& options_;
  Desk base_;
  Desk now_;
};

}  // namespace

std::string changes_markdown(const VersionsCompared& compared, TextOptions options) {
  options.colour = false;
  return ChangesMarkdown{compared, options}.write();
}

}  // namespace isonomy::report
