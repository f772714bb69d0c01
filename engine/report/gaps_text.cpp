// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "model/print.h"
#include "report/check_parts.h"
#include "report/gaps.h"

namespace isonomy::report {
namespace {

using analysis::Bound;
using analysis::Gap;
using analysis::GapsAnswer;

std::string bound_words(const Desk& desk, const Bound& bound) {
  const auto& commitment = desk.library.commitments[bound.commitment];
  return fmt::format("{} ({})", shown(desk.said(model::to_text(commitment.bound, desk.library))),
                     desk.say(commitment.strength.empty() ? "hard" : commitment.strength));
}

std::string gaps_section(const Desk& desk, const GapsAnswer& answer) {
  auto out = fmt::format("\n{}\n", desk.paint.bold(desk.say("Gaps")));
  if (answer.gaps.empty()) return out + "  " + desk.say("none found") + "\n";
  for (std::size_t i = 0; i < std::min(answer.gaps.size(), desk.options.most); ++i)
    out += finding_text(desk, answer.gaps[i].finding) +
           fmt::format("      {}\n", desk.say("bound: {}", bound_words(desk, answer.gaps[i].bound)));
  return out + more_text(desk, answer.gaps.size(), 2);
}

// One line a commitment, with the members in order.
std::string members_section(const Desk& desk, std::string_view title, const std::vector<Bound>& bounds) {
  if (bounds.empty()) return {};
  std::map<model::CommitmentId, std::vector<std::string>> by;
  for (const auto& bound : bounds) {
    auto& names = by[bound.commitment];
    const auto& name = desk.library.jurisdictions[bound.member].name;
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  auto out = fmt::format("\n{}\n", desk.paint.bold(desk.say(title)));
  for (const auto& [commitment, names] : by)
    out += fmt::format("  {}: {}\n", desk.library.commitments[commitment].name, fmt::join(names, ", "));
  return out;
}

std::vector<Bound> bounds_of(const std::vector<Gap>& gaps) {
  std::vector<Bound> out;
  for (const auto& gap : gaps) out.push_back(gap.bound);
  return out;
}

std::string summary(const Desk& desk, const GapsAnswer& answer) {
  const auto gaps =
      answer.gaps.empty() ? desk.say("No gap was found where the answer is known") : desk.count(answer.gaps.size(), "{} gap", "{} gaps");
  return "\n" + desk.say("{}; {} silent, {} unknown, {} kept", gaps, answer.silent.size(), answer.unknown.size(), answer.kept.size()) +
         "\n";
}

}  // namespace

std::string gaps_text(const model::Library& library, const source::SourceMap& sources, const GapsAnswer& answer,
                      const TextOptions& options) {
  const Desk desk{library, sources, options};
  const auto& bloc = library.blocs[answer.bloc];
  auto out = comparison_heading(desk, desk.say("Commitments of {}", bloc.name), answer.on, answer.given) + gaps_section(desk, answer);
  out += members_section(desk, "The law is silent", bounds_of(answer.silent));
  out += members_section(desk, "The answer is not known", bounds_of(answer.unknown));
  out += members_section(desk, "Kept, proved for all facts that are not given", answer.kept);
  return out + summary(desk, answer);
}

}  // namespace isonomy::report
