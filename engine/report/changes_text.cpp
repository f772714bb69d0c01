// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "report/changes_parts.h"

namespace isonomy::report {
namespace {

using analysis::Change;
using analysis::VersionSide;

class ChangesText : ChangesParts {
 public:
  ChangesText(const VersionsCompared& compared, const TextOptions& options) : ChangesParts{compared, options} {}

  std::string write() const {
    if (empty()) return {};
    const auto& answer = compared_.answer;
    const auto versions = fmt::format("{} -> {}", shown(compared_.base_name), shown(compared_.now_name));
    return comparison_heading(now_, versions, answer.on, answer.given) + novelty() + answers() + declarations() + summary();
  }

 private:
  std::string novelty() const { return compared_.all_new ? fmt::format("\n{}\n", now_.paint.bold(all_new())) : std::string{}; }

  std::string title(std::string_view words) const { return fmt::format("\n{}\n", now_.paint.bold(now_.say(words))); }

  std::string answers() const {
    const auto list = by_measure([this](const auto& changes) { return measure(changes); });
    return list.empty() ? list : title("Answers that changed") + list;
  }

  std::string measure(const std::vector<Change>& changes) const {
    const auto& first = changes.front();
    const auto name = fmt::format("{}, {}", compared_.now.measures[first.measure].name, now_.say(analysis::position_name(first.position)));
    auto out = fmt::format("  {}: {}\n", now_.paint.bold(name), now_.question(first.measure));
    for (std::size_t i = 0; i < std::min(changes.size(), options_.most); ++i) out += full(changes[i]);
    return out + more_text(now_, changes.size(), 4);
  }

  std::string full(const Change& change) const {
    const auto names = who(change);
    const auto& witness = change.affected.front().witness;
    const auto facts = now_.said(facts_text({witness.begin(), witness.end()}));
    const auto example = names.size() > 1 ? now_.say("for example, {}: {}", names.front(), facts) : now_.say("for example: {}", facts);
    return fmt::format("    {}: {} -> {}\n      {}\n", fmt::join(names, ", "), value(base_, change.base), value(now_, change.now),
                       now_.say("when: {}", shown(now_.said(change.when)))) +
           side("before", base_, change.base) + side("now", now_, change.now) + fmt::format("      {}\n", example);
  }

  static std::string value(const Desk& desk, const VersionSide& side) {
    return side.contradictory ? desk.paint.yellow(desk.said(analysis::to_text(desk.library, side))) : desk.value(side.outcome);
  }

  static std::string side(std::string_view word, const Desk& desk, const VersionSide& side) {
    if (side.rules.empty()) return fmt::format("      {}: {}\n", desk.say(word), desk.say("no rule"));
    return fmt::format("      {}:\n{}", desk.say(word), references_text(desk, side.rules, 10, Depth::places));
  }

  std::string declarations() const {
    const auto& changes = compared_.answer.declarations;
    auto out = changes.empty() ? std::string{} : title("Declarations that changed");
    for (const auto& one : changes)
      out += fmt::format("  {} {}\n    {}: {}\n    {}: {}\n", now_.say(one.kind), now_.paint.bold(shown(one.name)), now_.say("before"),
                         declared(one.base), now_.say("now"), declared(one.now));
    return out;
  }

  std::string declared(const std::string& text) const { return text.empty() ? now_.say("not declared") : shown(text); }

  std::string summary() const {
    const auto count = compared_.answer.changes.size();
    if (count == 0) return fmt::format("\n{}\n", now_.say("No answer changed: this is a proof for all facts that are not given"));
    return fmt::format("\n{}\n", now_.count(count, "{} region with another answer", "{} regions with another answer"));
  }
};

}  // namespace

std::string changes_text(const VersionsCompared& compared, const TextOptions& options) { return ChangesText{compared, options}.write(); }

std::string foreseen_text(Foreseen foreseen, const TextOptions& options) {
  const auto line = [&](std::string_view words, std::size_t count) {
    return count == 0 ? std::string{} : fmt::format(fmt::runtime(words_in(words, options.lang)), count) + "\n";
  };
  return line("{} as expected", foreseen.met) + line("{} expected and not found", foreseen.missed);
}

std::string change_line(const VersionsCompared& compared, const Change& change) {
  return fmt::format("{}\t{}\t{}\t{}\t{}\t{}", compared.now.measures[change.measure].name, analysis::position_name(change.position),
                     fmt::join(names_affected(compared, change), ", "), change.when, analysis::to_text(compared.base, change.base),
                     analysis::to_text(compared.now, change.now));
}

std::string change_line(const analysis::DeclaredChange& change) {
  return fmt::format("{} {}\t\t\t\t{}\t{}", change.kind, change.name, change.base, change.now);
}

}  // namespace isonomy::report
