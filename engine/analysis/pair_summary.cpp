// SPDX-License-Identifier: Apache-2.0
#include "analysis/pair_summary.h"

#include <algorithm>
#include <set>

namespace isonomy::analysis {
namespace {

using model::JurisdictionId;
using Pairs = std::set<std::pair<JurisdictionId, JurisdictionId>>;

void add_both_ways(Pairs& pairs, JurisdictionId a, JurisdictionId b) {
  pairs.emplace(a, b);
  pairs.emplace(b, a);
}

// All that are alike with each other, begun with two; `covered` gets their pairs.
std::vector<JurisdictionId> group_around(const PairLikeness& first, const Pairs& alike, const std::vector<JurisdictionId>& who,
                                         Pairs& covered) {
  std::vector<JurisdictionId> out{first.a, first.b};
  for (const auto one : who)
    if (std::all_of(out.begin(), out.end(), [&](auto other) { return alike.contains({one, other}); })) out.push_back(one);
  for (std::size_t i = 0; i < out.size(); ++i)
    for (std::size_t k = i + 1; k < out.size(); ++k) add_both_ways(covered, out[i], out[k]);
  const auto place = [&](JurisdictionId one) { return std::find(who.begin(), who.end(), one); };
  std::sort(out.begin(), out.end(), [&](auto a, auto b) { return place(a) < place(b); });
  return out;
}

}  // namespace

std::optional<Likeness> PairSummary::all() const {
  if (same == pairs) return Likeness::same;
  if (differ == pairs) return Likeness::differs;
  return unknown == pairs ? std::optional{Likeness::unknown} : std::nullopt;
}

std::vector<JurisdictionId> open_throughout(const EveryPairAnswer& answer) {
  std::set<JurisdictionId> known;
  for (const auto& measure : answer.measures)
    for (const auto& pair : measure.pairs)
      if (pair.likeness() != Likeness::unknown) known.insert({pair.a, pair.b});
  std::vector<JurisdictionId> out;
  if (known.empty()) return out;
  std::copy_if(answer.who.begin(), answer.who.end(), std::back_inserter(out), [&](auto one) { return !known.contains(one); });
  return out;
}

MeasureLikeness without(MeasureLikeness measure, const std::vector<JurisdictionId>& some) {
  const auto among = [&](JurisdictionId one) { return std::find(some.begin(), some.end(), one) != some.end(); };
  std::erase_if(measure.pairs, [&](const auto& pair) { return among(pair.a) || among(pair.b); });
  return measure;
}

PairSummary summary_of(const MeasureLikeness& measure, const std::vector<JurisdictionId>& who) {
  PairSummary out;
  Pairs alike;
  std::set<JurisdictionId> known;
  for (const auto& pair : measure.pairs) {
    const auto likeness = pair.likeness();
    ++out.pairs;
    ++(likeness == Likeness::same ? out.same : likeness == Likeness::differs ? out.differ : out.unknown);
    if (likeness == Likeness::same) add_both_ways(alike, pair.a, pair.b);
    if (likeness != Likeness::unknown) known.insert({pair.a, pair.b});
  }
  Pairs covered;
  for (const auto& pair : measure.pairs)
    if (alike.contains({pair.a, pair.b}) && !covered.contains({pair.a, pair.b}))
      out.alike.push_back(group_around(pair, alike, who, covered));
  std::copy_if(who.begin(), who.end(), std::back_inserter(out.open), [&](auto one) { return !known.contains(one); });
  return out;
}

Likeness worst_of(const PairSummary& summary) {
  return summary.differ > 0 ? Likeness::differs : summary.unknown > 0 ? Likeness::unknown : Likeness::same;
}

}  // namespace isonomy::analysis
