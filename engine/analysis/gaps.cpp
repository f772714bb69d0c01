// SPDX-License-Identifier: Apache-2.0
#include "analysis/gaps.h"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/case.h"
#include "analysis/check.h"
#include "analysis/diff.h"
#include "analysis/places.h"

namespace isonomy::analysis {
namespace {

class GapsFinder {
 public:
  GapsFinder(const model::Library& library, const GapsQuestion& question, GapsAnswer& out)
      : library_{library}, question_{question}, out_{out} {}

  void find() {
    for (const auto id : library_.commitments.ids()) {
      const auto& commitment = library_.commitments[id];
      const auto measure = std::get<model::MeasureRef>(commitment.bound.left).measure;
      const auto& asked = question_.measures;
      if (commitment.bloc != question_.bloc || std::find(asked.begin(), asked.end(), measure) == asked.end()) continue;
      for (const auto member : question_.members)
        for (const auto end : ends_of(library_.measures[measure])) try_one({id, member, end}, measure);
    }
    const auto graver = [](const Gap& a, const Gap& b) { return a.finding.severity > b.finding.severity; };
    std::stable_sort(out_.gaps.begin(), out_.gaps.end(), graver);
  }

 private:
  void try_one(const Bound& bound, model::MeasureId measure) {
    const auto seat = open_seat(library_, library_.measures[measure].flow, bound.position, bound.member);
    Case of{library_, Asked{{seat, measure}}, nullptr, question_.given, out_.diagnostics, budget_};
    if (!of.valid()) return;
    for (const auto each : with_asked_when(library_, measure))
      report_conflicts(library_, of.space(), of.now().decide(seat, each).conflicts, out_.diagnostics);
    if (out_.diagnostics.has_errors()) return;
    auto found = commitment_gaps(of, seat, bound.commitment);
    if (!found) return out_.not_bound.push_back(bound);
    if (found->empty()) return out_.kept.push_back(bound);
    for (auto& finding : *found) file(bound, measure, std::move(finding));
  }

  void file(const Bound& bound, model::MeasureId measure, Finding finding) {
    if (library_.measures[measure].end == model::End::both) finding.id += "@" + position_name(bound.position);
    const auto kind = finding.kind;
    auto& list = kind == FindingKind::gap ? out_.gaps : kind == FindingKind::silence ? out_.silent : out_.unknown;
    list.push_back({bound, std::move(finding)});
  }

  const model::Library& library_;
  const GapsQuestion& question_;
  GapsAnswer& out_;
  std::shared_ptr<decision::Budget> budget_ = std::make_shared<decision::Budget>();
};

}  // namespace

std::vector<model::JurisdictionId> members_of(const model::Library& library, model::BlocId bloc) {
  std::vector<model::JurisdictionId> out;
  for (const auto& one : library.blocs[bloc].members)
    if (std::find(out.begin(), out.end(), one.member) == out.end()) out.push_back(one.member);
  return out;
}

GapsAnswer gaps(const model::Library& library, const GapsQuestion& question) {
  GapsAnswer out;
  out.bloc = question.bloc;
  out.on = fixed_day({{}, question.given, {}});
  out.given = given_words(library, {{}, question.given, {}});
  out.members = question.members;
  try {
    GapsFinder{library, question, out}.find();
  } catch (const decision::TooLarge& error) {
    out.diagnostics.add(error.code, {}, error.what(), "give more facts, or ask for fewer members");
  }
  return out;
}

}  // namespace isonomy::analysis
