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
    auto out = fmt::format("{}\n  given: {}\n", desk_.paint.bold(title()), answer_.given.empty() ? "nothing" : facts_text(answer_.given));
    out += days(answer_.events);
    if (answer_.events.empty()) out += "\nNothing opens, changes or closes in this time\n";
    if (!answer_.announced.empty())
      out += fmt::format("\n{}\n{}", desk_.paint.bold("If announced law came into force as announced"), days(answer_.announced));
    return out + rules() + summary();
  }

 private:
  std::string title() const {
    std::vector<std::string> names;
    for (const auto stop : answer_.stops) names.push_back(desk_.library.jurisdictions[stop].name);
    const auto what = answer_.bloc.valid() ? desk_.library.blocs[answer_.bloc].name : fmt::format("{}", fmt::join(names, " -> "));
    return fmt::format("{} from {} to {}", what, base::to_text(answer_.window.from), base::to_text(answer_.window.through));
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
    const auto name = padded(analysis::name_of(kind), 7);
    if (kind == EventKind::changes) return desk_.paint.yellow(name);
    return kind == EventKind::opens ? desk_.paint.red(name) : desk_.paint.green(name);
  }

  std::string event_text(const Event& event) const {
    const auto& finding = event.finding;
    const auto label = desk_.label(finding.label);
    auto out = fmt::format("  {} {}: {}  {}\n", kind(event.kind), analysis::name_of(event.topic), label.empty() ? finding.clash : label,
                           desk_.paint.faint(finding.id));
    for (std::size_t i = 0; i < finding.sides.size(); ++i) out += side(event, i);
    out += fmt::format("      when: {}\n", shown(finding.when));
    if (!event.announced.empty()) out += fmt::format("      rests on: {}\n", desk_.rules(event.announced));
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
    auto out = fmt::format("\n{}\n", desk_.paint.bold("Law that does not decide yet"));
    for (const auto& one : answer_.rules) {
      const auto& rule = desk_.library.rules[one.rule];
      out += fmt::format("  {}  {}, {}\n", rule.name, analysis::name_of(rule.status),
                         one.from ? "from " + base::to_text(*one.from) : "first day not known");
      if (!one.contradicts.empty())
        out += fmt::format("      answers otherwise than {}, so it was not tried\n", desk_.rules(one.contradicts));
      out += references_text(desk_, rule.sources, 6);
    }
    return out;
  }

  std::string summary() const {
    std::size_t count[3] = {0, 0, 0};
    for (const auto& event : answer_.events) ++count[static_cast<std::size_t>(event.kind)];
    return fmt::format("\n{} open, {} change, {} close\n", count[0], count[1], count[2]);
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
