// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "harmonize/frontier.h"

namespace isonomy::harmonize {

/// Ways that may go along hops: whom they pass, as variables of a plan. Only who was met standing in a way has one; its labels are 0, not
/// passed, and 1. What is learned is of which of them a way must pass one at least.
class Passages {
 public:
  explicit Passages(const std::vector<Way>& ways) : ways_{ways} {}

  /// The number of a variable, from 0; given on first use.
  Variable number(std::size_t way, model::JurisdictionId carrier);
  Variable at(std::size_t way, model::JurisdictionId carrier) const { return numbers_.at({way, carrier}); }
  std::size_t count() const { return numbers_.size(); }
  /// Whether every way, or the one named, gets through by what it passes; if not, more is learned. The variables stand in the labels from `first` on.
  bool through(const Labels& labels, std::size_t first, std::optional<std::size_t> only);
  /// Of each of these, numbers of variables, one at least is passed; with the way.
  const std::vector<std::pair<std::size_t, std::vector<Variable>>>& learned() const { return learned_; }
  /// The stops of an open way past what was met; nothing if it is closed.
  std::optional<std::vector<model::JurisdictionId>> open(std::size_t way, const std::vector<Met>& met) const;

 private:
  const std::vector<Way>& ways_;
  std::map<std::pair<std::size_t, model::JurisdictionId>, Variable> numbers_;
  std::vector<std::pair<std::size_t, std::vector<Variable>>> learned_;
};

}  // namespace isonomy::harmonize
