// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/phrases.h"
#include "report/timeline.h"

namespace isonomy::report {
namespace {

using analysis::Event;
using analysis::EventKind;
using analysis::TimelineAnswer;

class TimelineText {
 public:
  TimelineText(const Desk& desk, const TimelineAnswer& answer) : desk_{desk}, answer_{answer} {}

  std::string write() const {
    auto out = fmt::format("{}\n  {}\n", desk_.paint.bold(title()), given_text(desk_, answer_.given));
    out += days(answer_.events);
    if (answer_.events.empty()) out += "\n" + desk_.say("Nothing opens, changes or closes in this time") + "\n";
    if (!answer_.announced.empty())
      out += fmt::format("\n{}\n{}", desk_.paint.bold(desk_.say("If announced law came into force as announced")), days(answer_.announced));
    return out + rules() + summary();
  }

 private:
  std::string title() const {
    std::vector<std::string> names;
    for (const auto stop : answer_.stops) names.push_back(desk_.library.jurisdictions[stop].name);
    const auto what = answer_.bloc.valid() ? desk_.library.blocs[answer_.bloc].name : fmt::format("{}", fmt::join(names, " -> "));
    return desk_.say("{} from {} to {}", what, base::to_text(answer_.window.from), base::to_text(answer_.window.through));
  }

  std::string days(const std::vector<Event>& events) const {
    std::string out;
    std::optional<base::Date> day;
    for (const auto& event : events) {
      if (day != event.date) out += fmt::format("\n{}\n", desk_.paint.bold(base::to_text(event.date)));
      day = event.date;
      out += event_text(event);
    }
    return out;
  }

  std::string kind(EventKind kind) const {
    const auto name = padded(desk_.say(analysis::name_of(kind)), 7);
    if (kind == EventKind::changes) return desk_.paint.yellow(name);
    return kind == EventKind::opens ? desk_.paint.red(name) : desk_.paint.green(name);
  }

  std::string event_text(const Event& event) const {
    const auto& finding = event.finding;
    const auto label = desk_.label(finding.label);
    auto out = fmt::format("  {} {}: {}  {}\n", kind(event.kind), desk_.say(analysis::name_of(event.topic)),
                           label.empty() ? finding.clash : label, desk_.paint.faint(finding.id));
    for (std::size_t i = 0; i < finding.sides.size(); ++i) out += side(event, i);
    out += fmt::format("      {}\n", desk_.say("when: {}", shown(desk_.said(finding.when))));
    if (!event.announced.empty()) out += fmt::format("      {}\n", desk_.say("rests on: {}", desk_.rules(event.announced)));
    return out;
  }

  std::string side(const Event& event, std::size_t i) const {
    const auto& one = event.finding.sides[i];
    const auto was = desk_.value(event.before[i]);
    const auto is = desk_.value(event.after[i]);
    return fmt::format("      {} {}: {}  ({})\n", desk_.library.jurisdictions[one.jurisdiction].name,
                       desk_.library.measures[one.measure].name, was == is ? is : was + " -> " + is, desk_.rules(one.rules));
  }

  std::string rules() const {
    if (answer_.rules.empty()) return {};
    auto out = fmt::format("\n{}\n", desk_.paint.bold(desk_.say("Law that does not decide yet")));
    for (const auto& one : answer_.rules) {
      const auto& rule = desk_.library.rules[one.rule];
      out += fmt::format("  {}  {}, {}\n", rule.name, desk_.say(analysis::name_of(rule.status)),
                         one.from ? days_text(desk_, one.from, {}) : desk_.say("first day not known"));
      if (!one.contradicts.empty())
        out += fmt::format("      {}\n", desk_.say("answers otherwise than {}, so it was not tried", desk_.rules(one.contradicts)));
      out += references_text(desk_, rule.sources, 6);
    }
    return out;
  }

  std::string summary() const {
    std::size_t count[3] = {0, 0, 0};
    for (const auto& event : answer_.events) ++count[static_cast<std::size_t>(event.kind)];
    return "\n" + desk_.say("{} open, {} change, {} close", count[0], count[1], count[2]) + "\n";
  }

  const Desk& desk_;
  const TimelineAnswer& answer_;
};

}  // namespace

std::string timeline_text(const model::Library& library, const source::SourceMap& sources, const TimelineAnswer& answer,
                          const TextOptions& options) {
  const Desk desk{library, sources, options};
  return TimelineText{desk, answer}.write();
}

}  // namespace isonomy::report
