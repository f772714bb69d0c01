// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "report/changes.h"
#include "report/phrases.h"

namespace isonomy::report {
namespace {

using analysis::Change;
using analysis::VersionSide;

class ChangesText {
 public:
  ChangesText(const VersionsCompared& compared, const TextOptions& options)
      : compared_{compared},
        options_{options},
        base_{compared.base, compared.sources, options},
        now_{compared.now, compared.sources, options} {}

  std::string write() const {
    const auto& answer = compared_.answer;
    if (answer.changes.empty() && answer.declarations.empty()) return {};
    const auto versions = fmt::format("{} -> {}", shown(compared_.base_name), shown(compared_.now_name));
    return comparison_heading(now_, versions, answer.on, answer.given) + answers() + declarations() + summary();
  }

 private:
  std::string answers() const {
    const auto& changes = compared_.answer.changes;
    std::string out = changes.empty() ? "" : fmt::format("\n{}\n", now_.paint.bold("Answers that changed"));
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
    const auto title = fmt::format("{}, {}", compared_.now.measures[first.measure].name, analysis::position_name(first.position));
    auto out = fmt::format("  {}: {}\n", now_.paint.bold(title), now_.question(first.measure));
    for (std::size_t i = 0; i < std::min(changes.size(), options_.most); ++i) out += full(changes[i]);
    return out + more_text(now_, changes.size(), 4);
  }

  std::string name(model::JurisdictionId id) const { return compared_.now.jurisdictions[id].name; }

  std::string full(const Change& change) const {
    std::vector<std::string> who;
    for (const auto& one : change.affected) who.push_back(name(one.jurisdiction));
    const auto& example = change.affected.front();
    const auto whose = change.affected.size() > 1 ? ", " + name(example.jurisdiction) : std::string{};
    return fmt::format("    {}: {} -> {}\n      when: {}\n", fmt::join(who, ", "), base_.value(change.base.outcome),
                       now_.value(change.now.outcome), shown(change.when)) +
           side("before", base_, change.base) + side("now", now_, change.now) +
           fmt::format("      for example{}: {}\n", whose, facts_text({example.witness.begin(), example.witness.end()}));
  }

  static std::string side(std::string_view word, const Desk& desk, const VersionSide& side) {
    if (side.rules.empty()) return fmt::format("      {}: no rule\n", word);
    return fmt::format("      {}:\n{}", word, references_text(desk, side.rules, 10, Depth::places));
  }

  std::string declarations() const {
    const auto& changes = compared_.answer.declarations;
    std::string out = changes.empty() ? "" : fmt::format("\n{}\n", now_.paint.bold("Declarations that changed"));
    for (const auto& one : changes)
      out += fmt::format("  {} {}\n    before: {}\n    now: {}\n", one.kind, now_.paint.bold(shown(one.name)), declared(one.base),
                         declared(one.now));
    return out;
  }

  static std::string declared(const std::string& text) { return text.empty() ? "not declared" : shown(text); }

  std::string summary() const {
    const auto& answer = compared_.answer;
    if (answer.changes.empty()) return "\nNo answer changed: this is a proof for all facts that are not given\n";
    const auto count = answer.changes.size();
    return fmt::format("\n{} region{} with another answer\n", count, count == 1 ? "" : "s");
  }

  const VersionsCompared& compared_;
  const TextOptions& options_;
  Desk base_;
  Desk now_;
};

}  // namespace

std::string changes_text(const VersionsCompared& compared, const TextOptions& options) { return ChangesText{compared, options}.write(); }

std::string change_line(const VersionsCompared& compared, const Change& change) {
  std::vector<std::string> who;
  for (const auto& one : change.affected) who.push_back(compared.now.jurisdictions[one.jurisdiction].name);
  return fmt::format("{}\t{}\t{}\t{}\t{}\t{}", compared.now.measures[change.measure].name, analysis::position_name(change.position),
                     fmt::join(who, ", "), change.when, analysis::to_text(compared.base, change.base.outcome),
                     analysis::to_text(compared.now, change.now.outcome));
}

std::string change_line(const analysis::DeclaredChange& change) {
  return fmt::format("{} {}\t\t\t\t{}\t{}", change.kind, change.name, change.base, change.now);
}

}  // namespace isonomy::report
