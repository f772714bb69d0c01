// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "analysis/case.h"
#include "support/library.h"

namespace isonomy::test {

/// A rule table in the text form of `data/README.md`.
struct Table {
  struct Range {
    std::int64_t low = 0;
    std::int64_t high = 0;
  };
  struct Row {
    std::vector<Range> ranges;
    std::int64_t outcome = 0;
  };
  std::vector<std::int64_t> sizes;
  std::vector<Row> rows;
};

/// Reads `data/NAME.txt`; throws if it is not there or malformed.
Table read_table(const std::string& name);

/// How the rows of a table stand to each other.
enum class Rank : std::uint8_t { equal, first_wins };

/// Gives each row a value of its own, so that each overlap is an inconsistency.
Table distinct(Table table);

/// One or two tables as the law of a sender A and a receiver B, rule `rN` for row N, and the question within their domains.
class Laws {
 public:
  Laws(const Table& a, Rank rank) : Laws{a, a, rank} {}
  Laws(const Table& a, const Table& b, Rank rank);

  const decision::Decision& sender() { return case_->now().decide(case_->seats().front(), measure_); }
  const decision::Decision& receiver() { return case_->now().decide(case_->seats().back(), measure_); }
  analysis::Case& question() { return *case_; }
  const decision::Coverage& coverage() { return case_->now().coverage(); }
  model::RuleId rule(const std::string& owner, std::size_t row) const;
  model::MeasureId measure() const { return measure_; }

 private:
  Bound bound_;
  model::MeasureId measure_;
  std::unique_ptr<analysis::Case> case_;
};

/// The rows as boxes of the question's space, in order.
std::vector<std::vector<decision::Cube>> boxes_of(Laws& laws, const std::string& owner, std::size_t rows);

/// The table as rule text.
std::string law_of(const Table& a, const Table& b, Rank rank);

}  // namespace isonomy::test
