// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/answer.h"

namespace isonomy::analysis {

/// Which commitments of a bloc are held against the rules of which members, for which facts.
struct GapsQuestion {
  model::BlocId bloc;
  std::vector<model::JurisdictionId> members;
  std::vector<model::MeasureId> measures;
  std::vector<model::Test> given;  ///< the date among them, unless it is left open
};

/// A commitment and a member at one end of the flow.
struct Bound {
  model::CommitmentId commitment;
  model::JurisdictionId member;
  model::End position = model::End::receiver;
};

struct Gap {
  Bound bound;
  Finding finding;
};

struct GapsAnswer {
  model::BlocId bloc;
  std::optional<base::Date> on;
  std::vector<std::pair<std::string, std::string>> given;
  std::vector<model::JurisdictionId> members;  ///< those asked
  std::vector<Gap> gaps;                       ///< the member's rule falls outside the bound; gravest first, then by commitment and member
  std::vector<Gap> silent;                     ///< its law raises the matter without answering it
  std::vector<Gap> unknown;                    ///< nobody established its answer, or the two do not compare
  std::vector<Bound> kept;                     ///< proved to be kept for all facts left open
  std::vector<Bound> not_bound;                ///< it does not bind the member on the given facts and days
  source::Diagnostics diagnostics;             ///< if they hold an error, there is no answer
};

/// The commitments of a bloc held against its members' own answers, with the other end open: complete regions with a witness. "Not
/// applicable" keeps a commitment; silent and unknown neither keep nor break it.
/// Errors in the answer's diagnostics: E0413, E0704 for the given facts, E0604 where rules disagree, E060x for limits.
/// Cost: one decision a commitment, member and end.
GapsAnswer gaps(const model::Library& library, const GapsQuestion& question);

/// The members of a bloc at any time, each once, in the order of its declaration.
std::vector<model::JurisdictionId> members_of(const model::Library& library, model::BlocId bloc);

}  // namespace isonomy::analysis
