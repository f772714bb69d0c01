// SPDX-License-Identifier: Apache-2.0
#include "bench/tariff.h"

#include <fmt/format.h>

namespace isonomy::test {
namespace {

constexpr std::string_view facts = R"(
domain d "D"
flow f from origin to destination
fact goods : hs per line
fact value : money
fact made_in : jurisdiction
)";
constexpr std::string_view places = R"(
jurisdiction A "A" { currency EUR }
jurisdiction B "B" { currency EUR }
jurisdiction C "C" { currency EUR }
bloc U "U" { legislates members B from 2020-01-01, C from 2024-01-01 }
)";

std::string measure_named(std::string_view name) { return fmt::format("measure d.{} : rate {{ asked of f receiver }}\n", name); }

constexpr std::size_t first_code = 1'010'000;  // of eight digits
constexpr std::size_t codes_a_line = 200;

// Steps without a pattern that a reduced diagram could profit from.
unsigned scattered(std::size_t line, unsigned salt, unsigned below) {
  return static_cast<unsigned>((line * 2654435761U + salt * 40503U) >> 7U) % below;
}

// Four rules of a line; `salt` makes another line of the same shape.
void add_line(std::string& out, std::string_view measure, std::size_t line, unsigned salt) {
  const auto first = first_code + line * codes_a_line;
  const auto goods = fmt::format("goods in {{{:08} to {:08}}}", first, first + codes_a_line - 1);
  const auto steps = [&](unsigned of, unsigned below) { return scattered(line, salt + of, below); };
  const auto rule = [&](unsigned number, const std::string& overrides, const std::string& more) {
    out += fmt::format("rule {0}_{1}_{2}{3} {{ {0} = {4}.{5}% when {6}{7} source \"line {1}\" }}\n", measure, line, number, overrides,
                       steps(number, 25), steps(number + 1, 10), goods, more);
  };
  const auto month = 1 + steps(9, 9);
  rule(1, "", "");
  rule(2, fmt::format(" overrides {0}_{1}_1", measure, line), " and made_in in U");
  rule(3, fmt::format(" overrides {0}_{1}_1, {0}_{1}_2", measure, line), fmt::format(" and value <= {} EUR", 50 + steps(5, 200)));
  rule(4, fmt::format(" overrides {0}_{1}_1, {0}_{1}_2, {0}_{1}_3", measure, line),
       fmt::format(" and on >= 2026-0{0}-01 and on < 2026-0{0}-15", month));
}

// `changed` is 0 for the tariff as it is.
std::string tariff(std::string_view owner, std::size_t rules, std::size_t changed) {
  auto out = fmt::format("ruleset {}.d {{\n", owner);
  for (std::size_t line = 0; line * 4 < rules; ++line) add_line(out, "rate", line, changed != 0 && line % changed == 0 ? 17 : 0);
  return out + "}\n";
}

}  // namespace

std::string tariff_goods(std::size_t line) { return fmt::format("{:08}00", first_code + line * codes_a_line); }

std::string tariff_law(std::size_t rules) {
  return std::string{facts} + measure_named("rate") + std::string{places} + tariff("A", rules, 0);
}

std::vector<std::string> two_tariffs(std::size_t rules, std::size_t changed) { return {tariff_law(rules), tariff("B", rules, changed)}; }

std::vector<std::string> many_tariffs(std::size_t jurisdictions, std::size_t measures, std::size_t rules) {
  std::string head{facts};
  const auto name = [](std::size_t measure) { return fmt::format("m{}", measure); };
  for (std::size_t measure = 0; measure < measures; ++measure) head += measure_named(name(measure));
  head += places;
  for (std::size_t who = 0; who < jurisdictions; ++who) head += fmt::format("jurisdiction J{0} \"J{0}\" {{ currency EUR }}\n", who);
  std::vector<std::string> out{std::move(head)};
  for (std::size_t who = 0; who < jurisdictions; ++who) {
    auto law = fmt::format("ruleset J{}.d {{\n", who);
    for (std::size_t measure = 0; measure < measures; ++measure)
      for (std::size_t line = 0; line * 4 < rules; ++line) add_line(law, name(measure), line, static_cast<unsigned>(who * 100 + measure));
    out.push_back(law + "}\n");
  }
  return out;
}

}  // namespace isonomy::test
