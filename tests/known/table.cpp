// SPDX-License-Identifier: Apache-2.0
#include "known/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <stdexcept>

#include "support/text.h"

namespace isonomy::test {
namespace {

bool empty(const Table::Row& row) {
  return std::any_of(row.ranges.begin(), row.ranges.end(), [](Table::Range range) { return range.low >= range.high; });
}

std::string condition(const Table& table, const Table::Row& row) {
  std::string out;
  for (std::size_t i = 0; i < row.ranges.size(); ++i) {
    const auto [low, high] = row.ranges[i];
    if (low == 0 && high == table.sizes[i]) continue;
    out += fmt::format("{}c{} in {{{} to {}}}", out.empty() ? " when " : " and ", i, low, high - 1);
  }
  return out;
}

std::string ruleset(const std::string& owner, const Table& table, Rank rank) {
  std::string out = fmt::format("ruleset {}.d {{\n", owner);
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    if (empty(table.rows[i])) continue;
    const bool beats = rank == Rank::first_wins && i + 1 < table.rows.size();
    const auto overrides = beats ? fmt::format(" overrides r{}", i + 2) : std::string{};
    out += fmt::format("  rule r{}{} {{ m = {}{} source \"row {}\" }}\n", i + 1, overrides, table.rows[i].outcome,
                       condition(table, table.rows[i]), i + 1);
  }
  return out + "}\n";
}

model::Test below(model::FactId fact, std::int64_t size) {
  return {fact, model::Relation::less, {{model::Scalar{model::Count{size}}, std::nullopt}}, false, {}, {}};
}

}  // namespace

Table read_table(const std::string& name) {
  std::istringstream in{read_file(std::string{ISONOMY_TESTS} + "/known/data/" + name + ".txt")};
  std::size_t columns = 0;
  std::size_t rows = 0;
  in >> columns >> rows;
  Table out;
  out.sizes.resize(columns);
  for (auto& size : out.sizes) in >> size;
  out.rows.resize(rows);
  for (auto& row : out.rows) {
    row.ranges.resize(columns);
    for (auto& range : row.ranges) in >> range.low >> range.high;
    in >> row.outcome;
  }
  if (!in) throw std::runtime_error{"the table " + name + " is malformed"};
  return out;
}

Table distinct(Table table) {
  std::int64_t next = 0;
  for (auto& row : table.rows) row.outcome = next++;
  return table;
}

std::string law_of(const Table& a, const Table& b, Rank rank) {
  std::string out = "domain d \"D\"\nflow f from origin to destination\n";
  for (std::size_t i = 0; i < a.sizes.size(); ++i) out += fmt::format("fact c{} : count\n", i);
  out += "measure d.m : count { asked of f both }\njurisdiction A \"A\"\njurisdiction B \"B\"\n";
  return out + ruleset("A", a, rank) + ruleset("B", b, rank);
}

Laws::Laws(const Table& a, const Table& b, Rank rank) : bound_{bind_text(law_of(a, b, rank))} {
  const auto& library = bound_.library;
  measure_ = library.measure_names.at("d.m");
  std::vector<model::Test> given;
  for (std::size_t i = 0; i < a.sizes.size(); ++i) given.push_back(below(library.fact_names.at(fmt::format("c{}", i)), a.sizes[i]));
  const std::vector stops{library.jurisdiction_names.at("A"), library.jurisdiction_names.at("B")};
  case_ = std::make_unique<analysis::Case>(library, stops, given, bound_.diagnostics);
}

model::RuleId Laws::rule(const std::string& owner, std::size_t row) const {
  return bound_.library.rule_names.at(fmt::format("{}.d.r{}", owner, row));
}

std::vector<std::vector<decision::Cube>> boxes_of(Laws& laws, const std::string& owner, std::size_t rows) {
  auto& compiler = laws.question().now();
  std::vector<std::vector<decision::Cube>> out;
  for (std::size_t row = 1; row <= rows; ++row) {
    const auto& when = compiler.library().rules[laws.rule(owner, row)].when;
    const auto cubes = cubes_of(compiler.library(), compiler.space(), laws.question().seats().front(), when, decision::Reading::surely);
    out.push_back(product({compiler.base()}, cubes));
  }
  return out;
}

}  // namespace isonomy::test
