// SPDX-License-Identifier: Apache-2.0
#include "decision/pairs.h"

#include <algorithm>
#include <set>

#include "decision/answers.h"
#include "decision/meetings.h"

namespace isonomy::decision {
namespace {

/// The terms in which rules decide, with the rule and the number of its answer.
struct Deciding {
  std::vector<const Term*> terms;
  std::vector<model::RuleId> rules;
  std::vector<std::size_t> answers;

  Deciding(const Decision& decision, Answers& numbers) {
    for (const auto& piece : decision.pieces) {
      if (piece.outcome.state != State::decided) continue;
      const auto number = numbers.number(piece.outcome.value);
      for (const auto& maker : piece.makers)
        for (const auto& term : maker.region) {
          terms.push_back(&term);
          rules.push_back(maker.rule);
          answers.push_back(number);
        }
    }
  }
};

}  // namespace

std::vector<LivePair> live_pairs(const model::Library& library, const Coverage& coverage, const Decision& a, const Decision& b) {
  Answers numbers{library};
  const Deciding left{a, numbers};
  const Deciding right{b, numbers};
  std::set<std::pair<model::RuleId, model::RuleId>> seen;
  std::vector<LivePair> out;
  const auto asked = [&](std::size_t i, std::size_t j) {
    return left.answers[i] != right.answers[j] && !seen.contains({left.rules[i], right.rules[j]});
  };
  meetings(coverage, left.terms, right.terms, asked, [&](std::size_t i, std::size_t j, const Cube& place) {
    seen.emplace(left.rules[i], right.rules[j]);
    out.push_back({left.rules[i], right.rules[j], place});
  });
  std::sort(out.begin(), out.end(), [](const LivePair& x, const LivePair& y) { return std::pair{x.a, x.b} < std::pair{y.a, y.b}; });
  return out;
}

}  // namespace isonomy::decision
