// SPDX-License-Identifier: Apache-2.0
#include "bench/tariff.h"

#include <fmt/format.h>

namespace isonomy::test {
namespace {

constexpr std::string_view head = R"(
domain d "D"
flow f from origin to destination
fact goods : hs per line
fact value : money
fact made_in : jurisdiction
measure d.rate : rate { asked of f receiver }
jurisdiction A "A" { currency EUR }
jurisdiction B "B" { currency EUR }
jurisdiction C "C" { currency EUR }
bloc U "U" { legislates members B from 2020-01-01, C from 2024-01-01 }
)";

constexpr std::size_t first_code = 1'010'000;  // of eight digits
constexpr std::size_t codes_a_line = 200;

// Steps without a pattern that a reduced diagram could profit from.
unsigned scattered(std::size_t line, unsigned salt, unsigned below) {
  return static_cast<unsigned>((line * 2654435761U + salt * 40503U) >> 7U) % below;
}

// Four rules of a line; `salt` makes another line of the same shape.
void add_line(std::string& out, std::size_t line, unsigned salt) {
  const auto first = first_code + line * codes_a_line;
  const auto goods = fmt::format("goods in {{{:08} to {:08}}}", first, first + codes_a_line - 1);
  const auto steps = [&](unsigned of, unsigned below) { return scattered(line, salt + of, below); };
  const auto rule = [&](unsigned number, const std::string& overrides, const std::string& more) {
    out += fmt::format("rule l{}_{}{} {{ rate = {}.{}% when {}{} source \"line {}\" }}\n", line, number, overrides, steps(number, 25),
                       steps(number + 1, 10), goods, more, line);
  };
  const auto month = 1 + steps(9, 9);
  rule(1, "", "");
  rule(2, fmt::format(" overrides l{}_1", line), " and made_in in U");
  rule(3, fmt::format(" overrides l{0}_1, l{0}_2", line), fmt::format(" and value <= {} EUR", 50 + steps(5, 200)));
  rule(4, fmt::format(" overrides l{0}_1, l{0}_2, l{0}_3", line), fmt::format(" and on >= 2026-0{0}-01 and on < 2026-0{0}-15", month));
}

// `changed` is 0 for the tariff as it is.
std::string tariff(std::string_view owner, std::size_t rules, std::size_t changed) {
  auto out = fmt::format("ruleset {}.d {{\n", owner);
  for (std::size_t line = 0; line * 4 < rules; ++line) add_line(out, line, changed != 0 && line % changed == 0 ? 17 : 0);
  return out + "}\n";
}

}  // namespace

std::string tariff_goods(std::size_t line) { return fmt::format("{:08}00", first_code + line * codes_a_line); }

std::string tariff_law(std::size_t rules) { return std::string{head} + tariff("A", rules, 0); }

std::vector<std::string> two_tariffs(std::size_t rules, std::size_t changed) { return {tariff_law(rules), tariff("B", rules, changed)}; }

}  // namespace isonomy::test
