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
ruleset A.d {
)";

constexpr std::size_t first_code = 1'010'000;  // of eight digits
constexpr std::size_t codes_a_line = 200;

// Steps without a pattern that a reduced diagram could profit from.
unsigned scattered(std::size_t line, unsigned salt, unsigned below) {
  return static_cast<unsigned>((line * 2654435761U + salt * 40503U) >> 7U) % below;
}

}  // namespace

std::string tariff_goods(std::size_t line) { return fmt::format("{:08}00", first_code + line * codes_a_line); }

std::string tariff_law(std::size_t rules) {
  std::string out{head};
  for (std::size_t line = 0; line * 4 < rules; ++line) {
    const auto first = first_code + line * codes_a_line;
    const auto goods = fmt::format("goods in {{{:08} to {:08}}}", first, first + codes_a_line - 1);
    const auto rate = [&](unsigned salt) { return fmt::format("rate = {}.{}%", scattered(line, salt, 25), scattered(line, salt + 1, 10)); };
    const auto rule = [&](unsigned number, const std::string& overrides, const std::string& more) {
      out += fmt::format("rule l{}_{}{} {{ {} when {}{} source \"line {}\" }}\n", line, number, overrides, rate(number), goods, more, line);
    };
    const auto month = 1 + scattered(line, 9, 9);
    rule(1, "", "");
    rule(2, fmt::format(" overrides l{}_1", line), " and made_in in U");
    rule(3, fmt::format(" overrides l{}_1, l{}_2", line, line), fmt::format(" and value <= {} EUR", 50 + scattered(line, 5, 200)));
    rule(4, fmt::format(" overrides l{0}_1, l{0}_2, l{0}_3", line),
         fmt::format(" and on >= 2026-0{}-01 and on < 2026-0{}-15", month, month));
  }
  return out + "}\n";
}

}  // namespace isonomy::test
