// SPDX-License-Identifier: Apache-2.0
#include "analysis/announced.h"

#include <algorithm>

#include "analysis/gaps.h"

namespace isonomy::analysis {
namespace {

/// The rules that do not decide, of everybody whose law binds those asked.
class Announcements {
 public:
  Announcements(const model::Library& library, const TimelineQuestion& question) : library_{library}, question_{question} {}

  std::vector<Announcement> list() {
    for (const auto who : question_.bloc.valid() ? members_of(library_, question_.bloc) : question_.stops) {
      for (const auto id : library_.lineage(who)) of(id);
      for (const auto bloc : library_.blocs.ids())
        if (library_.blocs[bloc].legislates && !library_.memberships(bloc, who).empty()) of(bloc);
    }
    std::sort(out_.begin(), out_.end(), [](const auto& a, const auto& b) { return a.rule < b.rule; });
    return std::move(out_);
  }

 private:
  void of(const model::Owner& owner) {
    for (const auto measure : question_.measures) {
      const auto it = library_.rules_of.find({owner, measure});
      if (it == library_.rules_of.end()) continue;
      for (const auto id : it->second) add(id);
    }
  }

  void add(model::RuleId id) {
    const auto& rule = library_.rules[id];
    if (rule.decides() || std::any_of(out_.begin(), out_.end(), [&](const auto& one) { return one.rule == id; })) return;
    const bool known = !rule.start_unknown && rule.period.from != base::first_date();
    out_.push_back({id, known ? std::optional{rule.period.from} : std::nullopt, {}});
  }

  const model::Library& library_;
  const TimelineQuestion& question_;
  std::vector<Announcement> out_;
};

}  // namespace

std::vector<Announcement> announcements(const model::Library& library, const TimelineQuestion& question) {
  return Announcements{library, question}.list();
}

model::Library with_announced(model::Library library) {
  for (auto& rule : library.rules) rule.status = model::Status::in_force;
  return library;
}

void note_contradictions(const std::vector<decision::Conflict>& conflicts, std::vector<Announcement>& rules) {
  for (auto& one : rules)
    for (const auto& conflict : conflicts) {
      if (conflict.first != one.rule && conflict.second != one.rule) continue;
      const auto other = conflict.first == one.rule ? conflict.second : conflict.first;
      if (std::find(one.contradicts.begin(), one.contradicts.end(), other) == one.contradicts.end()) one.contradicts.push_back(other);
    }
}

void keep_announced(const model::Library& library, std::vector<Event>& events) {
  for (auto& event : events) {
    std::erase_if(event.announced, [&](model::RuleId id) { return library.rules[id].decides(); });
    std::sort(event.announced.begin(), event.announced.end());
    event.announced.erase(std::unique(event.announced.begin(), event.announced.end()), event.announced.end());
  }
  std::erase_if(events, [](const Event& event) { return event.announced.empty(); });
}

}  // namespace isonomy::analysis
